extension Migration {
    /// That a question to a family has gone out once the mail server took it, and not when it was queued; in which
    /// language a family reads; what a parent was called before who was mended or taken off by hand, so that no list brings
    /// them back; and when an old answer ends after a change of phase.
    static let askingFamilies = Migration(
        "045 asking families",
        sql: """
            CREATE TABLE pictureQuestion (
                mail TEXT NOT NULL,
                request TEXT NOT NULL REFERENCES pictureRequest(id),
                email TEXT NOT NULL CHECK (email = lower(email)),
                deliveredAt INTEGER,
                failedAt INTEGER,
                PRIMARY KEY (mail, request),
                CHECK (deliveredAt IS NULL OR failedAt IS NULL)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX pictureQuestionOfRequest ON pictureQuestion(request, email);

            ALTER TABLE pictureRequest ADD COLUMN oldEndsOn TEXT CHECK (oldEndsOn GLOB '????-??-??');

            CREATE TABLE familyLanguage (
                email TEXT PRIMARY KEY CHECK (email = lower(email)),
                language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 8)
            ) STRICT, WITHOUT ROWID;

            ALTER TABLE pictureLinkWish ADD COLUMN language TEXT;

            CREATE TABLE parentRenamed (
                pupil TEXT NOT NULL REFERENCES person(id),
                was TEXT NOT NULL,
                name TEXT CHECK (length(trim(name)) > 0),
                PRIMARY KEY (pupil, was)
            ) STRICT, WITHOUT ROWID;
            """)
}
