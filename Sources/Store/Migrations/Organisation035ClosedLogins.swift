extension Migration {
    /// Log-in details of accounts that are closed already are destroyed like those of accounts that are closed from now on.
    static let closedLogins = Migration(
        "035 closed logins",
        sql: """
            INSERT INTO due (kind, subject, at)
                SELECT 'accounts.login-destruction', account.id, account.closedAt + 2592000000
                FROM account JOIN accountLogin ON accountLogin.account = account.id
                WHERE account.closedAt IS NOT NULL;
            """)
}
