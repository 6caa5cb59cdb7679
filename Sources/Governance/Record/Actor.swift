/// Who does something: how an event is signed.
package enum Actor: Sendable, Hashable {
    case user(Identifier<User>)
    /// Someone at the machine's own command line.
    case console
    /// The program itself, when something falls due.
    case schedule
    /// Someone who has not signed in.
    case visitor

    /// As the record keeps it; holds no name.
    package var signature: String {
        switch self {
        case .user(let id): "user:\(id)"
        case .console: "console"
        case .schedule: "schedule"
        case .visitor: "visitor"
        }
    }

    /// Reads a signature back; nil for one that this release does not know.
    package init?(signature: String) {
        switch signature {
        case "console": self = .console
        case "schedule": self = .schedule
        case "visitor": self = .visitor
        default:
            guard signature.hasPrefix("user:") else { return nil }
            self = .user(Identifier(String(signature.dropFirst(5))))
        }
    }

    package var user: Identifier<User>? {
        if case .user(let id) = self { id } else { nil }
    }
}
