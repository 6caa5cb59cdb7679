import Foundation
import Governance

/// What an account is connected with.
package struct ConnectionSettings: Sendable, Equatable {
    package var network: Network
    package var server: String
    /// Empty where a token alone signs in.
    package var userName: String
    package var secret: ConnectionSecret

    package init(network: Network, server: String, userName: String, secret: ConnectionSecret) {
        self.network = network
        self.server = server
        self.userName = userName
        self.secret = secret
    }
}

/// Makes connections to networks: the real ones, or pretended ones.
package protocol NetworkConnector: Sendable {
    /// Throws `.cannot` for a network that Chaperone has no connector for, `.unsafeAddress` for a server's address that is
    /// none.
    /// - Parameter keep: keeps a secret that the network changes.
    func connection(with settings: ConnectionSettings, keep: @escaping KeepSecret) throws -> any NetworkConnection
    /// Joins an account on a Mastodon server by the browser of whoever runs it.
    func mastodonSignIn(at server: String) throws -> MastodonSignIn
}

extension NetworkTrouble {
    static func noConnector(for network: Network) -> NetworkTrouble {
        .cannot("Chaperone does not publish on \(network.title) by itself. A person does, and brings proof")
    }
}

package struct RealNetworks: NetworkConnector {
    private let web: any WebClient
    private let clock: @Sendable () -> Date

    package init(web: any WebClient, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.web = web
        self.clock = clock
    }

    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret
    ) throws -> any NetworkConnection {
        switch settings.network {
        case .website:
            try WordPressConnection(
                site: settings.server, userName: settings.userName, password: settings.secret.password ?? "", web: web,
                clock: clock)
        case .mastodon:
            try MastodonConnection(
                server: settings.server, token: settings.secret.token ?? "", web: web, clock: clock)
        case .bluesky:
            try BlueskyConnection(
                server: settings.server, userName: settings.userName, secret: settings.secret, web: web, clock: clock,
                keep: keep)
        case .facebook, .instagram, .x, .linkedin, .threads, .youtube, .tiktok, .other:
            throw NetworkTrouble.noConnector(for: settings.network)
        }
    }

    package func mastodonSignIn(at server: String) throws -> MastodonSignIn {
        try MastodonSignIn(server: server, web: web, clock: clock)
    }
}
