import Governance

/// What a colour, a shape and a word together say.
package enum Tone: String, Sendable, ShownAsText {
    case block, hold, warn, clear, quiet, restricted

    /// The class that carries the colour.
    package var shownText: String { "is-" + rawValue }

    package init(_ severity: Severity?) {
        switch severity {
        case .block: self = .block
        case .hold: self = .hold
        case .warn: self = .warn
        case nil: self = .clear
        }
    }

    /// The drawing that goes with it.
    package var icon: Icon {
        switch self {
        case .block: .stop
        case .hold: .hold
        case .warn: .advice
        case .clear: .tick
        case .quiet: .notyet
        case .restricted: .lock
        }
    }
}
