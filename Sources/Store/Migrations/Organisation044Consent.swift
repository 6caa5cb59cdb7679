extension Migration {
    /// What was said about pictures of whom, by whom and how; who was asked; links for parents; and the list of those who
    /// must not be published, with who knows it. What the roll said of consent counts as said by a list that names nobody.
    static let consent = Migration(
        "044 consent",
        sql: """
            ALTER TABLE person ADD COLUMN picturesAskedOn TEXT CHECK (picturesAskedOn GLOB '????-??-??');

            CREATE TABLE consentAnswer (
                number INTEGER PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person(id),
                giver TEXT NOT NULL CHECK (giver IN ('parent', 'themselves', 'form', 'school')),
                giverName TEXT CHECK (length(trim(giverName)) > 0),
                status TEXT NOT NULL,
                channels TEXT,
                fromDay TEXT,
                untilDay TEXT,
                withdrawnOn TEXT,
                way TEXT NOT NULL CHECK (way IN ('link', 'paper', 'said', 'import')),
                wording TEXT,
                language TEXT,
                signedAs TEXT,
                saidOn TEXT NOT NULL CHECK (saidOn GLOB '????-??-??'),
                at INTEGER NOT NULL,
                by TEXT NOT NULL,
                CHECK ((giver = 'parent') = (giverName IS NOT NULL))
            ) STRICT;

            CREATE INDEX consentAnswerOfPerson ON consentAnswer(person, number);

            CREATE TRIGGER consentAnswerIsNeverChanged BEFORE UPDATE ON consentAnswer
            BEGIN SELECT RAISE(ABORT, 'an answer is never changed, only followed by another'); END;

            CREATE TRIGGER consentAnswerStays BEFORE DELETE ON consentAnswer
            BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

            INSERT INTO consentAnswer (person, giver, status, channels, fromDay, untilDay, withdrawnOn, way, saidOn, at, by)
            SELECT id, 'form', consentStatus, consentChannels, consentFrom, consentUntil, consentWithdrawnOn, 'import',
                date('now'), CAST(strftime('%s', 'now') AS INTEGER) * 1000, 'schedule'
            FROM person WHERE consentStatus <> 'not_recorded' ORDER BY rowid;

            CREATE TABLE consentReason (
                answer INTEGER PRIMARY KEY REFERENCES consentAnswer(number),
                reason BLOB NOT NULL
            ) STRICT;

            CREATE TABLE pictureRequest (
                id TEXT PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person(id),
                because TEXT NOT NULL CHECK (because IN ('joined', 'ends', 'phase', 'office')),
                openedAt INTEGER NOT NULL,
                askedAt INTEGER,
                way TEXT CHECK (way IN ('link', 'paper')),
                closedAt INTEGER,
                CHECK ((askedAt IS NULL) = (way IS NULL))
            ) STRICT;

            CREATE UNIQUE INDEX oneOpenPictureRequest ON pictureRequest(person) WHERE closedAt IS NULL;

            CREATE TABLE pictureLink (
                tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
                email TEXT NOT NULL CHECK (email = lower(email)),
                madeAt INTEGER NOT NULL,
                expiresAt INTEGER NOT NULL CHECK (expiresAt > madeAt),
                usedAt INTEGER
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX pictureLinkOfEmail ON pictureLink(email) WHERE usedAt IS NULL;

            CREATE TABLE pictureLinkWish (
                id TEXT PRIMARY KEY,
                email BLOB NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE pictureListChange (
                school TEXT NOT NULL REFERENCES school(id),
                version INTEGER NOT NULL CHECK (version > 0),
                person TEXT NOT NULL REFERENCES person(id),
                at INTEGER NOT NULL,
                PRIMARY KEY (school, version, person)
            ) STRICT, WITHOUT ROWID;

            INSERT INTO pictureListChange (school, version, person, at)
            SELECT school, 1, id, CAST(strftime('%s', 'now') AS INTEGER) * 1000 FROM person
            WHERE school IS NOT NULL AND leftAt IS NULL
                AND (consentStatus IN ('refused', 'withdrawn', 'restricted', 'objected') OR consentChannels IS NOT NULL);

            CREATE TABLE pictureListKnown (
                user TEXT NOT NULL REFERENCES user(id),
                school TEXT NOT NULL REFERENCES school(id),
                version INTEGER NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (user, school, version)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER pictureListKnownIsNeverChanged BEFORE UPDATE ON pictureListKnown
            BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;
            """)
}
