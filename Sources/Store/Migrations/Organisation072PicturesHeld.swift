extension Migration {
    /// A picture that looks like one that must not exist is held until a person has looked; the same file is known by its
    /// digest; and whoever may lets in what looks like one that ended.
    static let picturesHeld = Migration(
        "072 picturesHeld",
        sql: """
            ALTER TABLE picture ADD COLUMN digest TEXT CHECK (length(digest) = 64);
            ALTER TABLE picture ADD COLUMN heldAt INTEGER;
            ALTER TABLE picture ADD COLUMN likesLetInAt INTEGER;
            """)
}
