extension Migration {
    /// Accounts joined to their networks, what the program does there, and publications that no person made.
    static let goingOut = Migration(
        "050 goingOut",
        sql: """
            CREATE TABLE connection (
                account TEXT PRIMARY KEY REFERENCES account(id),
                server TEXT NOT NULL,
                userName TEXT NOT NULL,
                identity TEXT NOT NULL,
                capabilities TEXT NOT NULL,
                secret BLOB NOT NULL,
                connectedBy TEXT NOT NULL REFERENCES user(id),
                connectedAt INTEGER NOT NULL,
                checkedAt INTEGER NOT NULL,
                nextCheckAt INTEGER NOT NULL,
                brokenSince INTEGER,
                trouble TEXT,
                CHECK ((brokenSince IS NULL) = (trouble IS NULL))
            ) STRICT;
            CREATE INDEX connectionByCheck ON connection(nextCheckAt);

            CREATE TABLE dispatch (
                placement TEXT NOT NULL REFERENCES placement(id),
                work TEXT NOT NULL CHECK (work IN ('publish', 'take-down')),
                account TEXT NOT NULL REFERENCES account(id),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'done', 'given-up', 'dropped')),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                nextAt INTEGER NOT NULL,
                begunAt INTEGER,
                mayBeOut INTEGER NOT NULL DEFAULT 0 CHECK (mayBeOut IN (0, 1)),
                trouble TEXT,
                lease TEXT,
                leasedUntil INTEGER,
                PRIMARY KEY (placement, work),
                CHECK (attempts = 0 OR begunAt IS NOT NULL)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX dispatchByTime ON dispatch(nextAt) WHERE state IN ('waiting', 'begun');
            CREATE INDEX dispatchOfAccount ON dispatch(account, state);

            CREATE TABLE newPublication (
                placement TEXT PRIMARY KEY REFERENCES placement(id),
                proof TEXT NOT NULL,
                by TEXT REFERENCES user(id),
                at INTEGER NOT NULL,
                networkID TEXT,
                networkAccount TEXT,
                CHECK (by IS NOT NULL OR networkID IS NOT NULL),
                CHECK ((networkID IS NULL) = (networkAccount IS NULL))
            ) STRICT;
            INSERT INTO newPublication (placement, proof, by, at) SELECT placement, proof, by, at FROM publication;
            DROP TABLE publication;
            ALTER TABLE newPublication RENAME TO publication;
            CREATE INDEX publicationByTime ON publication(at);
            CREATE TRIGGER publicationIsNeverChanged BEFORE UPDATE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication is never changed'); END;
            CREATE TRIGGER publicationIsNeverDeleted BEFORE DELETE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;

            CREATE TABLE newPlacementState (
                id INTEGER PRIMARY KEY,
                placement TEXT NOT NULL REFERENCES placement(id),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'expired', 'withdrawn', 'superseded',
                    'scheduled', 'stopped', 'ready', 'sending', 'published', 'ordered', 'taken-down')),
                since INTEGER NOT NULL,
                until INTEGER CHECK (until >= since),
                by TEXT NOT NULL,
                why TEXT,
                event INTEGER NOT NULL REFERENCES event(number) DEFERRABLE INITIALLY DEFERRED
            ) STRICT;
            INSERT INTO newPlacementState (id, placement, state, since, until, by, why, event)
                SELECT id, placement, state, since, until, by, why, event FROM placementState;
            DROP TABLE placementState;
            ALTER TABLE newPlacementState RENAME TO placementState;
            CREATE UNIQUE INDEX onePlacementStateAtATime ON placementState(placement) WHERE until IS NULL;
            CREATE INDEX placementStates ON placementState(placement, id);
            CREATE INDEX placementInState ON placementState(state, since) WHERE until IS NULL;
            CREATE INDEX placementStateBy ON placementState(by, since);
            """)
}
