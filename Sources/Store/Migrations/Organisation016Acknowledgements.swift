extension Migration {
    /// What kind of person each user is; who has read which version and said so; corrections that ask nobody again.
    static let acknowledgements = Migration(
        "016 acknowledgements",
        sql: """
            ALTER TABLE user ADD COLUMN kind TEXT NOT NULL DEFAULT 'employee' CHECK (length(kind) > 0);

            ALTER TABLE policyVersion ADD COLUMN correction TEXT
                CHECK (correction IS NULL OR (length(trim(correction)) > 0 AND inForceFrom IS NOT NULL));

            CREATE TABLE acknowledgement (
                user TEXT NOT NULL REFERENCES user(id),
                version TEXT NOT NULL REFERENCES policyVersion(id),
                at INTEGER NOT NULL,
                PRIMARY KEY (user, version)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER acknowledgementIsNeverChanged BEFORE UPDATE ON acknowledgement
            BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;

            CREATE TRIGGER acknowledgementStays BEFORE DELETE ON acknowledgement
            BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never deleted'); END;

            CREATE INDEX noticeOfKind ON notice(kind, user, sentAt);
            """)
}
