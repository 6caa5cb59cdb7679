extension Migration {
    /// How long a film runs, in milliseconds; null for a picture.
    static let films = Migration(
        "036 films", sql: "ALTER TABLE picture ADD COLUMN milliseconds INTEGER CHECK (milliseconds >= 0);")
}
