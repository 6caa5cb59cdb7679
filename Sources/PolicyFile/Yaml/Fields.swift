/// The keys of one group, each known.
struct Fields {
    let item: Item
    private let values: [String: Item]

    /// Nil, with a problem, when the value is no group of keys. Reports unknown keys and missing ones; the value of a
    /// misspelt key is read as what was probably meant, so that one slip gives one problem.
    init?(_ item: Item, known: [String], required: [String] = [], what: String) {
        guard case .fields(let fields) = item.node.content else {
            item.report(
                "\(what) must be a group of keys, and is \(item.node.kind).",
                "Write its keys, each with a colon: \(known.joined(separator: ", ")).")
            return nil
        }
        self.item = item
        var values: [String: Item] = [:]
        var misspelt: [String: Item] = [:]
        for field in fields where !item.problems.isFull {
            let path = item.path.isEmpty ? field.key : "\(item.path).\(field.key)"
            let value = Item(node: field.value, path: path, problems: item.problems)
            if known.contains(field.key) {
                values[field.key] = value
            } else {
                let merge = field.key == "<<"
                let says =
                    merge
                    ? "A merge key (`<<`) stands here; policy files have none."
                    : "\(what) has no key `\(field.key)`."
                item.problems.add(field.mark, path, says, suggestion(for: field.key, from: known))
                if let meant = nearestWord(to: field.key, from: known) { misspelt[meant] = value }
            }
        }
        values.merge(misspelt) { right, _ in right }
        self.values = values
        for key in required where self[key] == nil {
            let blank = values[key] != nil
            (values[key] ?? item).report(
                "\(what) \(blank ? "leaves `\(key)` blank" : "has no `\(key)`").", "Add `\(key):` with its value.")
        }
    }

    /// The value of a key; nil when the key is absent or blank.
    subscript(key: String) -> Item? {
        guard let item = values[key], !item.isBlank else { return nil }
        return item
    }

    /// Whether the key stands there, blank or not.
    func has(_ key: String) -> Bool { values[key] != nil }

    func text(_ key: String) -> String? { self[key]?.text }
}
