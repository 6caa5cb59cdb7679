extension Migration {
    /// Every first page asks for the messages that somebody has not read, among all that they ever had.
    static let unreadNotices = Migration(
        "017 unread notices",
        sql: """
            CREATE INDEX unreadNoticeOfUser ON notice(user, sentAt DESC) WHERE readAt IS NULL;
            """)
}
