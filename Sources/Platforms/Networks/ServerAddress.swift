import Foundation
import Governance

/// The address of a server as a person enters it: `school.example`, `https://school.example/blog/`.
package enum ServerAddress {
    /// With https:// before it where it has nothing there, and without a slash at the end; whatever it is.
    package static func completed(_ text: String) -> String {
        var address = withScheme(text)
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }

    /// As a browser takes what is typed into it.
    static func withScheme(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.contains("://") ? text : "https://" + text
    }

    /// The same, where it is an address that may be asked.
    static func read(_ text: String) throws(NetworkTrouble) -> String {
        let address = completed(text)
        guard SignInProvider.isAddress(address) else { throw .unsafeAddress }
        return address
    }

    /// Whether two addresses are of one server.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (URLComponents(string: one), URLComponents(string: other))
        return one?.host?.lowercased() == other?.host?.lowercased() && one?.scheme == other?.scheme
            && one?.port == other?.port
    }
}
