import Actions
import Foundation
import Governance
import Reading

/// What a school has published, for anybody to read, where the school wants that: a page and a feed, of each school by
/// itself and of all of them together.
enum NewsRoutes {
    /// Posts of one page, and of the feed.
    private static let most = 20
    private static let mostInFeed = 50

    static let all: [Route] = [
        .get(.news, .anyone) { visit in try await page(visit, of: nil) },
        .get(.newsFeed, .anyone) { visit in try await feed(visit, of: nil) },
        .get(.schoolNews(.any), .anyone) { visit in try await page(visit, of: visit.part("school")) },
        .get(.schoolNewsFeed(.any), .anyone) { visit in try await feed(visit, of: visit.part("school")) },
    ]

    private static func page(_ visit: Visit, of slug: String?) async throws -> Reply {
        let open = try await openSchools(visit)
        let shown = try schools(open, slug)
        let page = max(1, Int(visit.query["page"]) ?? 1)
        let sheet = try await visit.work.database.news(
            of: shown.map(\.id), from: min(page - 1, 1 << 20) * most, most: most)
        guard page == 1 || !sheet.items.isEmpty else { throw TurnedAway.notFound }
        let several = Set(sheet.items.map(\.school)).count > 1
        let address = visit.link(slug.map { .schoolNews(.value($0)) } ?? .news)
        let feed = visit.link(slug.map { .schoolNewsFeed(.value($0)) } ?? .newsFeed)
        var news = Page(
            "News of \(name(shown, slug, visit))", frame: .journey,
            NewsPage(
                items: sheet.items.map { NewsPage.Item($0, several: several) }, anyItems: !sheet.items.isEmpty,
                schools: others(open, slug, visit),
                feed: feed, newer: page > 1 ? address + (page > 2 ? "?page=\(page - 1)" : "") : nil,
                older: page * most < sheet.count ? "\(address)?page=\(page + 1)" : nil))
        news.feed = feed
        // families and neighbours read it: it has the school at its head, and nothing of ours for staff
        news.family = try await frame(name(shown, slug, visit), of: shown.first?.id, visit)
        return .page(news)
    }

    private static func frame(
        _ name: String, of school: Identifier<School>?, _ visit: Visit
    ) async throws -> FamilyFrame {
        let phone = try await visit.work.database.settings(at: school).phones?.first
        return FamilyFrame(
            school: name, problem: "Error", skip: "Skip to the news",
            contact: phone.map { "\(name), telephone \($0)" })
    }

    private static func feed(_ visit: Visit, of slug: String?) async throws -> Reply {
        let shown = try schools(try await openSchools(visit), slug)
        let sheet = try await visit.work.database.news(of: shown.map(\.id), most: mostInFeed)
        let page = visit.link(slug.map { .schoolNews(.value($0)) } ?? .news)
        let home = try await visit.site.installation?.publicAddress()
        return .feed(NewsFeed(sheet.items, of: name(shown, slug, visit), at: page, on: home).bytes)
    }

    /// The schools that show their news. Where all keep theirs to themselves there is no such page.
    private static func openSchools(_ visit: Visit) async throws -> [School] {
        let work = try visit.work
        var open: [School] = []
        for school in try await work.database.schools()
        where try await work.database.settings(at: school.id).isNewsPublic {
            open.append(school)
        }
        guard !open.isEmpty else { throw TurnedAway.notFound }
        return open
    }

    /// All of them, or the one that is named, which there is only where it shows its news.
    private static func schools(_ open: [School], _ slug: String?) throws -> [School] {
        let shown = open.filter { slug == nil || $0.slug == slug }
        guard !shown.isEmpty else { throw TurnedAway.notFound }
        return shown
    }

    private static func name(_ shown: [School], _ slug: String?, _ visit: Visit) -> String {
        slug == nil ? visit.organisation?.name ?? "" : shown.first?.name ?? ""
    }

    /// Links to the news of the others; none where a single school has any.
    private static func others(_ open: [School], _ slug: String?, _ visit: Visit) -> [NewsPage.OfSchool] {
        guard open.count > 1 else { return [] }
        let all = NewsPage.OfSchool(name: "All schools", link: visit.link(.news))
        return (slug == nil ? [] : [all])
            + open.filter { $0.slug != slug }.map {
                NewsPage.OfSchool(name: $0.name, link: visit.link(.schoolNews(.value($0.slug))))
            }
    }
}
