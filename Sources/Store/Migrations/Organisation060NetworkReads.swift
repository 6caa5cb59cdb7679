extension Migration {
    /// What the program read on networks that charge for it, by the day of UTC, which is how they count.
    static let networkReads = Migration(
        "060 networkReads",
        sql: """
            CREATE TABLE networkRead (
                account TEXT NOT NULL REFERENCES account(id),
                day INTEGER NOT NULL,
                users INTEGER NOT NULL CHECK (users >= 0),
                posts INTEGER NOT NULL CHECK (posts >= 0),
                PRIMARY KEY (account, day)
            ) STRICT, WITHOUT ROWID;
            """)
}
