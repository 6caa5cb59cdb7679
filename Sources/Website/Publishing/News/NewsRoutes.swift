import Actions
import Foundation
import Governance
import Reading

/// What a school has published, for anybody to read, where the school wants that: a page and a feed.
enum NewsRoutes {
    static let all: [Route] = [
        .get(.news, .anyone) { visit in
            let items = try await items(visit)
            let name = visit.organisation?.name ?? ""
            return .page(
                Page(
                    "News of \(name)", frame: .journey,
                    NewsPage(
                        items: items.map { NewsPage.Item($0, now: visit.now, several: several(items)) },
                        anyItems: !items.isEmpty, feed: visit.link(.newsFeed))))
        },
        .get(.newsFeed, .anyone) { visit in
            .feed(NewsFeed(try await items(visit), of: visit.organisation?.name ?? "", at: address(visit)).bytes)
        },
    ]

    /// For an organisation whose schools all keep their news to themselves there is no such page.
    private static func items(_ visit: Visit) async throws -> [NewsItem] {
        let work = try visit.work
        var open: [Identifier<School>] = []
        for school in try await work.database.schools()
        where try await work.database.settings(at: school.id).isNewsPublic {
            open.append(school.id)
        }
        guard !open.isEmpty else { throw TurnedAway.notFound }
        return try await work.database.news(of: open)
    }

    private static func several(_ items: [NewsItem]) -> Bool { Set(items.map(\.school)).count > 1 }

    private static func address(_ visit: Visit) -> String {
        (visit.site.trust.publicAddress ?? "http://localhost") + visit.link(.news)
    }
}
