extension Migration {
    /// A take-down that no person ordered: a family's answer did, or what changed while the post went out.
    static let orderedByNobody = Migration(
        "059 orderedByNobody",
        sql: """
            CREATE TABLE newTakedown (
                id TEXT PRIMARY KEY,
                placement TEXT NOT NULL UNIQUE REFERENCES placement(id),
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                section TEXT,
                deadline INTEGER NOT NULL,
                by TEXT REFERENCES user(id),
                at INTEGER NOT NULL,
                overdueAt INTEGER,
                proof TEXT,
                doneBy TEXT REFERENCES user(id),
                doneAt INTEGER
            ) STRICT;
            INSERT INTO newTakedown (id, placement, reason, section, deadline, by, at, overdueAt, proof, doneBy, doneAt)
                SELECT id, placement, reason, section, deadline, by, at, overdueAt, proof, doneBy, doneAt FROM takedown;
            DROP TABLE takedown;
            ALTER TABLE newTakedown RENAME TO takedown;
            """)
}
