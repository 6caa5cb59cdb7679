extension Migration {
    /// Which roles a list of roles gave, so that the next list can tell which it has no longer.
    static let roleList = Migration(
        "042 roleList",
        sql: """
            CREATE TABLE listGrant (
                roleGrant TEXT PRIMARY KEY REFERENCES roleGrant(id)
            ) STRICT, WITHOUT ROWID;
            """)
}
