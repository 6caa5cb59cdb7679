extension Migration {
    static let tasks = Migration(
        "003 tasks",
        sql: """
            CREATE TABLE task (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
                subjectKind TEXT NOT NULL,
                subject TEXT NOT NULL,
                assigneeUser TEXT REFERENCES user(id),
                assigneeRole TEXT,
                school TEXT REFERENCES school(id) CHECK (school IS NULL OR assigneeRole IS NOT NULL),
                dueAt INTEGER,
                rule TEXT NOT NULL CHECK (length(trim(rule)) > 0),
                openedAt INTEGER NOT NULL,
                openedBy INTEGER NOT NULL REFERENCES event(number),
                claimedBy TEXT REFERENCES user(id),
                closedAt INTEGER,
                closedBy INTEGER REFERENCES event(number),
                CHECK ((assigneeUser IS NULL) <> (assigneeRole IS NULL)),
                CHECK ((closedAt IS NULL) = (closedBy IS NULL))
            ) STRICT;

            CREATE UNIQUE INDEX oneOpenTaskPerDutySubjectAndAssignee ON task(
                kind, subjectKind, subject, coalesce(assigneeUser, ''), coalesce(assigneeRole, ''),
                coalesce(school, '')
            ) WHERE closedBy IS NULL;
            CREATE INDEX openTaskOfUser ON task(assigneeUser, dueAt) WHERE closedBy IS NULL;
            CREATE INDEX openTaskOfRole ON task(assigneeRole, school, dueAt) WHERE closedBy IS NULL;
            CREATE INDEX taskOfSubject ON task(subjectKind, subject);

            CREATE TABLE taskHiddenFrom (
                task TEXT NOT NULL REFERENCES task(id),
                user TEXT NOT NULL REFERENCES user(id),
                PRIMARY KEY (task, user)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE notice (
                id TEXT PRIMARY KEY,
                user TEXT NOT NULL REFERENCES user(id),
                kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
                subjectKind TEXT NOT NULL,
                subject TEXT NOT NULL,
                says TEXT NOT NULL CHECK (length(says) > 0),
                event INTEGER NOT NULL REFERENCES event(number),
                sentAt INTEGER NOT NULL,
                readAt INTEGER
            ) STRICT;
            CREATE INDEX noticeOfUser ON notice(user, sentAt DESC);
            """)
}
