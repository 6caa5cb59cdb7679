extension Severity {
    /// What a finding of this severity does, as a sentence says it after `now`.
    package var doesInWords: String {
        switch self {
        case .warn: "advises on a post"
        case .hold: "makes a post wait for release"
        case .block: "stops a post"
        }
    }

    /// What happened to a post under it, after `before it`.
    package var didInWords: String {
        switch self {
        case .warn: "was only advised on"
        case .hold: "waited for release"
        case .block: "was stopped"
        }
    }
}

/// What the controls of one clause do now that they did not.
func controlChanges(from was: Clause?, to now: Clause?) -> [PolicyChange] {
    let (before, after) = (was?.controls ?? [], now?.controls ?? [])
    let name = (now ?? was)?.name ?? ""
    let at = (now ?? was)?.at
    return inOrder(before.map(\.id), after.map(\.id)).flatMap { id -> [PolicyChange] in
        let (old, new) = (before.first { $0.id == id }, after.first { $0.id == id })
        switch (old, new) {
        case (nil, let new?):
            return [PolicyChange(.authors, at: at, "\(name) now \(new.severity.doesInWords) by the control \(id).")]
        case (_?, nil):
            return [PolicyChange(.authors, at: at, "\(name) no longer examines posts by the control \(id).")]
        case (let old?, let new?):
            return severityChange(old, new, name: name, at: at) + parameterChanges(old, new, name: name, at: at)
        case (nil, nil): return []
        }
    }
}

private func severityChange(_ old: CarriedControl, _ new: CarriedControl, name: String, at: String?) -> [PolicyChange] {
    guard old.severity != new.severity else { return [] }
    return [
        PolicyChange(
            .authors, at: at,
            "\(name) now \(new.severity.doesInWords) (\(new.id)); before it \(old.severity.didInWords).")
    ]
}

private func parameterChanges(
    _ old: CarriedControl, _ new: CarriedControl, name: String, at: String?
) -> [PolicyChange] {
    let before = Dictionary(uniqueKeysWithValues: old.arguments.all.map { ($0.name, $0.value) })
    return new.arguments.all.compactMap { parameter in
        guard let was = before[parameter.name], was != parameter.value else { return nil }
        return PolicyChange(
            .authors, at: at,
            "\(name), \(new.id): “\(parameter.name)” is now \(parameter.value.inWords); "
                + "before it was \(was.inWords).")
    }
}

/// A control as one clause carries it.
struct CarriedControl {
    let id: String
    let arguments: Arguments
    let severity: Severity
}

extension Clause {
    var controls: [CarriedControl] {
        carriers.compactMap { carrier in
            guard case .control(let id, let arguments, let severity, _) = carrier else { return nil }
            return CarriedControl(id: id, arguments: arguments, severity: severity ?? breach ?? .hold)
        }
    }
}

extension ParameterValue {
    /// As a sentence says it.
    package var inWords: String {
        switch self {
        case .word(let word): word
        case .words(let words): listed(words)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        }
    }
}
