extension Migration {
    /// Which answer a typing mistake was, so that it stays that one whoever comes to be a parent later. Those on file name the
    /// answer of the same giver that was typed last before them and that no other took back.
    static let takenBack = Migration(
        "074 takenBack",
        sql: """
            ALTER TABLE consentAnswer ADD COLUMN takesBack INTEGER REFERENCES consentAnswer(number);
            DROP TRIGGER consentAnswerIsNeverChanged;
            UPDATE consentAnswer SET takesBack = (
                SELECT max(b.number) FROM consentAnswer AS b WHERE b.person = consentAnswer.person
                    AND b.giver = consentAnswer.giver AND b.giverName IS consentAnswer.giverName
                    AND b.number < consentAnswer.number AND b.way IN ('paper', 'said') AND b.status <> 'not_recorded'
                    AND 0 = (SELECT coalesce(sum(iif(c.status = 'not_recorded', -1, 1)), 0) FROM consentAnswer AS c
                        WHERE c.person = b.person AND c.giver = b.giver AND c.giverName IS b.giverName
                            AND c.way IN ('paper', 'said') AND c.number > b.number
                            AND c.number < consentAnswer.number))
                WHERE status = 'not_recorded' AND way IN ('paper', 'said') AND giver <> 'school';
            CREATE TRIGGER consentAnswerIsNeverChanged BEFORE UPDATE ON consentAnswer
            BEGIN SELECT RAISE(ABORT, 'an answer is never changed, only followed by another'); END;
            CREATE INDEX consentAnswerTakenBack ON consentAnswer(takesBack) WHERE takesBack IS NOT NULL;
            """)
}
