import Foundation
import Governance
import Platforms
import Store

/// Follows the links of a draft as a reader's browser would, and never into the network that this machine is in, so that
/// whoever writes and whoever approves sees where they end (PUB-09). Bounded in number and time; what was found lately is not
/// asked again, and when nothing answers, that is what was found.
package struct FollowLinks: Sendable {
    package var links: [String]
    /// Whether those that were followed lately are followed again.
    package var isAnew: Bool

    package init(_ links: [String], anew isAnew: Bool = false) {
        self.links = links
        self.isAnew = isAnew
    }

    /// Everything together takes no longer.
    static let longest: Duration = .seconds(10)

    package func perform(in organisation: Organisation) async throws {
        guard let web = organisation.installation.outside else { return }
        let now = organisation.clock.now
        let wanted = Array(links.filter { $0.utf8.count <= 2_000 }.prefix(LinkDestination.most))
        let known = try await organisation.database.destinations(of: wanted)
        let open = wanted.filter { link in
            isAnew || known.first { $0.link == link }.map { $0.isStale(at: now) } ?? true
        }
        guard !open.isEmpty else { return }
        let found = await withTaskGroup(of: LinkDestination?.self) { group in
            for link in open { group.addTask { LinkDestination(await LinkResolver(web: web).resolve(link), at: now) } }
            group.addTask {
                try? await Task.sleep(for: Self.longest)
                return nil
            }
            var found: [LinkDestination] = []
            for await one in group {
                guard let one else { break }
                found.append(one)
                if found.count == open.count { break }
            }
            group.cancelAll()
            return found
        }
        let unanswered = open.filter { link in !found.contains { $0.link == link } }.map {
            LinkDestination(link: $0, followedAt: now, destination: "", ending: .unreachable, hops: 0)
        }
        try await organisation.database.keep { keeping in
            for one in found + unanswered { try keeping.keep(one) }
        }
    }
}

extension Organisation {
    /// Whether links are followed at all.
    package var followsLinks: Bool { installation.outside != nil }
}

/// Follows the links of what was sent of a post, for whoever approves it.
struct FollowLinksOfPost: Sendable {
    let post: Identifier<Post>

    func perform(in organisation: Organisation) async throws {
        let links = try await organisation.change(by: .schedule) { tx -> Recorded<[String]> in
            var links: [String] = []
            for placement in try tx.lastPlacements(of: post) {
                links += placement.draft.linksToFollow.filter { !links.contains($0) }
            }
            return .unchanged(links)
        }
        try await FollowLinks(links).perform(in: organisation)
    }
}

extension LinkDestination {
    fileprivate init(_ resolved: ResolvedLink, at now: Date) {
        let ending: Ending =
            switch resolved.ending {
            case .arrived(let status): status < 400 ? .arrived : .refused
            case .unreachable: .unreachable
            case .insideNetwork: .inside
            case .tooManyHops: .tooMany
            case .notAnAddress: .noAddress
            }
        self.init(
            link: resolved.link, followedAt: now, destination: String((resolved.hops.last ?? "").prefix(2_000)),
            ending: ending, hops: resolved.hops.count)
    }
}
