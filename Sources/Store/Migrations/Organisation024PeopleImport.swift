extension Migration {
    /// Parents and classes of pupils, and how lists with the same headings were read last time.
    static let peopleImport = Migration(
        "024 people import",
        sql: """
            CREATE TABLE parent (
                pupil TEXT NOT NULL REFERENCES person(id),
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                email TEXT CHECK (email = lower(email)),
                relation TEXT,
                PRIMARY KEY (pupil, name)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX parentOfEmail ON parent(email) WHERE email IS NOT NULL;

            CREATE TABLE class (
                ref TEXT PRIMARY KEY CHECK (length(ref) > 0),
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                school TEXT REFERENCES school(id),
                endedAt INTEGER
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE classMember (
                class TEXT NOT NULL REFERENCES class(ref),
                person TEXT NOT NULL REFERENCES person(id),
                PRIMARY KEY (class, person)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX classOfMember ON classMember(person);

            CREATE TABLE importMapping (
                headings TEXT PRIMARY KEY,
                mapping TEXT NOT NULL CHECK (mapping GLOB '{*}'),
                usedAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
