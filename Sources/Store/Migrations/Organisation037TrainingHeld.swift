extension Migration {
    /// Whether a session was held, and who put training on record. What was on the register counts as it did: a session
    /// whose day was over as held, by whoever arranged it; one that is to come is asked after.
    static let trainingHeld = Migration(
        "037 trainingHeld",
        sql: """
            ALTER TABLE trainingSession ADD COLUMN heldSaidAt INTEGER;
            ALTER TABLE trainingSession ADD COLUMN heldSaidBy TEXT REFERENCES user(id);
            UPDATE trainingSession SET heldSaidAt = CAST(strftime('%s', 'now') AS INTEGER) * 1000, heldSaidBy = arrangedBy
                WHERE heldOn <= date('now') AND cancelled IS NULL;
            INSERT INTO due (kind, subject, at)
                SELECT 'handbook.session-over', id, CAST(strftime('%s', heldOn, '+1 day') AS INTEGER) * 1000
                FROM trainingSession WHERE heldSaidAt IS NULL AND cancelled IS NULL;

            ALTER TABLE attendance ADD COLUMN recordedBy TEXT REFERENCES user(id);
            UPDATE attendance SET recordedBy = (
                SELECT user.id FROM event JOIN eventContent ON eventContent.event = event.number
                    JOIN user ON event.actor = 'user:' || user.id
                WHERE event.subjectKind = 'user' AND event.subject = attendance.user
                    AND event.kind = 'handbook.training-recorded'
                    AND json_extract(eventContent.content, '$.after.id') = attendance.id);
            """)
}
