extension Migration {
    /// Signing in with the school's own account at a provider. Secrets are sealed with a key that is not here.
    static let signInProvider = Migration(
        "020 sign-in provider",
        sql: """
            CREATE TABLE signInProvider (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
                secret BLOB NOT NULL CHECK (length(secret) > 16),
                changedAt INTEGER NOT NULL,
                triedAt INTEGER
            ) STRICT;

            CREATE TABLE providerSignIn (
                stateHash BLOB PRIMARY KEY CHECK (length(stateHash) = 32),
                browserHash BLOB NOT NULL CHECK (length(browserHash) = 32),
                purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'link', 'try')),
                link BLOB CHECK (length(link) = 32),
                user TEXT REFERENCES user(id),
                nonce TEXT NOT NULL,
                verifier TEXT NOT NULL CHECK (length(verifier) BETWEEN 43 AND 128),
                begunAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX providerSignInByTime ON providerSignIn(begunAt);

            CREATE TABLE providerIdentity (
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
                user TEXT NOT NULL REFERENCES user(id),
                boundAt INTEGER NOT NULL,
                PRIMARY KEY (issuer, subject)
            ) STRICT, WITHOUT ROWID;

            CREATE UNIQUE INDEX oneIdentityPerUserAndProvider ON providerIdentity(user, issuer);

            CREATE TABLE providerCheck (
                user TEXT PRIMARY KEY REFERENCES user(id),
                issuer TEXT NOT NULL,
                refreshToken BLOB NOT NULL CHECK (length(refreshToken) > 16),
                dueAt INTEGER NOT NULL,
                checkedAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX providerCheckByTime ON providerCheck(dueAt);

            CREATE TABLE groupGrant (
                roleGrant TEXT PRIMARY KEY REFERENCES roleGrant(id),
                user TEXT NOT NULL REFERENCES user(id),
                groupName TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX groupGrantOfUser ON groupGrant(user);
            """)
}
