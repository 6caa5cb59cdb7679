import Foundation
import Governance
import Platforms
import Store

/// Enters how a network knows this program: an app that the school made there. It serves all accounts on that network.
package struct EnterNetworkApp: Sendable {
    package var network: Network
    package var id: String
    package var secret: String

    package init(_ network: Network, id: String, secret: String) {
        self.network = network
        self.id = id
        self.secret = secret
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard case .page(_, .entered)? = network.wayToConnect else { throw ActionError.notFound }
        let id = try required(id, "appID", "Paste the app’s ID", most: 200)
        let secret = try required(secret, "appSecret", "Paste the app’s secret", most: 500)
        let sealed = try organisation.seal(secret, for: Organisation.networkAppPurpose(network.rawValue))
        try await organisation.change(by: actor) { tx in
            try tx.require(
                .administrator, at: nil, "Only an administrator enters the app that a school made on a network")
            try tx.write(
                KeptNetworkApp(id: id, secret: sealed, enteredBy: tx.person(), enteredAt: tx.now), of: network)
            return Recorded(
                Event(
                    .networkAppEntered, .organisation,
                    after: ["network": .text(network.rawValue), "id": .text(id)]))
        }
    }
}

extension Organisation {
    static func networkAppPurpose(_ network: String) -> String { "network-app:\(network)" }

    /// How a network knows this program; nil where nobody has entered it, or its secret cannot be opened any more.
    func networkApp(_ network: Network) async throws -> NetworkApp? {
        guard let kept = try await database.networkApp(network) else { return nil }
        let secret: String? = try? opened(kept.secret, for: Self.networkAppPurpose(network.rawValue))
        return secret.map { NetworkApp(id: kept.id, secret: $0) }
    }
}
