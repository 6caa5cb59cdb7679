import Governance

/// What no clause can show by itself: sections named once, and no control carried twice differently by one section.
func checkTogether(_ clauses: [(item: Item, clause: Clause)]) {
    var seen: [Section: Int] = [:]
    var carried: [Carried: (line: Int, arguments: Arguments)] = [:]
    for (item, clause) in clauses {
        let section = Section(at: clause.at, part: clause.part)
        if let line = seen[section], !clause.at.isEmpty {
            let named = clause.part.map { "\(clause.at), \($0)" } ?? clause.at
            item.report(
                "The section \(named) stands in line \(line) already.",
                "Put both into one clause, or tell the sentences of one section apart with `part:`.")
        }
        seen[section] = seen[section] ?? item.node.mark.line
        for (index, carrier) in clause.carriers.enumerated() {
            guard case .control(let id, let arguments, _, _) = carrier else { continue }
            let key = Carried(section: clause.at, control: id)
            if let before = carried[key], before.arguments != arguments {
                Item(node: item.node, path: "\(item.path).carried-by[\(index)]", problems: item.problems).report(
                    "The section \(clause.at) carries `\(id)` already, in the clause in line \(before.line), "
                        + "with other parameters.",
                    "Keep one of the two, or give both the same parameters.")
            }
            carried[key] = carried[key] ?? (item.node.mark.line, arguments)
        }
    }
}

private struct Section: Hashable {
    let at: String
    let part: String?
}

private struct Carried: Hashable {
    let section: String
    let control: String
}
