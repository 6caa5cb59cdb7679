extension Migration {
    /// Groups of staff on social media, and who answers for each.
    static let staffGroups = Migration(
        "023 staff groups",
        sql: """
            CREATE TABLE staffGroup (
                id TEXT PRIMARY KEY,
                school TEXT REFERENCES school(id),
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                network TEXT NOT NULL,
                address TEXT NOT NULL CHECK (length(trim(address)) > 0),
                purpose TEXT NOT NULL,
                creator TEXT NOT NULL REFERENCES user(id),
                everyDays INTEGER NOT NULL CHECK (everyDays BETWEEN 1 AND 366),
                addedAt INTEGER NOT NULL,
                checkedAt INTEGER,
                closedAt INTEGER
            ) STRICT;
            CREATE INDEX staffGroupOfCreator ON staffGroup(creator) WHERE closedAt IS NULL;
            """)
}
