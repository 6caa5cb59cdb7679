import Actions
import Foundation
import Governance
import Reading

/// What a school has published, for anybody to read, where the school wants that: a page and a feed.
enum NewsRoutes {
    /// Posts of one page, and of the feed.
    private static let most = 20
    private static let mostInFeed = 50

    static let all: [Route] = [
        .get(.news, .anyone) { visit in
            let page = max(1, Int(visit.query["page"]) ?? 1)
            let sheet = try await visit.work.database.news(
                of: openSchools(visit), from: min(page - 1, 1 << 20) * most, most: most)
            guard page == 1 || !sheet.items.isEmpty else { throw TurnedAway.notFound }
            let several = Set(sheet.items.map(\.school)).count > 1
            let address = visit.link(.news)
            return .page(
                Page(
                    "News of \(visit.organisation?.name ?? "")", frame: .journey,
                    NewsPage(
                        items: sheet.items.map { NewsPage.Item($0, several: several) }, anyItems: !sheet.items.isEmpty,
                        feed: visit.link(.newsFeed),
                        newer: page > 1 ? address + (page > 2 ? "?page=\(page - 1)" : "") : nil,
                        older: page * most < sheet.count ? "\(address)?page=\(page + 1)" : nil)))
        },
        .get(.newsFeed, .anyone) { visit in
            let sheet = try await visit.work.database.news(of: openSchools(visit), most: mostInFeed)
            return .feed(NewsFeed(sheet.items, of: visit.organisation?.name ?? "", at: address(visit)).bytes)
        },
    ]

    /// The schools that show their news. Where all keep theirs to themselves there is no such page.
    private static func openSchools(_ visit: Visit) async throws -> [Identifier<School>] {
        let work = try visit.work
        var open: [Identifier<School>] = []
        for school in try await work.database.schools()
        where try await work.database.settings(at: school.id).isNewsPublic {
            open.append(school.id)
        }
        guard !open.isEmpty else { throw TurnedAway.notFound }
        return open
    }

    private static func address(_ visit: Visit) -> String {
        (visit.site.trust.publicAddress ?? "http://localhost") + visit.link(.news)
    }
}
