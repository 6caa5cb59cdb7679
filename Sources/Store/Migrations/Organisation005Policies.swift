extension Migration {
    static let policies = Migration(
        "005 policies",
        sql: """
            CREATE TABLE policyVersion (
                id TEXT PRIMARY KEY,
                key TEXT NOT NULL,
                title TEXT NOT NULL,
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                bytes BLOB NOT NULL,
                school TEXT REFERENCES school(id),
                addedAt INTEGER NOT NULL,
                approvedBy TEXT,
                approvedOn TEXT,
                minute TEXT,
                inForceFrom INTEGER,
                endsAt INTEGER CHECK (endsAt >= inForceFrom),
                CHECK ((approvedBy IS NULL) = (approvedOn IS NULL)),
                CHECK (endsAt IS NULL OR inForceFrom IS NOT NULL)
            ) STRICT;
            CREATE INDEX policyVersionInForce ON policyVersion(school, inForceFrom);

            CREATE TRIGGER policyBytesAreNeverChanged BEFORE UPDATE OF bytes, digest, key, school ON policyVersion
            BEGIN SELECT RAISE(ABORT, 'the words of a policy version are never changed'); END;

            CREATE TRIGGER policyVersionInForceStays BEFORE DELETE ON policyVersion
            WHEN old.inForceFrom IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'a policy version that was in force is never deleted'); END;
            """)
}
