extension Migration {
    /// Accounts joined by their networks' own pages, permissions that run out, and work that clears up after attempts.
    static let connecting = Migration(
        "051 connecting",
        sql: """
            ALTER TABLE connection ADD COLUMN endsAt INTEGER;

            CREATE TABLE networkApp (
                network TEXT PRIMARY KEY,
                id TEXT NOT NULL,
                secret BLOB NOT NULL CHECK (length(secret) > 16),
                enteredBy TEXT NOT NULL REFERENCES user(id),
                enteredAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE joining (
                account TEXT PRIMARY KEY REFERENCES account(id),
                user TEXT NOT NULL REFERENCES user(id),
                server TEXT NOT NULL,
                userName TEXT NOT NULL,
                stateHash BLOB UNIQUE CHECK (length(stateHash) = 32),
                browserHash BLOB NOT NULL CHECK (length(browserHash) = 32),
                verifier TEXT NOT NULL CHECK (length(verifier) BETWEEN 43 AND 128),
                app BLOB NOT NULL CHECK (length(app) > 16),
                choices BLOB CHECK (length(choices) > 16),
                begunAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE newDispatch (
                placement TEXT NOT NULL REFERENCES placement(id),
                work TEXT NOT NULL CHECK (work IN ('publish', 'take-down', 'clear-up')),
                account TEXT NOT NULL REFERENCES account(id),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'done', 'given-up', 'dropped')),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                nextAt INTEGER NOT NULL,
                begunAt INTEGER,
                mayBeOut INTEGER NOT NULL DEFAULT 0 CHECK (mayBeOut IN (0, 1)),
                trouble TEXT,
                prepared TEXT,
                lease TEXT,
                leasedUntil INTEGER,
                PRIMARY KEY (placement, work),
                CHECK (attempts = 0 OR begunAt IS NOT NULL)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO newDispatch (placement, work, account, state, attempts, nextAt, begunAt, mayBeOut, trouble, lease,
                leasedUntil)
                SELECT placement, work, account, state, attempts, nextAt, begunAt, mayBeOut, trouble, lease, leasedUntil
                FROM dispatch;
            DROP TABLE dispatch;
            ALTER TABLE newDispatch RENAME TO dispatch;
            CREATE INDEX dispatchByTime ON dispatch(nextAt) WHERE state IN ('waiting', 'begun');
            CREATE INDEX dispatchOfAccount ON dispatch(account, state);
            """)
}
