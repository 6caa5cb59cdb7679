extension Migration {
    /// Indexes of what is looked up for each family that is asked, of pictures that are destroyed or locked, and of leavers
    /// by the name that is typed under a picture. Nobody asks for a picture by the whole of its fingerprint.
    static let askedAndEnded = Migration(
        "070 askedAndEnded",
        sql: """
            CREATE INDEX mailToSend ON mail(recipient) WHERE text IS NOT NULL;
            CREATE INDEX questionUnderWay ON pictureQuestion(email) WHERE deliveredAt IS NULL AND failedAt IS NULL;
            CREATE INDEX pictureEnded ON picture(state, fingerprint) WHERE state IN ('destroyed', 'sealed-away');
            CREATE INDEX leaverOfName ON person(given || ' ' || family) WHERE leftAt IS NOT NULL;
            DROP INDEX pictureByFingerprint;
            """)
}
