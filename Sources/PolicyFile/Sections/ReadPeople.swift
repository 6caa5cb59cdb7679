import Governance

/// One entry of `binds`: several kinds of people bound alike by one section.
func readBinding(_ item: Item) -> [Binding] {
    guard
        let fields = Fields(
            item, known: ["who", "as", "at"], required: ["who", "as", "at"], what: "An entry of `binds`")
    else { return [] }
    let extent = fields["as"]?.word(Binding.Extent.self, "way of being bound")
    let section = fields.text("at")
    let who = fields["who"]?.items.compactMap { $0.word(Binding.Who.self, "kind of person") } ?? []
    guard let extent, let section else { return [] }
    return who.map { Binding(who: $0, extent: extent, at: section) }
}

/// The paper's own titles, each with the role that stands for it.
func readRoles(_ fields: Fields) -> [PaperRole] {
    guard let item = fields["roles"] else { return [] }
    guard case .fields(let entries) = item.node.content else {
        item.report("`roles` must be a group of keys.", "Write { Head Teacher: headteacher }: the paper's title first.")
        return []
    }
    return entries.compactMap { entry in
        let value = Item(node: entry.value, path: "\(item.path).\(entry.key)", problems: item.problems)
        return readRole(value).map { PaperRole(title: entry.key, role: $0) }
    }
}

/// One of the product's roles.
func readRole(_ item: Item) -> Role? {
    item.word(Role.self, "role")
}
