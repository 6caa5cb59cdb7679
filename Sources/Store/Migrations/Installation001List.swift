extension Migration {
    static let installationList = Migration(
        "001 list",
        sql: """
            CREATE TABLE installation (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                publicAddress TEXT,
                setUpTokenHash BLOB CHECK (length(setUpTokenHash) = 32),
                setUpAnswers BLOB,
                madeAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE organisation (
                slug TEXT PRIMARY KEY CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) BETWEEN 1 AND 60),
                name TEXT NOT NULL CHECK (length(name) > 0),
                addedAt INTEGER NOT NULL
            ) STRICT;
            """)
}
