extension Migration {
    /// What followers asked on accounts that speak one way, for the school office.
    static let officeMatters = Migration(
        "058 officeMatters",
        sql: """
            CREATE TABLE officeMatter (
                id TEXT PRIMARY KEY,
                account TEXT NOT NULL REFERENCES account(id),
                asks TEXT NOT NULL,
                says TEXT NOT NULL CHECK (length(trim(says)) > 0),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                answeredBy TEXT REFERENCES user(id),
                answeredAt INTEGER,
                CHECK ((answeredBy IS NULL) = (answeredAt IS NULL))
            ) STRICT;
            CREATE INDEX officeMatterOfAccount ON officeMatter(account, at);
            """)
}
