extension Migration {
    /// Objections to pictures by people who are on no roll, and names that were typed under pictures for nobody on it, so
    /// that an objection which comes later finds what shows them.
    static let visitorObjections = Migration(
        "046 visitor objections",
        sql: """
            CREATE TABLE visitorObjection (
                id TEXT PRIMARY KEY,
                school TEXT NOT NULL REFERENCES school(id),
                given TEXT NOT NULL,
                family TEXT NOT NULL,
                description TEXT NOT NULL CHECK (length(trim(description)) > 0),
                saidOn TEXT NOT NULL CHECK (saidOn GLOB '????-??-??'),
                version INTEGER NOT NULL CHECK (version > 0),
                at INTEGER NOT NULL,
                by TEXT NOT NULL,
                liftedVersion INTEGER,
                liftedAt INTEGER,
                CHECK (length(given) + length(family) > 0),
                CHECK ((liftedVersion IS NULL) = (liftedAt IS NULL))
            ) STRICT;

            CREATE TABLE picturedName (
                picture TEXT NOT NULL REFERENCES picture(id),
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                PRIMARY KEY (picture, name)
            ) STRICT, WITHOUT ROWID;

            INSERT INTO picturedName (picture, name)
            SELECT DISTINCT picture.id, trim(typed.value) FROM postDraft
                JOIN json_each(postDraft.content, '$.pictures') AS one
                JOIN picture ON picture.id = json_extract(one.value, '$.picture')
                JOIN json_each(one.value, '$.people') AS typed
            WHERE length(trim(typed.value)) > 0 AND NOT EXISTS (SELECT 1 FROM person WHERE ref = typed.value);
            """)
}
