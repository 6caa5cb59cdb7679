extension Migration {
    /// The Record: events chained by hash without personal data, and their contents, which can be disposed of.
    static let record = Migration(
        "001 record",
        sql: """
            CREATE TABLE event (
                number INTEGER PRIMARY KEY CHECK (number > 0),
                kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
                at INTEGER NOT NULL,
                actor TEXT NOT NULL CHECK (length(actor) > 0),
                subjectKind TEXT NOT NULL CHECK (length(subjectKind) > 0),
                subject TEXT NOT NULL CHECK (length(subject) > 0),
                contentDigest BLOB NOT NULL CHECK (length(contentDigest) = 32),
                previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;

            CREATE INDEX eventOfSubject ON event(subjectKind, subject, number);
            CREATE INDEX eventOfActor ON event(actor, number);

            CREATE TRIGGER eventContinuesTheChain BEFORE INSERT ON event
            WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM event)
                OR new.previousHash <> coalesce((SELECT hash FROM event ORDER BY number DESC LIMIT 1), zeroblob(32))
            BEGIN SELECT RAISE(ABORT, 'an event continues the chain'); END;

            CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

            CREATE TRIGGER eventIsNeverDeleted BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

            CREATE TABLE eventContent (
                event INTEGER PRIMARY KEY REFERENCES event(number),
                salt BLOB NOT NULL CHECK (length(salt) = 32),
                content TEXT NOT NULL CHECK (content GLOB '{*}')
            ) STRICT;

            CREATE TABLE disposal (
                event INTEGER PRIMARY KEY REFERENCES event(number),
                why TEXT NOT NULL CHECK (length(trim(why)) > 0),
                recordedBy INTEGER NOT NULL REFERENCES event(number) DEFERRABLE INITIALLY DEFERRED
                    CHECK (recordedBy > event)
            ) STRICT;

            CREATE TRIGGER contentIsNeverChanged BEFORE UPDATE ON eventContent
            BEGIN SELECT RAISE(ABORT, 'the content of an event is never changed'); END;

            CREATE TRIGGER contentIsDeletedOnlyByDisposal BEFORE DELETE ON eventContent
            WHEN NOT EXISTS (SELECT 1 FROM disposal WHERE disposal.event = old.event)
            BEGIN SELECT RAISE(ABORT, 'the content of an event is deleted only by a disposal'); END;

            CREATE TRIGGER disposalIsNeverChanged BEFORE UPDATE ON disposal
            BEGIN SELECT RAISE(ABORT, 'a disposal is never changed'); END;

            CREATE TRIGGER disposalIsNeverDeleted BEFORE DELETE ON disposal
            BEGIN SELECT RAISE(ABORT, 'a disposal is never deleted'); END;
            """)
}
