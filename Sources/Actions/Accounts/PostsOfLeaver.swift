import Governance
import Store

extension Organisation {
    /// The posts and drafts that somebody leaves, school by school: those of each are handed on by somebody there.
    /// - Parameter schools: nil: everywhere.
    func postTasks(
        of leaver: Identifier<User>, at schools: Set<Identifier<School>>?, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let name = try tx.user(leaver).name
        let posts = try tx.posts(keptBy: leaver).filter { schools?.contains($0.school) ?? true }
        return try Dictionary(grouping: posts, by: \.school).sorted { $0.key < $1.key }.map { school, posts in
            let role = try tx.firstHeld(PublishingRoles.arranging, at: school, besides: [leaver])
            let counted = posts.count == 1 ? "one post or draft" : "\(posts.count) posts and drafts"
            return .open(
                NewTask(
                    .handOnPosts, RecordSubject(.user, leaver), for: .role(role, at: school),
                    due: Acknowledgement.due(after: 0, from: tx.now),
                    rule:
                        "\(name) leaves \(counted) of \(try tx.school(school).name) to be kept by somebody: the product’s own rule",
                    hiddenFrom: [leaver]))
        }
    }

    /// What is asked no more of somebody's posts: they are here, and have lost nothing at that school.
    func postTasksOver(
        of user: Identifier<User>, _ over: Set<AccountHandover.Cause>, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let subject = RecordSubject(.user, user)
        guard try !tx.hasLeft(user), try over.contains(.refused) || !tx.isRefused(user) else { return [] }
        return try tx.schoolsAsked(.handOnPosts, subject).filter { try !tx.hasLostRole(user, at: $0) }.sorted().map {
            .closeAt(.handOnPosts, subject, school: $0)
        }
    }
}
