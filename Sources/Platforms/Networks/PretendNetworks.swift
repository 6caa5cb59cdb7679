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
        /// When the permissions of a server run out.
        var ends: [String: Date] = [:]
        /// What the account on a server says of itself that the register may know.
        var names: [String: [String]] = [:]
        /// Whom the account on a server follows.
        var followed: [String: [FollowedAccount]] = [:]
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

    /// When the permissions of a server run out, as it says when it is asked next.
    package func end(_ server: String, at end: Date?) { state.withLock { $0.ends[server] = end } }

    /// By what the account on a server can be told from others; nothing until this is said.
    package func name(_ server: String, _ names: [String]) { state.withLock { $0.names[server] = names } }

    /// Whom the account on a server follows from now on.
    package func follow(_ followed: [FollowedAccount], on server: String) {
        state.withLock { $0.followed[server] = followed }
    }

    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret
    ) throws -> any NetworkConnection { try connection(with: settings, keep: keep, count: { _ in }) }

    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret, count: @escaping CountReads
    ) throws -> any NetworkConnection {
        guard let stated = settings.network.stated else { throw NetworkTrouble.noConnector(for: settings.network) }
        let server = try ServerAddress.read(settings.server)
        return Connection(
            networks: self, network: settings.network, server: server, host: try Self.host(of: server),
            userName: settings.userName, stated: stated, count: count)
    }

    package func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn {
        guard network.wayToConnect?.permissions.isEmpty == false else { throw NetworkTrouble.noConnector(for: network) }
        return PretendSignIn(network: network, host: try Self.host(of: server), userName: userName)
    }

    package func server(of network: Network) -> String? {
        switch network {
        case .facebook, .instagram, .x, .linkedin: "https://\(network.rawValue).example"
        case .mastodon, .bluesky, .website, .threads, .youtube, .tiktok, .other: nil
        }
    }

    private static func host(of server: String) throws -> String {
        let host = URL(string: try ServerAddress.read(server))?.host ?? ""
        guard host.hasSuffix(".example") || host.hasSuffix(".invalid") else {
            throw NetworkTrouble.cannot(
                "This is a demonstration, and it goes to no real network. Enter a server that ends in .example")
        }
        return host
    }

    private struct Connection: NetworkConnection {
        let networks: PretendNetworks
        let network: Network
        let server: String
        let host: String
        let userName: String
        let stated: Capabilities
        let count: CountReads

        func check() async throws -> ConnectionReport {
            _ = try behaviour("check")
            try await count(NetworkReads(users: 1))
            let identity =
                switch network {
                case .facebook, .instagram, .x, .linkedin: PretendSignIn.name(of: userName)
                default: "@school@\(host)"
                }
            return ConnectionReport(
                identity: identity, address: server, names: networks.state.withLock { $0.names[server] ?? [] },
                software: "Pretended", capabilities: stated, endsAt: networks.state.withLock { $0.ends[server] })
        }

        func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
            let behaviour = try behaviour("publish")
            if behaviour == "refused" { throw NetworkTrouble.refused("Not here") }
            if stated.film == nil { try post.requireNoFilm(on: network) }
            try await lastMoment(nil)
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
            try await count(NetworkReads(users: 1, posts: networks.posts(on: server).count))
            return networks.state.withLock { state in
                state.posts[server]?.first { $0.post.key == post.key }.map { published($0.id, $0.post) }
            }
        }

        func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
            _ = try behaviour("edit")
            guard stated.edits else { throw NetworkTrouble.cannot("It has no way to change a post that is out") }
            try await lastMoment(nil)
            networks.state.withLock { state in
                if let at = state.posts[server]?.firstIndex(where: { $0.id == id }) {
                    state.posts[server]?[at].post = post
                }
            }
        }

        func takeDown(_ id: String) async throws {
            _ = try behaviour("take down")
            guard stated.takesDown else { throw NetworkTrouble.cannot("It has no way to take a post down") }
            networks.state.withLock { state in state.posts[server]?.removeAll { $0.id == id } }
        }

        func following() async throws -> [FollowedAccount] {
            _ = try behaviour("following")
            return networks.state.withLock { $0.followed[server] ?? [] }
        }

        private func published(_ id: String, _ post: OutgoingPost) -> Published {
            Published(
                id: id, address: "\(server)/\(id)", repliesAreClosed: stated.closesReplies && post.closesReplies)
        }

        func abandon(_ post: OutgoingPost) async throws { _ = try behaviour("abandon") }

        private func behaviour(_ asked: String) throws -> String {
            let behaviour = networks.state.withLock { state in
                state.asked.append(asked)
                return state.behaviours[server] ?? String(host.prefix { $0 != "." })
            }
            switch behaviour {
            case "revoked": throw NetworkTrouble.permissionEnded
            case "down": throw NetworkTrouble.unreachable
            case "ended": throw NetworkTrouble.cannot("This server lets no program in any more")
            default: return behaviour
            }
        }
    }
}

/// Allows at once what is asked, as a person would, and sends the browser back; where the server's name begins with
/// `refused`, as a person would who does not.
private struct PretendSignIn: NetworkSignIn {
    let network: Network
    let host: String
    let userName: String

    func register(back: String, website: String?) async throws -> NetworkApp {
        NetworkApp(id: "pretended", secret: "pretended")
    }

    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        host.hasPrefix("refused")
            ? authorisation(back, [("state", state), ("error", "access_denied")])
            : authorisation(back, [("state", state), ("code", "pretended")])
    }

    func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        guard code == "pretended" else { throw NetworkTrouble.permissionEnded }
        let secret = ConnectionSecret(token: "pretended")
        switch network {
        case .facebook:
            return ["1001", "1002"].map { JoinableAccount(id: $0, name: Self.name(of: $0), secret: secret) }
        case .linkedin: return [JoinableAccount(id: userName, name: Self.name(of: userName), secret: secret)]
        case .mastodon: return [JoinableAccount(id: "", name: "@school", secret: secret)]
        default: return [JoinableAccount(id: "1", name: Self.name(of: "1"), secret: secret)]
        }
    }

    /// Of a Page or an organisation by its number.
    static func name(of id: String) -> String {
        switch id {
        case "1001": "Our school"
        case "1002": "Friends of our school"
        case "1": "@school"
        default: "Page \(id)"
        }
    }
}
