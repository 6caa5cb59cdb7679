import Governance

private let clauseKeys = [
    "at", "part", "heading", "says", "word", "severity", "because", "released-by", "duties", "carried-by",
]

/// The clauses in the paper's order, and whether they go together.
func readClauses(_ fields: Fields, controls: [String: ControlFacts]) -> [Clause] {
    guard let list = fields["clauses"] else { return [] }
    let items = list.items
    if items.isEmpty { list.report("The policy has no clauses.", "Add one for every section of the paper.") }
    let read = items.compactMap { item in readClause(item, controls: controls).map { (item: item, clause: $0) } }
    checkTogether(read)
    return read.map(\.clause)
}

private func readClause(_ item: Item, controls: [String: ControlFacts]) -> Clause? {
    guard
        let fields = Fields(
            item, known: clauseKeys, required: ["at", "says", "carried-by"], what: "A clause")
    else { return nil }
    var clause = Clause(
        at: fields.text("at") ?? "", part: fields.text("part"), heading: fields.text("heading"),
        says: fields.text("says") ?? "", word: fields["word"]?.word(PolicyWord.self, "word of obligation"),
        severity: fields["severity"]?.word(Severity.self, "severity"), because: fields.text("because"),
        releasedBy: fields["released-by"].flatMap(readRole), duties: fields["duties"]?.items.compactMap(readDuty) ?? [])
    checkSeverity(clause, fields)
    let hasWord = fields["word"] != nil || fields["severity"] != nil
    clause.carriers =
        fields["carried-by"]?.items.compactMap {
            readCarrier($0, of: clause, hasWord: hasWord, controls: controls)
        } ?? []
    if let carried = fields["carried-by"], case .list(let entries) = carried.node.content, entries.isEmpty {
        carried.report("Nothing carries this clause.", "Name what does, or write `not-yet:` with its room.")
    }
    return clause
}

private func checkSeverity(_ clause: Clause, _ fields: Fields) {
    if let severity = clause.severity, severity != clause.word?.severity, clause.because == nil, !fields.has("because")
    {
        let given = clause.word.map { "`\($0.rawValue)` gives \($0.severity.rawValue)" } ?? "the clause has no word"
        fields["severity"]?.report(
            "The severity is \(severity.rawValue), but \(given).",
            "Say why with `because:`, or leave the severity out.")
    } else if fields.has("because"), clause.because == nil {
        fields.item.report("`because` is blank.", "Say in a sentence why the severity is not what the word gives.")
    } else if let because = fields["because"], fields["severity"] == nil {
        because.report("`because` explains a severity, and none is given.", "Add `severity:`, or remove `because`.")
    }
}

/// A row of the table of duties.
private func readDuty(_ item: Item) -> String? {
    guard let id = item.text else { return nil }
    if dutyTable.contains(where: { $0.id == id }) { return id }
    item.report("There is no duty `\(id)`.", suggestion(for: id, from: dutyTable.map(\.id)))
    return nil
}
