import Governance

extension Carrier {
    /// As a line under a clause says it.
    package var inWords: String {
        switch self {
        case .control(let id, let arguments, let severity, let because):
            var words = "control \(id)"
            let given = arguments.all.map { "\($0.name): \($0.value.inWords)" }
            if !given.isEmpty { words += " (\(given.joined(separator: "; ")))" }
            if let severity { words += ", \(severity.rawValue)" }
            if let because { words += ", because: \(because)" }
            return words
        case .duty(let kind): return "duty \(kind.rawValue)"
        case .setting(let name, let value): return "setting \(name): \(value)"
        case .route(let topic, let roles):
            return "route of \(topic.rawValue) to \(roles.map(\.title).joined(separator: ", "))"
        case .told(let place, let text): return "told (\(place.rawValue)): \(text)"
        case .fact(let name): return "fact of the document: \(name)"
        case .notYet(let room, let note, let duties):
            let of = duties.isEmpty ? "" : " of \(duties.joined(separator: ", "))"
            return "not yet (\(room.rawValue))\(of)\(note.map { ": \($0)" } ?? "")"
        }
    }
}
