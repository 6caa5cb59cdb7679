extension Migration {
    /// Wishes that one person alone may look at log-in details again, which another confirms; one at a time for a place.
    static let onePersonRequests = Migration(
        "039 onePersonRequests",
        sql: """
            CREATE TABLE onePersonRequest (
                id TEXT PRIMARY KEY,
                school TEXT REFERENCES school(id),
                askedBy TEXT NOT NULL REFERENCES user(id),
                askedAt INTEGER NOT NULL,
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                answer TEXT CHECK (answer IN ('confirmed', 'declined', 'lapsed')),
                answeredBy TEXT REFERENCES user(id),
                settledAt INTEGER,
                CHECK ((answer IS NULL) = (settledAt IS NULL)),
                CHECK (answer IS NOT 'confirmed' OR (answeredBy IS NOT NULL AND answeredBy <> askedBy))
            ) STRICT;
            CREATE UNIQUE INDEX onePersonRequestOpen ON onePersonRequest(coalesce(school, '')) WHERE answer IS NULL;
            """)
}
