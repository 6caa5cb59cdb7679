extension Migration {
    /// The register of social media accounts, as far as posting needs it.
    static let accounts = Migration(
        "010 accounts",
        sql: """
            CREATE TABLE account (
                id TEXT PRIMARY KEY,
                school TEXT NOT NULL REFERENCES school(id),
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                network TEXT NOT NULL,
                handle TEXT NOT NULL CHECK (length(trim(handle)) > 0),
                type TEXT NOT NULL CHECK (type IN ('school_main', 'department', 'friends', 'individual', 'teaching')),
                readers TEXT NOT NULL CHECK (readers IN ('families', 'children')),
                addedAt INTEGER NOT NULL,
                closedAt INTEGER,
                UNIQUE (network, handle)
            ) STRICT;
            CREATE INDEX accountOfSchool ON account(school, name);
            """)
}
