import Foundation
import Governance

/// What an account is connected with.
package struct ConnectionSettings: Sendable, Equatable {
    package var network: Network
    package var server: String
    /// Empty where a token alone signs in.
    package var userName: String
    package var secret: ConnectionSecret
    /// How the network knows this program, where it has to.
    package var app: NetworkApp?

    package init(
        network: Network, server: String, userName: String, secret: ConnectionSecret, app: NetworkApp? = nil
    ) {
        self.network = network
        self.server = server
        self.userName = userName
        self.secret = secret
        self.app = app
    }
}

/// Makes connections to networks: the real ones, or pretended ones.
package protocol NetworkConnector: Sendable {
    /// Throws `.cannot` for a network that Chaperone has no connector for, `.unsafeAddress` for a server's address that is
    /// none, `.permissionEnded` where nothing signs in.
    /// - Parameters:
    ///   - keep: keeps a secret that the network changes.
    ///   - count: is told what was read on a network that charges for it, as soon as it was.
    func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret, count: @escaping CountReads
    ) throws -> any NetworkConnection
    /// The same where nothing is counted.
    func connection(with settings: ConnectionSettings, keep: @escaping KeepSecret) throws -> any NetworkConnection
    /// Joins an account by the browser of whoever runs it. Throws `.cannot` where a password is typed in instead.
    /// - Parameter server: of Mastodon the account's own; of every other network `server(of:)`.
    func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn
    /// Where a network is that has but one server; nil: each account has its own.
    func server(of network: Network) -> String?
}

extension NetworkConnector {
    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret, count: @escaping CountReads
    ) throws -> any NetworkConnection { try connection(with: settings, keep: keep) }
}

package typealias CountReads = @Sendable (NetworkReads) async throws -> Void

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
    ) throws -> any NetworkConnection { try connection(with: settings, keep: keep, count: { _ in }) }

    package func connection(
        with settings: ConnectionSettings, keep: @escaping KeepSecret, count: @escaping CountReads
    ) throws -> any NetworkConnection {
        let secret = settings.secret
        // whoever was let in once is let in anew by what they were given for that
        if settings.network.stated != nil {
            _ = try Self.required(secret.token ?? secret.refreshToken ?? secret.password)
        }
        return switch settings.network {
        case .website:
            try WordPressConnection(
                site: settings.server, userName: settings.userName, password: Self.required(secret.password),
                web: web, clock: clock)
        case .mastodon:
            try MastodonConnection(
                server: settings.server, token: Self.required(secret.token), web: web, clock: clock)
        case .bluesky:
            try BlueskyConnection(
                server: settings.server, userName: settings.userName, secret: secret, web: web, clock: clock,
                keep: keep)
        case .facebook:
            try FacebookConnection(
                page: settings.userName, token: Self.required(secret.token), app: settings.app, web: web,
                clock: clock)
        case .instagram:
            InstagramConnection(
                account: settings.userName, secret: secret, web: web, clock: clock, keep: keep)
        case .x:
            XConnection(
                secret: secret, app: settings.app, web: web, clock: clock, keep: keep, count: count)
        case .linkedin:
            LinkedInConnection(
                organisation: settings.userName, secret: secret, app: settings.app, web: web, clock: clock,
                keep: keep)
        case .threads, .youtube, .tiktok, .other:
            throw NetworkTrouble.noConnector(for: settings.network)
        }
    }

    /// What signs in; throws where there is nothing: then somebody has to connect the account anew.
    private static func required(_ part: String?) throws(NetworkTrouble) -> String {
        guard let part, !part.isEmpty else { throw .permissionEnded }
        return part
    }

    package func signIn(to network: Network, at server: String, userName: String) throws -> any NetworkSignIn {
        let asking = NetworkAsking(web: web, clock: clock)
        return switch network {
        case .mastodon: try MastodonSignIn(server: server, web: web, clock: clock)
        case .facebook: FacebookSignIn(asking: asking)
        case .instagram: InstagramSignIn(asking: asking)
        case .x: XSignIn(asking: asking)
        case .linkedin: LinkedInSignIn(organisation: userName, asking: asking)
        case .website, .bluesky, .threads, .youtube, .tiktok, .other: throw NetworkTrouble.noConnector(for: network)
        }
    }

    package func server(of network: Network) -> String? {
        switch network {
        case .facebook: "https://graph.facebook.com"
        case .instagram: "https://graph.instagram.com"
        case .x: "https://api.x.com"
        case .linkedin: "https://api.linkedin.com"
        case .mastodon, .bluesky, .website, .threads, .youtube, .tiktok, .other: nil
        }
    }
}
