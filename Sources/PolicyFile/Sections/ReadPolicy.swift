import Governance

private let policyKeys = [
    "policy", "title", "organisation", "names", "nation", "status", "version", "dated", "approved", "approved-by",
    "adopted", "owner", "author", "review", "history", "binds", "roles", "related", "tone", "clauses", "remarks",
]

/// Reads the whole file; nil where what every policy must have is missing.
func readPolicy(_ file: Item, controls: [String: ControlFacts]) -> Policy? {
    guard
        let fields = Fields(
            file, known: policyKeys, required: ["policy", "title", "organisation", "names", "nation", "clauses"],
            what: "A policy")
    else { return nil }
    checkEnd(of: file, fields)
    let policy = Policy(
        key: readKey(fields) ?? "", title: fields.text("title") ?? "", organisation: fields.text("organisation") ?? "",
        names: fields["names"]?.texts ?? [], nation: fields["nation"]?.word(Nation.self, "nation") ?? .england,
        facts: readFacts(fields), binds: fields["binds"]?.items.flatMap(readBinding) ?? [],
        roles: readRoles(fields), related: fields["related"]?.items.compactMap(readRelated) ?? [],
        tone: fields["tone"]?.texts ?? [], clauses: readClauses(fields, controls: controls),
        remarks: fields["remarks"]?.items.compactMap(readRemark) ?? [])
    return policy
}

private func readKey(_ fields: Fields) -> String? {
    guard let item = fields["policy"], let key = item.text else { return nil }
    let fits = key.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !fits || !(2...20).contains(key.count) {
        item.report(
            "`\(key)` cannot be the key of a policy.",
            "Use 2 to 20 capital letters, digits or hyphens, for example the school's initials.")
    }
    return key
}

/// YAML cannot tell a file that was cut off from a whole one; the last key can.
private func checkEnd(of file: Item, _ fields: Fields) {
    guard case .fields(let entries) = file.node.content else { return }
    if !fields.has("remarks") {
        file.problems.add(
            entries.last?.mark ?? file.node.mark, "remarks",
            "The file ends without `remarks:`, so it may have been cut off.",
            "If the file is whole, add `remarks:` as its last key; it may stay blank.")
    } else if let last = entries.last, last.key != "remarks" {
        file.problems.add(
            last.mark, last.key, "`\(last.key)` stands after `remarks`.",
            "Make `remarks:` the last key, so that a file that was cut off is noticed.")
    }
}
