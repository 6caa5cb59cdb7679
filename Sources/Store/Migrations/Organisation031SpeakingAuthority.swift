extension Migration {
    /// Who may speak for the school: given by whom, after which training, until when.
    static let speakingAuthority = Migration(
        "031 speakingAuthority",
        sql: """
            CREATE TABLE speakingAuthority (
                id TEXT PRIMARY KEY,
                user TEXT NOT NULL REFERENCES user(id),
                school TEXT REFERENCES school(id),
                givenBy TEXT REFERENCES user(id) CHECK (givenBy <> user),
                givenAt INTEGER NOT NULL,
                lastDay TEXT NOT NULL CHECK (lastDay GLOB '????-??-??'),
                course TEXT REFERENCES course(id),
                why TEXT NOT NULL CHECK (length(trim(why)) > 0),
                takenBack TEXT CHECK (length(trim(takenBack)) > 0)
            ) STRICT;

            CREATE INDEX speakingAuthorityOfUser ON speakingAuthority(user);
            """)
}
