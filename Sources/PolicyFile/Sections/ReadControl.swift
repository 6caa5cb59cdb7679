import Governance

/// A control with its arguments, checked against its parameters.
///
/// - Parameter hasWord: whether the clause has a word or a severity, even one that does not exist.
func readControl(
    _ item: Item, _ fields: Fields, of clause: Clause, hasWord: Bool, controls: [String: ControlFacts]
) -> Carrier? {
    guard let id = item.text else { return nil }
    guard let control = controls[id] else {
        item.report("There is no control `\(id)`.", controlSuggestion(id, controls))
        return nil
    }
    let severity = fields["severity"]?.word(Severity.self, "severity")
    let because = fields.text("because")
    let needsReason = severity != nil && severity != clause.breach
    if let severity, needsReason, because == nil {
        let given = clause.breach.map { "gives \($0.rawValue)" } ?? "has neither word nor severity"
        fields["severity"]?.report(
            "The control's severity is \(severity.rawValue), but its clause \(given).",
            "Say why with `because:`, or leave the severity out.")
    }
    if severity == nil, clause.breach == nil, !hasWord {
        item.report(
            "The clause carries a control but has neither `word` nor `severity`.",
            "Add the paper's own word, for example `word: must`, or a severity with `because:`.")
    }
    if severity == nil, let reason = fields["because"] {
        reason.report("`because` explains a severity, and none is given.", "Add `severity:`, or remove `because`.")
    }
    guard let arguments = readArguments(fields["with"], for: control, at: item) else { return nil }
    return .control(id, arguments, severity: severity, because: because)
}

private func controlSuggestion(_ id: String, _ controls: [String: ControlFacts]) -> String {
    if let nearest = nearestWord(to: id, from: controls.keys.sorted()) { return "Did you mean `\(nearest)`?" }
    return "`chaperone policy controls` lists them."
}
