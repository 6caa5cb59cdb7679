import Governance

/// Why the doorkeeper or a handler turns a request away.
package enum TurnedAway: Error, Equatable {
    case notFound
    /// The address takes these methods, and not the one that was used.
    case wrongMethod([String])
    case signInFirst
    /// Set-up goes on only in the browser that gave the code.
    case setUpFirst
    /// A one-time link that was used, or whose time is over.
    case linkIsOver
    case notPermitted
    /// Someone else changed it meanwhile; the sentence says what and by whom.
    case conflict(String)
    /// A form that cannot be right, from a page that has no better way to say so.
    case invalid([Problem])
    case formFromElsewhere
    case unreadableForm
    case tooLarge(Int)
    case later(String, seconds: Int = 60)
    /// The sentence says who may.
    case notAllowed(String)
}

extension TurnedAway {
    /// What an action refused, as a page says it.
    init(_ error: ActionError) {
        self =
            switch error {
            case .notFound: .notFound
            case .notPermitted(let says): .notAllowed(says)
            case .conflict(let says): .conflict(says)
            case .invalid(let errors): .invalid(errors.map(Problem.init))
            case .later(let seconds, let says): .later(says, seconds: seconds)
            }
    }

    var says: String? {
        if case .notAllowed(let says) = self { says } else { nil }
    }
}

extension Problem {
    package init(_ error: FieldError) { self.init(error.field, error.says) }
}
