extension Migration {
    /// The pictures that prove a publication or a take-down, in the database itself: a backup of it has them all.
    static let proofs = Migration(
        "013 proofs",
        sql: """
            CREATE TABLE proofPicture (
                digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
                bytes BLOB NOT NULL,
                keptAt INTEGER NOT NULL
            ) STRICT;
            CREATE TRIGGER proofPictureIsNeverChanged BEFORE UPDATE ON proofPicture
            BEGIN SELECT RAISE(ABORT, 'a proof is never changed'); END;
            """)
}
