extension Migration {
    /// Courses, sessions and briefings, who has done which course when; editions of the guidance on safeguarding, and who
    /// has read which.
    static let training = Migration(
        "021 training",
        sql: """
            CREATE TABLE course (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) > 0),
                months INTEGER CHECK (months > 0),
                counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
                isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1))
            ) STRICT;

            CREATE TABLE trainingSession (
                id TEXT PRIMARY KEY,
                title TEXT NOT NULL CHECK (length(trim(title)) > 0),
                audiences TEXT NOT NULL CHECK (length(audiences) > 0),
                course TEXT REFERENCES course(id),
                school TEXT REFERENCES school(id),
                heldOn TEXT NOT NULL CHECK (heldOn GLOB '????-??-??'),
                arrangedBy TEXT NOT NULL REFERENCES user(id),
                about TEXT,
                cancelled TEXT CHECK (length(trim(cancelled)) > 0)
            ) STRICT;

            CREATE INDEX trainingSessionByDay ON trainingSession(heldOn);

            CREATE TABLE attendance (
                id TEXT PRIMARY KEY,
                user TEXT NOT NULL REFERENCES user(id),
                course TEXT NOT NULL REFERENCES course(id),
                doneOn TEXT NOT NULL CHECK (doneOn GLOB '????-??-??'),
                countsUntil TEXT CHECK (countsUntil >= doneOn),
                session TEXT REFERENCES trainingSession(id),
                certificate TEXT CHECK (length(trim(certificate)) > 0),
                takenBack TEXT CHECK (length(trim(takenBack)) > 0)
            ) STRICT;

            CREATE UNIQUE INDEX oneAttendanceOfACourseADay ON attendance(user, course, doneOn) WHERE takenBack IS NULL;

            CREATE INDEX attendanceOfSession ON attendance(session) WHERE session IS NOT NULL;

            CREATE TABLE statutoryEdition (
                edition INTEGER PRIMARY KEY,
                title TEXT NOT NULL CHECK (length(trim(title)) > 0),
                fromDay TEXT NOT NULL CHECK (fromDay GLOB '????-??-??'),
                link TEXT NOT NULL CHECK (link GLOB 'https://*')
            ) STRICT;

            CREATE TABLE editionRead (
                user TEXT NOT NULL REFERENCES user(id),
                edition INTEGER NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (user, edition)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER editionReadIsNeverChanged BEFORE UPDATE ON editionRead
            BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;

            CREATE TRIGGER editionReadStays BEFORE DELETE ON editionRead
            BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never deleted'); END;

            INSERT INTO due (kind, subject, at)
            SELECT 'handbook.school-year-begins', 'organisation', 0
            WHERE EXISTS (SELECT 1 FROM policyVersion WHERE inForceFrom IS NOT NULL);
            """)
}
