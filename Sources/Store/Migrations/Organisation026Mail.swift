extension Migration {
    /// Mail: the server, what each person chose, which messages still go out, and the queue. The text of a mail is sealed
    /// while it waits, since it may hold a one-time link, and deleted when it has gone.
    static let mail = Migration(
        "026 mail",
        sql: """
            CREATE TABLE mailServer (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
                password BLOB,
                changedAt INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE mailChoice (
                user TEXT PRIMARY KEY REFERENCES user(id),
                choice TEXT NOT NULL CHECK (choice GLOB '{*}')
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE noticeToMail (
                notice TEXT PRIMARY KEY REFERENCES notice(id),
                user TEXT NOT NULL REFERENCES user(id),
                kind TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX noticeToMailOfUser ON noticeToMail(user, at);

            CREATE TABLE mail (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                user TEXT REFERENCES user(id),
                recipient TEXT NOT NULL,
                subject TEXT NOT NULL,
                text BLOB,
                queuedAt INTEGER NOT NULL,
                dueAt INTEGER NOT NULL,
                attempts INTEGER NOT NULL DEFAULT 0,
                lease TEXT,
                leasedUntil INTEGER,
                trouble TEXT,
                sentAt INTEGER,
                givenUpAt INTEGER,
                CHECK (sentAt IS NULL OR givenUpAt IS NULL),
                CHECK ((text IS NULL) = (sentAt IS NOT NULL OR givenUpAt IS NOT NULL))
            ) STRICT;

            CREATE INDEX mailByTime ON mail(dueAt) WHERE text IS NOT NULL;

            CREATE INDEX mailByAge ON mail(queuedAt);
            """)
}
