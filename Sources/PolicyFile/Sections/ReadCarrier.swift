import Governance

private let carrierKinds = ["control", "duty", "setting", "route", "told", "fact", "not-yet"]

/// The facts of a document that can carry a clause.
private let factNames = [
    "title", "organisation", "names", "nation", "status", "version", "dated", "approved", "approved-by", "adopted",
    "owner", "author", "review", "history", "binds", "roles", "related", "tone", "scope",
]

/// What carries a clause out: exactly one of the kinds.
func readCarrier(_ item: Item, of clause: Clause, hasWord: Bool, controls: [String: ControlFacts]) -> Carrier? {
    guard
        let fields = Fields(
            item, known: carrierKinds + ["with", "severity", "because"], what: "An entry of `carried-by`")
    else { return nil }
    let kinds = carrierKinds.filter(fields.has)
    guard let kind = kinds.first, kinds.count == 1, let value = fields[kind] else {
        item.report(
            kinds.count > 1
                ? "One entry of `carried-by` names several: \(kinds.joined(separator: ", "))."
                : "This entry of `carried-by` does not say what carries the clause.",
            kinds.count > 1
                ? "Give each its own entry, beginning with a hyphen."
                : "Begin it with one of: \(carrierKinds.joined(separator: ", ")).")
        return nil
    }
    if kind == "control" { return readControl(value, fields, of: clause, hasWord: hasWord, controls: controls) }
    for key in ["with", "severity", "because"] where fields.has(key) {
        (fields[key] ?? item).report("`\(key)` belongs to a control, and this is a \(kind).", "Remove it.")
    }
    switch kind {
    case "duty": return value.word(DutyKind.self, "duty").map(Carrier.duty)
    case "setting": return readSetting(value)
    case "route": return readRoute(value)
    case "told": return readTold(value)
    case "fact": return readFact(value)
    default: return readNotYet(value, of: clause)
    }
}

private func readSetting(_ item: Item) -> Carrier? {
    guard
        let fields = Fields(item, known: ["name", "value"], required: ["name", "value"], what: "A setting"),
        let name = fields.text("name"), let value = fields.text("value")
    else { return nil }
    return .setting(name, value)
}

private func readRoute(_ item: Item) -> Carrier? {
    guard let fields = Fields(item, known: ["of", "to"], required: ["of", "to"], what: "A route") else { return nil }
    let topic = fields["of"]?.word(RouteTopic.self, "topic")
    let roles = fields["to"]?.items.compactMap(readRole) ?? []
    guard let topic else { return nil }
    if let to = fields["to"], case .list(let entries) = to.node.content, entries.isEmpty {
        to.report("The route leads to nobody.", "Name at least one role.")
    }
    return .route(of: topic, to: roles)
}

private func readTold(_ item: Item) -> Carrier? {
    guard let fields = Fields(item, known: ["place", "text"], required: ["place", "text"], what: "Guidance (`told`)")
    else { return nil }
    guard let place = fields["place"]?.word(ToldPlace.self, "place"), let text = fields.text("text") else { return nil }
    return .told(place: place, text: text)
}

private func readFact(_ item: Item) -> Carrier? {
    guard let name = item.text else { return nil }
    if factNames.contains(name) { return .fact(name) }
    item.report("There is no fact `\(name)` of a document.", suggestion(for: name, from: factNames))
    return nil
}

private func readNotYet(_ item: Item, of clause: Clause) -> Carrier? {
    if case .text = item.node.content { return item.word(Room.self, "room").map { .notYet($0, nil) } }
    guard let fields = Fields(item, known: ["room", "note", "for"], required: ["room"], what: "`not-yet`"),
        let room = fields["room"]?.word(Room.self, "room")
    else { return nil }
    return .notYet(room, fields.text("note"), duties: fields["for"].map { duties(named: $0, of: clause) } ?? [])
}

/// One of the clause's duties, or several in a list.
private func duties(named item: Item, of clause: Clause) -> [String] {
    let named: [Item] = if case .text = item.node.content { [item] } else { item.items }
    if named.isEmpty { item.report("`for` names no duty.", "Name one of the clause's `duties`, or leave `for` out.") }
    return named.compactMap { item in
        guard let id = item.text else { return nil }
        if clause.duties.contains(id) { return id }
        item.report("The clause has no duty `\(id)`.", "Name one of its `duties`.")
        return nil
    }
}
