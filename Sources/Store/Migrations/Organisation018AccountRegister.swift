extension Migration {
    /// The register of accounts: their state and details, who runs them, and what is asked for. Accounts that were here
    /// before are legacy ones, and the schedule opens the task of bringing each into order.
    static let accountRegister = Migration(
        "018 account register",
        sql: """
            ALTER TABLE account ADD COLUMN state TEXT NOT NULL DEFAULT 'legacy'
                CHECK (state IN ('active', 'legacy', 'closed'));
            ALTER TABLE account ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
            UPDATE account SET state = 'closed' WHERE closedAt IS NOT NULL;

            CREATE TABLE accountOperator (
                account TEXT NOT NULL REFERENCES account(id),
                user TEXT NOT NULL REFERENCES user(id),
                isLead INTEGER NOT NULL CHECK (isLead IN (0, 1)),
                isTrained INTEGER CHECK (isTrained IN (0, 1)),
                since INTEGER NOT NULL,
                until INTEGER,
                PRIMARY KEY (account, user, since)
            ) STRICT, WITHOUT ROWID;
            CREATE UNIQUE INDEX accountOperatorNow ON accountOperator(account, user) WHERE until IS NULL;
            CREATE INDEX accountOfOperator ON accountOperator(user) WHERE until IS NULL;

            CREATE TABLE accountApplication (
                id TEXT PRIMARY KEY,
                school TEXT NOT NULL REFERENCES school(id),
                askedBy TEXT NOT NULL REFERENCES user(id),
                askedAt INTEGER NOT NULL,
                asked TEXT NOT NULL,
                state TEXT NOT NULL
                    CHECK (state IN ('asked', 'approved', 'rejected', 'told', 'opened', 'withdrawn')),
                settledBy TEXT REFERENCES user(id),
                settledAt INTEGER,
                reason TEXT,
                address TEXT,
                trained TEXT NOT NULL DEFAULT '[]',
                account TEXT REFERENCES account(id),
                CHECK (state <> 'rejected' OR coalesce(length(trim(reason)), 0) > 0),
                CHECK (state NOT IN ('approved', 'rejected', 'told') OR settledBy IS NOT NULL),
                CHECK (state <> 'opened' OR account IS NOT NULL)
            ) STRICT;
            CREATE INDEX accountApplicationOfSchool ON accountApplication(school, state);

            CREATE TRIGGER activeAccountHasItsDecision BEFORE UPDATE OF state ON account
            WHEN NEW.state = 'active' AND OLD.state <> 'active'
                AND NOT EXISTS (SELECT 1 FROM accountApplication
                    WHERE account = NEW.id AND state IN ('approved', 'told', 'opened') AND settledAt IS NOT NULL)
            BEGIN SELECT RAISE(ABORT, 'no account is active without a decision on record'); END;

            INSERT INTO due (kind, subject, at)
                SELECT 'accounts.legacy', id, 0 FROM account WHERE closedAt IS NULL;
            """)
}
