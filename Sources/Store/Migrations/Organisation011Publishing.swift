extension Migration {
    /// Posts: drafts that change, revisions that never do, placements whose state is a row with who, when and why.
    static let publishing = Migration(
        "011 publishing",
        sql: """
            CREATE TABLE post (
                id TEXT PRIMARY KEY,
                school TEXT NOT NULL REFERENCES school(id),
                author TEXT NOT NULL REFERENCES user(id),
                keeper TEXT NOT NULL REFERENCES user(id),
                startedAt INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX postOfAuthor ON post(author, startedAt);
            CREATE INDEX postOfKeeper ON post(keeper);
            CREATE INDEX postOfSchool ON post(school, startedAt);
            CREATE TRIGGER postKeepsItsAuthor BEFORE UPDATE OF id, school, author, startedAt ON post
            BEGIN SELECT RAISE(ABORT, 'a post keeps its author'); END;

            CREATE TABLE postDraft (
                post TEXT PRIMARY KEY REFERENCES post(id),
                version INTEGER NOT NULL CHECK (version > 0),
                content TEXT NOT NULL,
                words TEXT NOT NULL,
                writers TEXT NOT NULL,
                savedAt INTEGER NOT NULL,
                savedBy TEXT NOT NULL REFERENCES user(id),
                discardedAt INTEGER
            ) STRICT;
            CREATE INDEX postDraftByTime ON postDraft(savedAt);

            CREATE TABLE revision (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                number INTEGER NOT NULL CHECK (number > 0),
                content TEXT NOT NULL,
                draftVersion INTEGER NOT NULL,
                writers TEXT NOT NULL,
                sentBy TEXT NOT NULL REFERENCES user(id),
                sentAt INTEGER NOT NULL,
                UNIQUE (post, number)
            ) STRICT;
            CREATE TRIGGER revisionIsNeverChanged BEFORE UPDATE ON revision
            BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
            CREATE TRIGGER revisionIsNeverDeleted BEFORE DELETE ON revision
            BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

            CREATE TABLE placement (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                revision TEXT NOT NULL REFERENCES revision(id),
                account TEXT NOT NULL REFERENCES account(id),
                draft TEXT NOT NULL,
                publishAt INTEGER NOT NULL,
                UNIQUE (revision, account)
            ) STRICT;
            CREATE INDEX placementOfPost ON placement(post);
            CREATE INDEX placementOfAccount ON placement(account, publishAt);
            CREATE INDEX placementByTime ON placement(publishAt);
            CREATE TRIGGER placementIsNeverChanged BEFORE UPDATE ON placement
            BEGIN SELECT RAISE(ABORT, 'a placement is never changed'); END;
            CREATE TRIGGER placementIsNeverDeleted BEFORE DELETE ON placement
            BEGIN SELECT RAISE(ABORT, 'a placement is never deleted'); END;

            CREATE TABLE placementState (
                id INTEGER PRIMARY KEY,
                placement TEXT NOT NULL REFERENCES placement(id),
                state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'expired', 'withdrawn', 'superseded',
                    'scheduled', 'stopped', 'ready', 'published', 'ordered', 'taken-down')),
                since INTEGER NOT NULL,
                until INTEGER CHECK (until >= since),
                by TEXT NOT NULL,
                why TEXT,
                event INTEGER NOT NULL REFERENCES event(number) DEFERRABLE INITIALLY DEFERRED
            ) STRICT;
            CREATE UNIQUE INDEX onePlacementStateAtATime ON placementState(placement) WHERE until IS NULL;
            CREATE INDEX placementInState ON placementState(state, since) WHERE until IS NULL;
            CREATE INDEX placementStates ON placementState(placement, id);

            CREATE TABLE placementDecision (
                id INTEGER PRIMARY KEY,
                placement TEXT NOT NULL REFERENCES placement(id),
                stage TEXT NOT NULL CHECK (stage IN ('sent', 'approved', 'due', 'published')),
                decision TEXT NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('clear', 'warn', 'hold', 'block')),
                policy TEXT NOT NULL,
                digest TEXT NOT NULL,
                controlsRevision TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX decisionOfPlacement ON placementDecision(placement, id);
            CREATE TRIGGER decisionIsNeverChanged BEFORE UPDATE ON placementDecision
            BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;

            CREATE TABLE findingRelease (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                finding TEXT NOT NULL,
                role TEXT NOT NULL,
                by TEXT NOT NULL REFERENCES user(id),
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                at INTEGER NOT NULL,
                UNIQUE (post, finding)
            ) STRICT;

            CREATE TABLE correction (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                finding TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('not-our-pupil', 'public-number', 'place', 'not-a-party', 'other')),
                says TEXT NOT NULL CHECK (length(trim(says)) > 0),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                outcome TEXT CHECK (outcome IN ('confirmed', 'rejected', 'withdrawn')),
                outcomeBy TEXT REFERENCES user(id),
                outcomeAt INTEGER,
                outcomeWhy TEXT,
                CHECK ((outcome IS NULL) = (outcomeBy IS NULL) AND (outcome IS NULL) = (outcomeAt IS NULL)),
                CHECK (outcome IS NOT 'confirmed' OR outcomeBy <> by)
            ) STRICT;
            CREATE UNIQUE INDEX oneStandingCorrection ON correction(post, finding)
                WHERE outcome IS NULL OR outcome = 'confirmed';
            CREATE INDEX correctionOfPost ON correction(post, at);

            CREATE TABLE postNote (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                revision INTEGER NOT NULL,
                fromScalar INTEGER,
                toScalar INTEGER CHECK (toScalar > fromScalar),
                quote TEXT,
                says TEXT NOT NULL CHECK (length(trim(says)) > 0),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                answer TEXT,
                answeredBy TEXT REFERENCES user(id),
                answeredAt INTEGER
            ) STRICT;
            CREATE INDEX noteOfPost ON postNote(post, at);

            CREATE TABLE secondOpinion (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                asks TEXT NOT NULL REFERENCES user(id),
                asked TEXT NOT NULL REFERENCES user(id) CHECK (asked <> asks),
                question TEXT NOT NULL,
                at INTEGER NOT NULL,
                answer TEXT,
                answeredAt INTEGER
            ) STRICT;
            CREATE INDEX secondOpinionOfPost ON secondOpinion(post, at);

            CREATE TABLE publication (
                placement TEXT PRIMARY KEY REFERENCES placement(id),
                proof TEXT NOT NULL,
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX publicationByTime ON publication(at);
            CREATE TRIGGER publicationIsNeverChanged BEFORE UPDATE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication is never changed'); END;
            CREATE TRIGGER publicationIsNeverDeleted BEFORE DELETE ON publication
            BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;

            CREATE TABLE takedown (
                id TEXT PRIMARY KEY,
                placement TEXT NOT NULL UNIQUE REFERENCES placement(id),
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                section TEXT,
                deadline INTEGER NOT NULL,
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                overdueAt INTEGER,
                proof TEXT,
                doneBy TEXT REFERENCES user(id),
                doneAt INTEGER
            ) STRICT;

            CREATE TABLE postReview (
                id TEXT PRIMARY KEY,
                placement TEXT NOT NULL REFERENCES placement(id),
                askedAt INTEGER NOT NULL,
                dueAt INTEGER NOT NULL,
                outcome TEXT CHECK (outcome IN ('still-right', 'take-down')),
                by TEXT REFERENCES user(id),
                at INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX oneOpenPostReview ON postReview(placement) WHERE outcome IS NULL;

            CREATE TABLE publishingPause (
                id TEXT PRIMARY KEY,
                school TEXT REFERENCES school(id),
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                by TEXT NOT NULL,
                at INTEGER NOT NULL,
                endedBy TEXT,
                endedAt INTEGER,
                endedWhy TEXT
            ) STRICT;
            CREATE UNIQUE INDEX onePauseAtATime ON publishingPause(coalesce(school, '')) WHERE endedAt IS NULL;

            CREATE TABLE due (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
                subject TEXT NOT NULL,
                at INTEGER NOT NULL,
                leasedUntil INTEGER,
                lease TEXT,
                attempts INTEGER NOT NULL DEFAULT 0,
                UNIQUE (kind, subject)
            ) STRICT;
            CREATE INDEX dueByTime ON due(at);
            """)
}
