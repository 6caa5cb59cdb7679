extension Migration {
    /// Mistakes that somebody reported about a post: what went wrong in their words, what they asked for, and the advice.
    static let mistakes = Migration(
        "055 mistakes",
        sql: """
            CREATE TABLE mistake (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                isOwn INTEGER NOT NULL CHECK (isOwn IN (0, 1)),
                wish TEXT NOT NULL CHECK (wish IN ('take-down', 'correct', 'advice')),
                says TEXT NOT NULL CHECK (length(trim(says)) > 0),
                section TEXT,
                told TEXT NOT NULL,
                advice TEXT,
                advisedBy TEXT REFERENCES user(id),
                advisedAt INTEGER,
                CHECK ((advice IS NULL) = (advisedBy IS NULL) AND (advice IS NULL) = (advisedAt IS NULL))
            ) STRICT;
            CREATE INDEX mistakeOfPost ON mistake(post, at);
            """)
}
