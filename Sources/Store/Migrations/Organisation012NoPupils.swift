extension Migration {
    static let noPupils = Migration(
        "012 no pupils",
        sql: """
            CREATE TABLE noPupils (
                school TEXT PRIMARY KEY REFERENCES school(id),
                statedAt INTEGER NOT NULL,
                why TEXT NOT NULL CHECK (length(trim(why)) > 0)
            ) STRICT, WITHOUT ROWID;
            """)
}
