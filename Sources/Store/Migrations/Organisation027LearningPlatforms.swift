extension Migration {
    /// Learning platforms, and which parents were told what is acceptable there.
    static let learningPlatforms = Migration(
        "027 learning platforms",
        sql: """
            CREATE TABLE learningPlatform (
                id TEXT PRIMARY KEY,
                school TEXT NOT NULL REFERENCES school(id),
                name TEXT NOT NULL COLLATE NOCASE CHECK (length(trim(name)) > 0),
                address TEXT,
                parentsPost INTEGER NOT NULL CHECK (parentsPost IN (0, 1)),
                rules TEXT NOT NULL,
                isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1)),
                UNIQUE (school, name)
            ) STRICT;

            CREATE TABLE parentsTold (
                id TEXT PRIMARY KEY,
                platform TEXT NOT NULL REFERENCES learningPlatform(id),
                whom TEXT CHECK (length(trim(whom)) > 0),
                how TEXT NOT NULL,
                toldOn TEXT NOT NULL CHECK (toldOn GLOB '????-??-??'),
                toldBy TEXT NOT NULL REFERENCES user(id)
            ) STRICT;

            CREATE INDEX parentsToldOfPlatform ON parentsTold(platform, toldOn);

            CREATE TRIGGER parentsToldIsNeverChanged BEFORE UPDATE ON parentsTold
            BEGIN SELECT RAISE(ABORT, 'that parents were told is never changed'); END;
            """)
}
