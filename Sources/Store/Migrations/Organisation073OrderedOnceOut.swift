extension Migration {
    /// Orders that came while a post was going out: whether it is out is known only later, and then it comes down by them.
    static let orderedOnceOut = Migration(
        "073 orderedOnceOut",
        sql: """
            CREATE TABLE orderOnceOut (
                placement TEXT PRIMARY KEY NOT NULL REFERENCES placement(id),
                reason TEXT NOT NULL,
                section TEXT,
                deadline INTEGER NOT NULL,
                by TEXT REFERENCES user(id),
                at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
