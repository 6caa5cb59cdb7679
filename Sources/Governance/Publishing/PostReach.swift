/// Which posts someone may read.
///
/// What was sent: of the schools where they hold a role of the publishing room. What was never sent: only of the schools
/// where they write or approve. Always what they wrote, keep under review, or were asked about.
package struct PostReach: Sendable, Equatable {
    package let reader: Identifier<User>
    package let sent: SchoolReach
    package let drafts: SchoolReach

    package init(_ reader: Identifier<User>, _ authority: Authority) {
        self.reader = reader
        sent = authority.reach(as: PublishingRoles.reading)
        drafts = authority.reach(as: PublishingRoles.writing + PostApproval.roles)
    }

    /// - Parameters:
    ///   - schools: The post's own and those of its accounts.
    ///   - wasSent: It has a revision.
    ///   - asked: Who was asked for a second opinion of it.
    package func reaches(
        _ post: Post, schools: Set<Identifier<School>>, wasSent: Bool, asked: Set<Identifier<User>> = []
    ) -> Bool {
        if post.isOf(reader) || asked.contains(reader) { return true }
        return (wasSent ? sent : drafts).meets(anyOf: schools)
    }
}
