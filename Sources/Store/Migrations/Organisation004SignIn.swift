extension Migration {
    static let signIn = Migration(
        "004 sign-in",
        sql: """
            CREATE TABLE password (
                user TEXT PRIMARY KEY REFERENCES user(id),
                salt BLOB NOT NULL CHECK (length(salt) >= 16),
                rounds INTEGER NOT NULL CHECK (rounds > 1),
                key BLOB NOT NULL CHECK (length(key) = 32),
                setAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE session (
                id TEXT PRIMARY KEY,
                tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                user TEXT NOT NULL REFERENCES user(id),
                device TEXT NOT NULL,
                madeAt INTEGER NOT NULL,
                lastUsedAt INTEGER NOT NULL,
                endedAt INTEGER
            ) STRICT;
            CREATE INDEX openSessionOfUser ON session(user) WHERE endedAt IS NULL;

            CREATE TABLE oneTimeLink (
                tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
                user TEXT NOT NULL REFERENCES user(id),
                purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'lost-password')),
                madeAt INTEGER NOT NULL,
                expiresAt INTEGER NOT NULL CHECK (expiresAt > madeAt),
                usedAt INTEGER
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX oneTimeLinkOfUser ON oneTimeLink(user);

            CREATE TABLE throttle (
                key BLOB PRIMARY KEY CHECK (length(key) = 32),
                failures INTEGER NOT NULL CHECK (failures >= 0),
                lastAt INTEGER NOT NULL,
                waitsUntil INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
