import Foundation
import Governance

/// Finds out where a link leads, by following it as a browser would and never into the network that this machine is in. It
/// is told to nobody who asks, and nothing secret goes with it (PUB-09).
package struct LinkResolver: Sendable {
    /// More hops than that lead nowhere.
    package static let mostHops = 8

    private let web: any WebClient

    package init(web: any WebClient) { self.web = web }

    package func resolve(_ link: String) async -> ResolvedLink {
        var address = ServerAddress.withScheme(link)
        var hops: [String] = []
        while hops.count <= Self.mostHops {
            guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
                ["http", "https"].contains(parts.scheme?.lowercased()), parts.user == nil, parts.password == nil
            else { return ResolvedLink(link: link, hops: hops, ending: .notAnAddress) }
            guard !Task.isCancelled else { return ResolvedLink(link: link, hops: hops, ending: .unreachable) }
            hops.append(address)
            do {
                let answer = try await ask(address)
                guard [301, 302, 303, 307, 308].contains(answer.status), let to = answer.header("location"),
                    let next = URL(string: to, relativeTo: URL(string: address))?.absoluteString
                else { return ResolvedLink(link: link, hops: hops, ending: .arrived(answer.status)) }
                address = next
            } catch { return ResolvedLink(link: link, hops: hops, ending: ResolvedLink.Ending(error)) }
        }
        return ResolvedLink(link: link, hops: hops, ending: .tooManyHops)
    }

    /// Its heading alone; some servers give that only with what follows, of which nothing is read.
    private func ask(_ address: String) async throws(WebTrouble) -> WebAnswer {
        let headers = [(name: "Accept", value: "text/html,*/*")]
        let answer = try await web.answer(
            to: WebRequest(address, .head, headers: headers, seconds: 6, most: 0, mayBePlain: true))
        guard [400, 403, 404, 405, 501].contains(answer.status) else { return answer }
        return try await web.answer(
            to: WebRequest(address, .get, headers: headers, seconds: 6, most: 0, mayBePlain: true))
    }
}

/// Where a link leads.
package struct ResolvedLink: Sendable, Equatable {
    package enum Ending: Sendable, Equatable {
        /// Something answers there, with this status.
        case arrived(Int)
        case unreachable, insideNetwork, tooManyHops, notAnAddress

        fileprivate init(_ trouble: WebTrouble) {
            self =
                switch trouble {
                case .insideNetwork: .insideNetwork
                case .unsafeAddress: .notAnAddress
                case .unreachable, .lost: .unreachable
                }
        }
    }

    /// As it was written.
    package var link: String
    /// Every address on the way, the first one first; empty when it is none.
    package var hops: [String]
    package var ending: Ending

    package init(link: String, hops: [String], ending: Ending) {
        self.link = link
        self.hops = hops
        self.ending = ending
    }

    /// The host at the end of the way, as a reader would see it.
    package var destination: String? { hops.last.flatMap { URLComponents(string: $0)?.host } }

    /// Whether it ends on another host than it begins with.
    package var leadsElsewhere: Bool { hops.first.flatMap { URLComponents(string: $0)?.host } != destination }
}
