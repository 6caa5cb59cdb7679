import Foundation
import Governance
import Synchronization

/// Networks in the program's own memory, for tests and the demonstration: they ask nothing outside and refuse every server
/// that could be a real one. A server's name ends in `.example` or `.invalid` (RFC 2606), and its first part may say how it
/// behaves:
///
/// - `refused`: takes no post; `revoked`: takes no permission; `down`: gives no answer;
/// - `mute`: takes a post and gives no answer, once for each;
/// - any other: takes everything.
package final class PretendNetworks: NetworkConnector {
    private struct State {
        /// By server, in the order in which they came.
        var posts: [String: [(id: String, post: OutgoingPost)]] = [:]
        var counted = 0
        var behaviours: [String: String] = [:]
        /// Keys of posts for which an answer was lost already.
        var lost: Set<String> = []
        var asked: [String] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// What is out on a server now, oldest first.
    package func posts(on server: String) -> [OutgoingPost] {
        state.withLock { ($0.posts[server] ?? []).map(\.post) }
    }

    /// Everything that was asked, in order: `publish`, `find`, `check`, `take down`.
    package var asked: [String] { state.withLock { $0.asked } }

    /// How a server behaves from now on, whatever its name says.
    package func behave(_ server: String, as behaviour: String) {
        state.withLock { $0.behaviours[server] = behaviour }
    }

    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret
    ) throws -> any NetworkConnection {
        guard let stated = settings.network.stated else { throw NetworkTrouble.noConnector(for: settings.network) }
        let server = try ServerAddress.read(settings.server)
        let host = URL(string: server)?.host ?? ""
        guard host.hasSuffix(".example") || host.hasSuffix(".invalid") else {
            throw NetworkTrouble.cannot(
                "This is a demonstration, and it goes to no real network. Enter a server that ends in .example")
        }
        return Connection(networks: self, server: server, host: host, stated: stated)
    }

    package func mastodonSignIn(at server: String) throws -> MastodonSignIn {
        try MastodonSignIn(server: server, web: NoWebClient())
    }

    private struct Connection: NetworkConnection {
        let networks: PretendNetworks
        let server: String
        let host: String
        let stated: Capabilities

        func check() async throws -> ConnectionReport {
            _ = try behaviour("check")
            return ConnectionReport(
                identity: "@school@\(host)", address: server, software: "Pretended", capabilities: stated)
        }

        func publish(_ post: OutgoingPost) async throws -> Published {
            let behaviour = try behaviour("publish")
            if behaviour == "refused" { throw NetworkTrouble.refused("Not here") }
            return try networks.state.withLock { state in
                let there = state.posts[server]?.first { $0.post.key == post.key }
                let id = there?.id ?? "\(state.counted + 1)"
                if there == nil {
                    state.counted += 1
                    state.posts[server, default: []].append((id, post))
                }
                if behaviour == "mute", state.lost.insert(post.key).inserted { throw NetworkTrouble.unsure }
                return published(id, post)
            }
        }

        func find(_ post: OutgoingPost) async throws -> Published? {
            _ = try behaviour("find")
            return networks.state.withLock { state in
                state.posts[server]?.first { $0.post.key == post.key }.map { published($0.id, $0.post) }
            }
        }

        func edit(_ id: String, to post: OutgoingPost) async throws {
            _ = try behaviour("edit")
            guard stated.edits else { throw NetworkTrouble.cannot("It has no way to change a post that is out") }
            networks.state.withLock { state in
                if let at = state.posts[server]?.firstIndex(where: { $0.id == id }) {
                    state.posts[server]?[at].post = post
                }
            }
        }

        func takeDown(_ id: String) async throws {
            _ = try behaviour("take down")
            networks.state.withLock { state in state.posts[server]?.removeAll { $0.id == id } }
        }

        private func published(_ id: String, _ post: OutgoingPost) -> Published {
            Published(
                id: id, address: "\(server)/\(id)", repliesAreClosed: stated.closesReplies && post.closesReplies)
        }

        private func behaviour(_ asked: String) throws -> String {
            let behaviour = networks.state.withLock { state in
                state.asked.append(asked)
                return state.behaviours[server] ?? String(host.prefix { $0 != "." })
            }
            switch behaviour {
            case "revoked": throw NetworkTrouble.permissionEnded
            case "down": throw NetworkTrouble.unreachable
            default: return behaviour
            }
        }
    }
}
