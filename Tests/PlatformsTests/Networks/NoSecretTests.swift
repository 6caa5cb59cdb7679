import Governance
import Testing

@testable import Platforms

@Suite("A connection that nothing signs in") struct NoSecretTests {
    @Test("is not made, and asks no server", arguments: Network.allCases.filter { $0.stated != nil })
    func isNotMade(on network: Network) {
        for secret in [ConnectionSecret(), ConnectionSecret(password: "", token: "", refreshToken: "")] {
            let settings = ConnectionSettings(
                network: network, server: "https://school.example", userName: "school", secret: secret)
            #expect(throws: NetworkTrouble.permissionEnded) {
                try RealNetworks(web: NoWebClient()).connection(with: settings, keep: { _ in })
            }
        }
    }
}
