extension Migration {
    /// What an approver agrees to counts at the schools where the post waited then, as a list of their ids.
    static let correctionsBySchool = Migration(
        "015 corrections by school",
        sql: """
            ALTER TABLE correction ADD COLUMN schools TEXT NOT NULL DEFAULT '[]';
            UPDATE correction SET schools = (
                SELECT json_group_array(DISTINCT account.school) FROM placement
                JOIN account ON account.id = placement.account WHERE placement.post = correction.post
            ) WHERE outcome = 'confirmed';
            """)
}
