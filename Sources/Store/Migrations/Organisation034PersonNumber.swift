extension Migration {
    /// What a school calls somebody by, beside what the whole organisation knows them by: schools of a trust count alike.
    static let personNumber = Migration(
        "034 person number",
        sql: """
            ALTER TABLE person ADD COLUMN number TEXT NOT NULL DEFAULT '';
            UPDATE person SET number = ref;
            CREATE UNIQUE INDEX personOfNumber ON person(number, kind, coalesce(school, ''));
            """)
}
