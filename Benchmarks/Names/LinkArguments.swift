import Governance

/// What the policy LINK asks of the controls that need an argument; the others as they fall back.
enum LinkArguments {
    static func of(_ entry: ControlEntry<PublishPost>) throws -> Arguments {
        var given: [String: ParameterValue] = [:]
        for parameter in entry.parameters where parameter.fallback == nil {
            given[parameter.name] = values[entry.id]?[parameter.name] ?? anything(parameter.kind)
        }
        return try Arguments(given, for: entry.parameters)
    }

    private static let values: [String: [String: ParameterValue]] = [
        "publishing.pupil-names": ["allowed": .words(["first-name", "initials"])]
    ]

    private static func anything(_ kind: Parameter.Kind) -> ParameterValue {
        switch kind {
        case .choice(let words): .word(words.first ?? "")
        case .choices(let words): .words(words)
        case .words: .words([])
        case .number(let range): .number(range.lowerBound)
        case .flag: .flag(true)
        }
    }
}
