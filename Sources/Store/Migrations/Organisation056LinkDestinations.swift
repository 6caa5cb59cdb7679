extension Migration {
    /// Where links lead, as somebody who follows them from outside found it, and when.
    static let linkDestinations = Migration(
        "056 linkDestinations",
        sql: """
            CREATE TABLE linkDestination (
                link TEXT PRIMARY KEY,
                followedAt INTEGER NOT NULL,
                destination TEXT NOT NULL,
                ending TEXT NOT NULL
                    CHECK (ending IN ('arrived', 'refused', 'unreachable', 'inside', 'too-many', 'no-address')),
                hops INTEGER NOT NULL CHECK (hops >= 0)
            ) STRICT, WITHOUT ROWID;
            """)
}
