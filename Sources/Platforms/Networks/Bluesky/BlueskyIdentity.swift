import Foundation
import Governance

/// Whose account a server of the AT Protocol says it has, asked of others than that server: anybody can run one that claims
/// another's handle (atproto.com/specs/handle and /specs/did).
struct BlueskyIdentity: Sendable {
    let did: String
    let handle: String
    let asking: NetworkAsking

    /// Whether the handle stands for the DID, and the DID's document names this server. False too where nothing answers.
    func isOf(_ server: String) async -> Bool {
        guard await isHosted(on: server) else { return false }
        return await handleStandsForIt()
    }

    /// `did:plc` is kept by a register of its own, `did:web` by the host that it names.
    private func isHosted(on server: String) async -> Bool {
        let address: String
        if did.wholeMatch(of: /did:plc:[a-z2-7]{1,64}/) != nil {
            address = "https://plc.directory/" + did
        } else if let host = did.wholeMatch(of: /did:web:([A-Za-z0-9.-]{1,253})/)?.1 {
            address = "https://\(host)/.well-known/did.json"
        } else {
            return false
        }
        guard let document = await asked(address).map({ ReadJSON($0.body) }), document["id"].text == did else {
            return false
        }
        return (document["service"].list ?? []).contains { service in
            service["id"].text?.hasSuffix("#atproto_pds") == true
                && service["serviceEndpoint"].text.map { Self.isSame($0, server) } == true
        }
    }

    /// Bluesky's own accounts are on many servers, and all sign in at one.
    private static func isSame(_ endpoint: String, _ server: String) -> Bool {
        if ServerAddress.isSame(endpoint, server) { return true }
        let (endpoint, server) = (URLComponents(string: endpoint), URLComponents(string: server))
        return server?.scheme == "https" && server?.host == "bsky.social" && server?.port == nil
            && endpoint?.host?.hasSuffix(".host.bsky.network") == true
    }

    private func handleStandsForIt() async -> Bool {
        guard handle.wholeMatch(of: /[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+/) != nil, handle.count <= 253 else {
            return false
        }
        if let answer = await asked("https://\(handle)/.well-known/atproto-did") {
            let said = String(decoding: answer.body.prefix(2_048), as: UTF8.self)
            if said.trimmingCharacters(in: .whitespacesAndNewlines) == did { return true }
        }
        // it may be said in the DNS alone, which the network's own resolver reads
        let query = FormText.text([(name: "handle", value: handle)])
        let resolver = "https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle?" + query
        return await asked(resolver).map { ReadJSON($0.body)["did"].text == did } ?? false
    }

    private func asked(_ address: String) async -> WebAnswer? {
        let answer = try? await asking.answer(to: WebRequest(address, .get, seconds: 6))
        return answer?.isSuccess == true ? answer : nil
    }
}
