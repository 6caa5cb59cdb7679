/// What a finding does to an act. Ordered: a hold is worse than a warning.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// Advice: the act may go on.
    case warn
    /// Waits for a named role to release it with a reason.
    case hold
    /// Cannot be let through by anyone; the act must change.
    case block

    package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .warn: 0
        case .hold: 1
        case .block: 2
        }
    }

    /// The next milder severity; a warning stays one.
    package var oneMilder: Severity { self == .block ? .hold : .warn }
}

/// The worst of an act's findings, or clear when there are none.
package enum Verdict: String, Sendable, Codable, CaseIterable {
    case clear, warn, hold, block

    package init(_ worst: Severity?) {
        switch worst {
        case nil: self = .clear
        case .warn: self = .warn
        case .hold: self = .hold
        case .block: self = .block
        }
    }
}
