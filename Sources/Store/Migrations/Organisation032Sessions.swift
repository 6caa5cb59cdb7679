extension Migration {
    /// By what a session was proved; nothing is known of those that were there before. And whose begun sign-ins are whose,
    /// so that one client cannot fill the table.
    static let provedSessions = Migration(
        "032 provedSessions",
        sql: """
            ALTER TABLE session ADD COLUMN provedBy TEXT
                CHECK (provedBy IN ('password', 'code', 'provider', 'demonstration'));

            ALTER TABLE providerSignIn ADD COLUMN client BLOB CHECK (length(client) = 32);

            CREATE INDEX providerSignInOfClient ON providerSignIn(client, begunAt);

            CREATE INDEX throttleByTime ON throttle(lastAt);
            """)
}
