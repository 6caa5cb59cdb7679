import Foundation
import Governance
import Platforms
import Store
import Synchronization

/// Follows the links of a draft as a reader's browser would, and never into the network that this machine is in, so that
/// whoever writes and whoever approves sees where they end (PUB-09). Bounded in number and time; what was found lately is not
/// asked again, and when nothing answers, that is what was found.
package struct FollowLinks: Sendable {
    package var links: [String]
    /// Whether those that were followed lately are followed again.
    package var isAnew: Bool
    /// Everything together takes no longer, whatever servers do.
    var longest: Duration = .seconds(10)

    private let asker: Identifier<User>?

    /// For whom links are followed at this moment.
    private static let following = Mutex<Set<Identifier<User>>>([])

    /// - Parameter asker: who pressed the button; nil: nobody did. While links are followed for somebody, no others are
    ///   followed for them.
    package init(_ links: [String], anew isAnew: Bool = false, for asker: Identifier<User>? = nil) {
        self.links = links
        self.isAnew = isAnew
        self.asker = asker
    }

    package func perform(in organisation: Organisation) async throws {
        guard let web = organisation.installation.outside else { return }
        if let asker {
            guard Self.following.withLock({ $0.insert(asker).inserted }) else { return }
        }
        defer { if let asker { _ = Self.following.withLock { $0.remove(asker) } } }
        let now = organisation.clock.now
        let wanted = Array(
            links.filter { $0.utf8.count <= LinkDestination.longestLink }.prefix(LinkDestination.most))
        let known = try await organisation.database.destinations(of: wanted)
        let open = wanted.filter { link in
            isAnew || known.first { $0.link == link }.map { $0.isStale(at: now) } ?? true
        }
        guard !open.isEmpty else { return }
        let found = await found(open, by: LinkResolver(web: web), now)
        let unanswered = open.filter { link in !found.contains { $0.link == link } }.map {
            LinkDestination(link: $0, followedAt: now, destination: "", ending: .unreachable, hops: 0)
        }
        // being slow takes nothing back that was found before
        let new = (found + unanswered).filter { one in !known.contains { $0.link == one.link && $0.outlasts(one) } }
        try await organisation.database.keep { keeping in
            for one in new { try keeping.keep(one) }
        }
    }

    /// What was found in time. Those who ask are not waited for: one that hangs and hears no “stop” would hold up all.
    private func found(_ open: [String], by resolver: LinkResolver, _ now: Date) async -> [LinkDestination] {
        let (answers, answering) = AsyncStream<LinkDestination>.makeStream()
        let asking = open.map { link in
            Task { _ = answering.yield(LinkDestination(await resolver.resolve(link), at: now)) }
        }
        let end = Task { [longest] in
            try? await Task.sleep(for: longest)
            answering.finish()
        }
        defer { for task in asking + [end] { task.cancel() } }
        var found: [LinkDestination] = []
        for await one in answers {
            found.append(one)
            if found.count == open.count { break }
        }
        return found
    }
}

extension Organisation {
    /// Whether links are followed at all.
    package var followsLinks: Bool { installation.outside != nil }
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
