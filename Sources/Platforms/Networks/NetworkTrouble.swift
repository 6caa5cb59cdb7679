import Foundation
import Governance

/// Why a network did not do what it was asked, with a sentence for the person who runs the account.
package enum NetworkTrouble: Error, Equatable {
    /// The permission ran out or was taken back: the account is connected anew.
    case permissionEnded
    /// The permission stands and does not reach so far; what it lacks, in words.
    case notPermitted(String)
    /// The network does not take this, with its own words for it.
    case refused(String)
    /// Too many questions: none before this time.
    case rateLimited(until: Date)
    /// The most characters that it takes.
    case tooLong(most: Int)
    /// It gives no answer, or none that can be read; nothing was sent.
    case unreachable
    /// It was not asked yet, for a reason of our own that passes; which, in words.
    case notAskedYet(String)
    /// No answer came, and the post may have gone through: it is looked for before anything is sent again.
    case unsure
    /// The host is inside the network, and nobody allowed it at the machine.
    case insideNetwork(String)
    case unsafeAddress
    /// The server is none of this network.
    case notThisNetwork(String)
    /// No program can do this here; what, in words.
    case cannot(String)

    package var says: String {
        switch self {
        case .permissionEnded:
            "The network no longer accepts the permission: it ran out, or somebody took it back. Connect the account again"
        case .notPermitted(let what): "The permission does not reach so far: \(what)"
        case .refused(let words): words.isEmpty ? "The network refuses it" : "The network refuses it: “\(words)”"
        case .rateLimited: "The network asks to wait, because too much was sent"
        case .tooLong(let most): "The text is longer than the \(grouped(most)) characters that the network takes"
        case .unreachable: "The network does not answer just now"
        case .notAskedYet(let why): why
        case .unsure: "The network did not say whether the post is out"
        case .insideNetwork(let host): InsideServers.refusal(of: host)
        case .unsafeAddress: "The address must begin with https://"
        case .notThisNetwork(let what): what
        case .cannot(let what): what
        }
    }

    /// Whether a later attempt can do better without anybody's help.
    package var passes: Bool {
        switch self {
        case .rateLimited, .unreachable, .notAskedYet, .unsure: true
        default: false
        }
    }

    /// Whether nothing can be sent by this connection until a person has mended it.
    package var breaksConnection: Bool {
        switch self {
        case .permissionEnded, .notPermitted, .insideNetwork, .unsafeAddress, .notThisNetwork: true
        default: false
        }
    }
}
