extension Migration {
    /// A release counts at the school whose role gave it: a post may go to accounts of several.
    static let answersBySchool = Migration(
        "014 answers by school",
        sql: """
            ALTER TABLE findingRelease RENAME TO findingReleaseOfPost;
            CREATE TABLE findingRelease (
                id TEXT PRIMARY KEY,
                post TEXT NOT NULL REFERENCES post(id),
                school TEXT NOT NULL REFERENCES school(id),
                finding TEXT NOT NULL,
                role TEXT NOT NULL,
                by TEXT NOT NULL REFERENCES user(id),
                reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
                at INTEGER NOT NULL,
                UNIQUE (post, school, finding)
            ) STRICT;
            INSERT INTO findingRelease (id, post, school, finding, role, by, reason, at)
                SELECT given.id, given.post, post.school, finding, role, by, reason, at
                FROM findingReleaseOfPost AS given JOIN post ON post.id = given.post;
            DROP TABLE findingReleaseOfPost;
            CREATE INDEX placementStateBy ON placementState(by, since);
            """)
}
