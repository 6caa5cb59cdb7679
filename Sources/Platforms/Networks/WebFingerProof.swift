import Foundation
import Governance

/// Whether a server may speak for a domain. Anybody can run one that claims another's.
struct WebFingerProof: Sendable {
    /// As an address.
    let server: String
    let asking: NetworkAsking

    /// The server's own host.
    var host: String { ServerPlace.of(server) }

    /// Whether accounts of a domain are this server's: the domain is its host, or says so itself by WebFinger (RFC 7033;
    /// docs.joinmastodon.org, admin/config#web_domain).
    func stands(for domain: String, as name: String) async -> Bool {
        if domain.lowercased() == host { return true }
        let resource = FormText.text([(name: "resource", value: "acct:\(name)@\(domain)")])
        var address = "https://\(domain)/.well-known/webfinger?\(resource)"
        for _ in 0..<4 {
            guard SignInProvider.isAddress(String(address.prefix { $0 != "?" })),
                let answer = try? await asking.answer(to: WebRequest(address, .get, seconds: 6))
            else { return false }
            if answer.isSuccess {
                return (ReadJSON(answer.body)["links"].list ?? []).contains { link in
                    link["rel"].text == "self" && link["href"].text.map(ServerPlace.of) == host
                }
            }
            guard (300..<400).contains(answer.status), let to = answer.header("location"),
                let next = URL(string: to, relativeTo: URL(string: address))?.absoluteString
            else { return false }
            // sent on to the server itself, which is how most domains say it
            if ServerPlace.of(next) == host, next.hasPrefix("https://") { return true }
            address = next
        }
        return false
    }
}

/// Where an address is.
enum ServerPlace {
    /// Its host, and its port where it says one.
    static func of(_ address: String) -> String {
        guard let parts = URLComponents(string: address), let host = parts.host?.lowercased() else { return "" }
        return host + (parts.port.map { ":\($0)" } ?? "")
    }
}
