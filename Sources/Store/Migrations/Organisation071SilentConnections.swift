extension Migration {
    /// Since when a network gives no answer to a look at its connection, in milliseconds; null while it does. And whether
    /// whoever looked whom an account follows found somebody who learns here.
    static let silentConnections = Migration(
        "071 silentConnections",
        sql: """
            ALTER TABLE connection ADD COLUMN silentSince INTEGER;
            ALTER TABLE followingLooked ADD COLUMN foundSome INTEGER NOT NULL DEFAULT 0 CHECK (foundSome IN (0, 1));
            """)
}
