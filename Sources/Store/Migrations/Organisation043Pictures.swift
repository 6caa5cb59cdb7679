extension Migration {
    /// Pictures: what is known of each, where its encrypted files are, who is in it, and with which placement it goes out.
    static let pictures = Migration(
        "043 pictures",
        sql: """
            CREATE TABLE pictureKey (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                sealed BLOB NOT NULL,
                madeAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE picture (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                kind TEXT NOT NULL CHECK (kind IN ('photo', 'video')),
                state TEXT NOT NULL CHECK (state IN ('ready', 'removed', 'destroyed', 'sealed-away')),
                addedBy TEXT NOT NULL REFERENCES user(id),
                addedAt INTEGER NOT NULL,
                width INTEGER NOT NULL CHECK (width > 0),
                height INTEGER NOT NULL CHECK (height > 0),
                fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
                hadPosition INTEGER NOT NULL CHECK (hadPosition IN (0, 1)),
                takenOn TEXT CHECK (takenOn GLOB '????-??-??')
            ) STRICT;
            CREATE INDEX pictureOfPost ON picture(post);
            CREATE INDEX pictureByFingerprint ON picture(fingerprint);

            CREATE TABLE pictureFile (
                picture TEXT NOT NULL REFERENCES picture(id),
                size TEXT NOT NULL CHECK (size IN ('full', 'post', 'thumbnail', 'film')),
                file TEXT NOT NULL UNIQUE CHECK (length(file) >= 26),
                mediaType TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                PRIMARY KEY (picture, size)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE pictureFileToErase (
                file TEXT PRIMARY KEY,
                since INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE pictured (
                person TEXT NOT NULL REFERENCES person(id),
                picture TEXT NOT NULL REFERENCES picture(id),
                PRIMARY KEY (person, picture)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX picturedIn ON pictured(picture);

            CREATE TABLE placementPicture (
                placement TEXT NOT NULL REFERENCES placement(id),
                picture TEXT NOT NULL REFERENCES picture(id),
                PRIMARY KEY (picture, placement)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX pictureOfPlacement ON placementPicture(placement);

            CREATE TABLE pictureJudgement (
                picture TEXT NOT NULL REFERENCES picture(id),
                side TEXT NOT NULL CHECK (side IN ('author', 'approver')),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL,
                PRIMARY KEY (picture, side)
            ) STRICT, WITHOUT ROWID;
            """)
}
