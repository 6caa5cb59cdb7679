extension Migration {
    /// Answers to followers that somebody asks a senior leader about first, and mistakes that harm the school's name.
    static let repliesTalkedOver = Migration(
        "047 repliesTalkedOver",
        sql: """
            CREATE TABLE replyOpinion (
                id TEXT PRIMARY KEY,
                account TEXT NOT NULL REFERENCES account(id),
                asks TEXT NOT NULL,
                asked TEXT NOT NULL,
                reply TEXT NOT NULL CHECK (length(trim(reply)) > 0),
                flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                goesOut INTEGER CHECK (goesOut IN (0, 1)),
                says TEXT,
                saidBy TEXT REFERENCES user(id),
                saidAt INTEGER,
                CHECK ((saidAt IS NULL) = (says IS NULL) AND (saidAt IS NULL) = (saidBy IS NULL)
                    AND (saidAt IS NULL) = (goesOut IS NULL))
            ) STRICT;
            CREATE INDEX replyOpinionOfAccount ON replyOpinion(account, at);

            ALTER TABLE mistake ADD COLUMN harmsStanding INTEGER NOT NULL DEFAULT 0 CHECK (harmsStanding IN (0, 1));
            ALTER TABLE mistake ADD COLUMN standingSection TEXT;
            """)
}
