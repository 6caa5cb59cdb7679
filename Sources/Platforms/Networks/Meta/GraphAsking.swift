import Crypto
import Foundation
import Governance

/// Asks Meta's Graph API, in which Facebook and Instagram speak alike
/// (developers.facebook.com/docs/graph-api/guides/error-handling and /overview/rate-limiting).
struct GraphAsking: Sendable {
    /// Released in July 2026; versions live two years (developers.facebook.com/docs/graph-api/changelog/versions).
    static let version = "v26.0"

    /// With the version and without a slash at the end.
    let root: String
    let asking: NetworkAsking

    init(host: String, asking: NetworkAsking) {
        root = "https://\(host)/\(Self.version)"
        self.asking = asking
    }

    /// Proves that whoever has the token knows the app's secret (developers.facebook.com/docs/graph-api/guides/secure-requests).
    static func proof(of token: String, secret: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(token.utf8), using: SymmetricKey(data: Data(secret.utf8)))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// - Parameter fields: in the address of what is read or deleted.
    func ask(
        _ method: WebRequest.Method, _ path: String, _ fields: [(String, String)] = [], token: String,
        body: WebRequest.Body? = nil, seconds: Int64 = 15, changes: Bool = false
    ) async throws(NetworkTrouble) -> ReadJSON {
        let query = FormText.text(fields.map { (name: $0.0, value: $0.1) })
        let asked = WebRequest(
            root + "/" + path + (query.isEmpty ? "" : "?" + query), method, body,
            authorisation: token.isEmpty ? nil : "Bearer " + token, seconds: seconds, most: 4 << 20)
        let answer = try await asking.answer(to: asked, changes: changes)
        let json = ReadJSON(answer.body)
        if answer.isSuccess, json.isThere, !json["error"].isThere { return json }
        throw trouble(json["error"], answer, changes: changes)
    }

    /// Of an answer that is no answer.
    private func trouble(_ error: ReadJSON, _ answer: WebAnswer, changes: Bool) -> NetworkTrouble {
        guard let code = error["code"].number else {
            return changes ? .unsure : .unreachable
        }
        // the sentence for people, where there is one
        let words = asking.plain(error["error_user_msg"].text ?? error["message"].text)
        switch (code, error["error_subcode"].number) {
        case (190, _), (102, _): return .permissionEnded
        case (9, 2_207_042): return .rateLimited(until: asking.clock() + 3_600)
        case (9007, 2_207_027): return .unreachable
        case (3, _), (10, _), (200...299, _): return .notPermitted(words)
        case (4, _), (17, _), (32, _), (341, _), (613, _), (80_000...80_014, _):
            return .rateLimited(until: asking.wait(answer))
        case (1, _), (2, _): return changes ? .unsure : .unreachable
        case (506, _): return Self.duplicate
        case (100, 33): return Self.gone
        default: return .refused(words)
        }
    }

    /// The same was sent before: it may be ours.
    static let duplicate = NetworkTrouble.refused("The same was posted a moment ago")
    /// Nothing of this name is there, or not for whoever asks.
    static let gone = NetworkTrouble.refused("It is not there")

    /// So that nothing else can stand in an address.
    static func name(_ id: String) -> String {
        String(id.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "_" }.map(Character.init))
    }
}

/// Texts as they are compared: without what a network may change, white space and how a sign is composed.
func foldedText(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace && !$0.isNewline }
}
