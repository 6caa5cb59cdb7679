extension Migration {
    /// The second step of signing in by password: codes that change every half minute, and codes for when the telephone
    /// is lost.
    static let oneTimeCodes = Migration(
        "025 one-time codes",
        sql: """
            CREATE TABLE oneTimeCode (
                user TEXT PRIMARY KEY REFERENCES user(id),
                secret BLOB NOT NULL CHECK (length(secret) > 16),
                setUpAt INTEGER NOT NULL,
                lastStep INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE recoveryCode (
                hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
                user TEXT NOT NULL REFERENCES user(id),
                usedAt INTEGER
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX recoveryCodeOfUser ON recoveryCode(user);

            CREATE TABLE codeStep (
                tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
                user TEXT NOT NULL REFERENCES user(id),
                device TEXT NOT NULL,
                secret BLOB,
                begunAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX codeStepByTime ON codeStep(begunAt);
            """)
}
