import Foundation
import GRDB
import Governance
import Store

/// What waits for someone, what is new to them and what they wrote, all from one moment.
package struct HomeRead: Sendable {
    package let tasks: [OpenTask]
    /// The latest messages that they have not read.
    package let news: [Notice]
    /// What the tasks and the news about posts are called.
    package let titles: [RecordSubject: PostTitle]
    package let pauses: [PublishingPause]
    package let waiting: Waiting
    /// Nil for someone who does not write.
    package let written: Written?

    /// Someone's own posts: how many, and the latest.
    package struct Written: Sendable {
        package let counts: PostCounts
        package let latest: [PostLine]
    }
}

extension OrganisationDatabase {
    /// - Parameters:
    ///   - authority: what they may do now; nil for someone who decides no posts.
    ///   - writes: whether their own posts are read.
    ///   - mostNews: how many messages at most.
    ///   - mostPosts: how many of their posts at most.
    package func home(
        of user: Identifier<User>, decidingWith authority: Authority?, writes: Bool, mostNews: Int, mostPosts: Int
    ) async throws -> HomeRead {
        let now = clock.now
        var latest = PostFilter()
        latest.author = user
        return try await read { [latest] db in
            let tasks = try OpenTask.waiting(for: user, at: now, db)
            let news = try Notice.unread(to: user, most: mostNews, db)
            return HomeRead(
                tasks: tasks, news: news,
                titles: try PostTitle.all(of: tasks.map(\.subject) + news.map(\.subject), db),
                pauses: try PublishingPause.standing(db),
                waiting: Waiting(
                    tasks: tasks.count, toDecide: try Waiting.toDecide(for: user, with: authority, db)),
                written: writes
                    ? HomeRead.Written(
                        counts: try PostCounts.of(user, db), latest: try PostLine.fetch(latest, most: mostPosts, db))
                    : nil)
        }
    }
}
