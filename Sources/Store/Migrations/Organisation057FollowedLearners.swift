extension Migration {
    /// Followed accounts that may be learners', as they were last compared with the roll.
    static let followedLearners = Migration(
        "057 followedLearners",
        sql: """
            CREATE TABLE followedLearner (
                account TEXT NOT NULL REFERENCES account(id),
                handle TEXT NOT NULL,
                name TEXT NOT NULL,
                foundAt INTEGER NOT NULL,
                PRIMARY KEY (account, handle)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE followingCompared (
                account TEXT PRIMARY KEY REFERENCES account(id),
                at INTEGER NOT NULL,
                followed INTEGER NOT NULL CHECK (followed >= 0)
            ) STRICT, WITHOUT ROWID;
            """)
}
