extension Migration {
    static let roll = Migration(
        "006 roll",
        sql: """
            CREATE TABLE person (
                id TEXT PRIMARY KEY,
                ref TEXT NOT NULL UNIQUE CHECK (length(ref) > 0),
                kind TEXT NOT NULL CHECK (kind IN ('pupil', 'staff')),
                given TEXT NOT NULL,
                family TEXT NOT NULL,
                preferred TEXT,
                middle TEXT,
                form TEXT,
                title TEXT,
                school TEXT REFERENCES school(id) CHECK (school IS NOT NULL OR kind = 'staff'),
                consentStatus TEXT NOT NULL,
                consentChannels TEXT,
                consentFrom TEXT,
                consentUntil TEXT,
                consentWithdrawnOn TEXT,
                leftAt INTEGER,
                CHECK (length(given) + length(family) > 0)
            ) STRICT;
            CREATE INDEX personOfSchool ON person(school, kind) WHERE leftAt IS NULL;

            CREATE TABLE rollRevision (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                revision INTEGER NOT NULL
            ) STRICT;
            INSERT INTO rollRevision (id, revision) VALUES (1, 0);
            """)

    static let settings = Migration(
        "007 settings",
        sql: """
            CREATE TABLE settings (
                scope TEXT PRIMARY KEY,
                school TEXT REFERENCES school(id),
                settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
                CHECK (scope = coalesce(school, 'organisation'))
            ) STRICT, WITHOUT ROWID;
            """)
}
