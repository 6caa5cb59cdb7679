extension Migration {
    /// The organisation itself, its schools, and the people who sign in.
    static let people = Migration(
        "002 people",
        sql: """
            CREATE TABLE organisation (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                slug TEXT NOT NULL,
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
                isDemonstration INTEGER NOT NULL CHECK (isDemonstration IN (0, 1)),
                madeAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE school (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) BETWEEN 1 AND 60),
                name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
                addedAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE user (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL CHECK (length(trim(name)) > 0),
                email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
                addedAt INTEGER NOT NULL,
                endedAt INTEGER
            ) STRICT;

            CREATE TABLE roleGrant (
                id TEXT PRIMARY KEY,
                user TEXT NOT NULL REFERENCES user(id),
                role TEXT NOT NULL,
                school TEXT REFERENCES school(id),
                beginsAt INTEGER NOT NULL,
                endsAt INTEGER CHECK (endsAt >= beginsAt),
                why TEXT
            ) STRICT;
            CREATE INDEX roleGrantOfUser ON roleGrant(user);
            CREATE INDEX roleGrantOfRole ON roleGrant(role, school);

            CREATE TABLE deputy (
                id TEXT PRIMARY KEY,
                absent TEXT NOT NULL REFERENCES user(id),
                deputy TEXT NOT NULL REFERENCES user(id) CHECK (deputy <> absent),
                beginsAt INTEGER NOT NULL,
                endsAt INTEGER NOT NULL CHECK (endsAt > beginsAt)
            ) STRICT;
            CREATE INDEX deputyByDeputy ON deputy(deputy, beginsAt);
            CREATE INDEX deputyByAbsent ON deputy(absent, beginsAt);
            """)
}
