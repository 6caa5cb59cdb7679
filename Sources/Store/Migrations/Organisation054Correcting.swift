extension Migration {
    /// Which published placement a later one puts right.
    static let correcting = Migration(
        "054 correcting",
        sql: """
            ALTER TABLE placement ADD COLUMN corrects TEXT REFERENCES placement(id);
            CREATE INDEX placementCorrects ON placement(corrects) WHERE corrects IS NOT NULL;
            """)
}
