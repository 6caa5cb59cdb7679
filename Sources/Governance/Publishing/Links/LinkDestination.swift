import Foundation

/// Where a link led when somebody followed it from outside, as readers would (PUB-09).
package struct LinkDestination: Sendable, Equatable {
    package enum Ending: String, Sendable, CaseIterable {
        case arrived
        /// Something is there, and answered that it has no such page or shows it to nobody.
        case refused
        case unreachable
        /// It leads into the network that this machine is in, where no reader comes.
        case inside
        case tooMany = "too-many"
        case noAddress = "no-address"
    }

    /// As it stands in the post.
    package var link: String
    package var followedAt: Date
    /// The last address on the way, in full; empty when there is none.
    package var destination: String
    package var ending: Ending
    /// How many addresses there are on the way, its own among them.
    package var hops: Int

    package init(link: String, followedAt: Date, destination: String, ending: Ending, hops: Int) {
        self.link = link
        self.followedAt = followedAt
        self.destination = destination
        self.ending = ending
        self.hops = hops
    }

    /// How many links of one post are followed: a bound of our own, above what posts have.
    package static let most = 20
    /// In bytes; nobody follows an address that is longer.
    package static let longestLink = 2_000
    /// After so long a link is followed anew, in seconds: a day, or ten minutes where nothing answered.
    package func isStale(at now: Date) -> Bool {
        now.timeIntervalSince(followedAt) > (ending == .unreachable ? 600 : 86_400)
    }

    /// Whether nobody knows where it leads: not even its own server answered in time.
    package var isUnknown: Bool { ending == .unreachable && destination.isEmpty }

    /// Whether what was found of the same link since takes nothing back of it: nothing answered in time, and it is known
    /// where it led, or that it led astray.
    package func outlasts(_ later: LinkDestination) -> Bool {
        guard later.ending == .unreachable, !destination.isEmpty else { return false }
        if later.destination.isEmpty { return true }
        let ledAstray = [.inside, .tooMany].contains(ending) || ending != .unreachable && leadsElsewhere
        return ledAstray && !later.leadsElsewhere
    }

    /// The last address as people read it: its host, and the beginning of what follows.
    package var shown: String {
        guard let parts = URLComponents(string: destination), let host = parts.host else { return destination }
        let path = parts.path == "/" ? "" : parts.path
        return host + (path.count > 40 ? path.prefix(40) + "…" : path)
    }

    /// Whether it ends on another host than it names.
    package var leadsElsewhere: Bool {
        let named = URLComponents(string: link.contains("://") ? link : "https://" + link)?.host?.lowercased()
        return URLComponents(string: destination)?.host?.lowercased() != named
    }

    /// What was found, in a sentence without its full stop.
    package var says: String {
        switch ending {
        case .arrived: leadsElsewhere ? "\(link) leads to \(shown)" : "\(link) leads where it says"
        case .refused: "\(link) leads to \(shown), which shows no page"
        case .unreachable where destination.isEmpty:
            "Nothing answered in time at \(link), so nobody knows where it leads"
        case .unreachable: "Nothing answered at \(leadsElsewhere ? shown : link)"
        case .inside: "\(link) leads into a private network, where no reader comes"
        case .tooMany: "\(link) leads from one address to the next without an end"
        case .noAddress: "\(link) is not an address that can be followed"
        }
    }
}

extension Draft {
    /// Its addresses that can be followed, each once and as they stand there; those that are too many or too long too.
    package var linksOfReaders: [String] {
        let fields = readable.filter { $0.field == "text" || $0.field.hasPrefix("links[") }
        var links: [String] = []
        for link in PostReading(fields.map { FieldText($0.field, $0.text) }).links
        where [nil, "http", "https"].contains(link.scheme) && !links.contains(link.passage) {
            links.append(link.passage)
        }
        return links
    }
}

/// The links of a post, whatever its text at each place: those that are followed, and those that nobody looks at.
package struct LinksOfPost: Sendable, Equatable {
    /// In the order in which they stand there, each once, at most `LinkDestination.most`.
    package private(set) var followed: [String] = []
    /// Too long, or after the last of those.
    package private(set) var left: [String] = []

    package init(_ drafts: [Draft]) {
        var seen: Set<String> = []
        for link in drafts.flatMap(\.linksOfReaders) where seen.insert(link).inserted {
            if link.utf8.count <= LinkDestination.longestLink, followed.count < LinkDestination.most {
                followed.append(link)
            } else {
                left.append(link)
            }
        }
    }
}
