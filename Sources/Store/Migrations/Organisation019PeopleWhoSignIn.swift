extension Migration {
    /// Which user is which member of staff on the roll, and by which address they are likely to be the same.
    static let peopleWhoSignIn = Migration(
        "019 people who sign in",
        sql: """
            ALTER TABLE person ADD COLUMN email TEXT CHECK (email = lower(email) AND email LIKE '_%@_%');
            CREATE INDEX personOfEmail ON person(email) WHERE email IS NOT NULL;

            CREATE TABLE userOfPerson (
                person TEXT PRIMARY KEY REFERENCES person(id),
                user TEXT NOT NULL UNIQUE REFERENCES user(id),
                linkedAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
