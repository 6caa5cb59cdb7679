extension Migration {
    /// When a person last looked whom an account follows, where no program is told.
    static let followingLooked = Migration(
        "041 followingLooked",
        sql: """
            CREATE TABLE followingLooked (
                account TEXT PRIMARY KEY REFERENCES account(id),
                at INTEGER NOT NULL,
                by TEXT NOT NULL REFERENCES user(id)
            ) STRICT, WITHOUT ROWID;
            """)
}
