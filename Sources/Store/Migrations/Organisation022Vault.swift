extension Migration {
    /// Log-in details, sealed with a key that is not here; who wished to see them; handovers of what leavers ran.
    static let vault = Migration(
        "022 vault",
        sql: """
            CREATE TABLE accountLogin (
                account TEXT PRIMARY KEY REFERENCES account(id),
                sealed BLOB NOT NULL,
                lodgedBy TEXT NOT NULL REFERENCES user(id),
                lodgedAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE loginLook (
                id TEXT PRIMARY KEY,
                account TEXT NOT NULL REFERENCES account(id),
                askedBy TEXT NOT NULL REFERENCES user(id),
                askedAt INTEGER NOT NULL,
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                allowedBy TEXT REFERENCES user(id) CHECK (allowedBy IS NULL OR allowedBy <> askedBy),
                shownAt INTEGER
            ) STRICT;
            CREATE INDEX loginLookOfAccount ON loginLook(account, askedAt);

            CREATE TABLE accountHandover (
                account TEXT NOT NULL REFERENCES account(id),
                leaver TEXT NOT NULL REFERENCES user(id),
                cause TEXT NOT NULL CHECK (cause IN ('refused', 'role', 'left')),
                openedAt INTEGER NOT NULL,
                settledAt INTEGER,
                PRIMARY KEY (account, leaver, openedAt)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX openHandover ON accountHandover(account) WHERE settledAt IS NULL;
            CREATE INDEX handoverOfLeaver ON accountHandover(leaver) WHERE settledAt IS NULL;
            """)
}
