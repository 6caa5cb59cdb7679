/// Why signing in with a provider did not work, with a sentence for the person.
package enum ProviderTrouble: Error, Equatable {
    /// The provider gives no answer, or none that can be read.
    case unreachable
    case unsafeAddress
    /// The host is inside the network, and nobody allowed it at the machine.
    case insideNetwork(String)
    /// It calls itself otherwise than it was entered.
    case otherIssuer(String)
    /// What it does not offer and must.
    case lacks(String)
    /// It refuses, with its own short word for it.
    case refuses(String)
    /// The token does not prove what it must; the word says what, for the log and the administrator.
    case token(Fault)

    package enum Fault: String, Sendable, Equatable {
        case unreadable, algorithm, key, signature, issuer, audience, party, expired, early, nonce, subject, domain
    }

    init(_ trouble: WebTrouble) {
        self =
            switch trouble {
            case .unreachable, .lost: .unreachable
            case .unsafeAddress: .unsafeAddress
            case .insideNetwork(let host): .insideNetwork(host)
            }
    }

    package var says: String {
        switch self {
        case .unreachable: "Your school’s sign-in does not answer just now. Try again in a few minutes"
        case .unsafeAddress: "The provider’s address must begin with https://"
        case .insideNetwork(let host): InsideServers.refusal(of: host)
        case .otherIssuer(let name):
            "The provider calls itself “\(name)”, which is not the address that was entered. Enter it exactly so"
        case .lacks(let what): "The provider does not offer \(what), without which nobody can sign in safely"
        case .refuses("access_denied"): "You did not sign in there, or your school does not let you into Chaperone"
        case .refuses("invalid_client"): "The provider does not know this client ID with this client secret"
        case .refuses("invalid_grant"): "The provider takes this sign-in back: it is used already, too old, or ended"
        case .refuses("redirect_uri_mismatch"): "The redirect address was not entered at the provider"
        case .refuses(let word): "The provider refuses and says “\(Self.plain(word))”"
        case .token(.domain): "This is not an account of your school. Choose your school account"
        case .token(.expired), .token(.early):
            "The sign-in is not valid at this time. Compare the clock of this machine with the right time"
        case .token(let fault): "The provider’s answer does not prove who you are (\(fault.rawValue)). Nothing was done"
        }
    }

    /// The provider's own word, when it is one.
    private static func plain(_ word: String) -> String {
        let short = word.prefix(60)
        return short.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_- .".contains($0)) }
            ? String(short) : "an error"
    }
}
