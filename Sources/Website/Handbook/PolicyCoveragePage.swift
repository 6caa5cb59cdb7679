import Governance

/// Duties by policies: which are carried out, told, or not yet; computed from the files.
package struct PolicyCoveragePage: PageContent {
    package var papers: [Paper]
    package var rows: [Row]

    package struct Paper: Shows {
        package var name: String
        package var own: Bool
    }

    package struct Row: Shows {
        package var id: String
        package var says: String
        package var cells: [Cell]
    }

    package struct Cell: Shows {
        package var own: Bool
        package var tone: Tone
        package var icon: Icon
        package var word: String
        package var sections: String?
    }

    static func page(own: Policy, others: [Policy], tabs: [Tab]) -> Page {
        let policies = [own] + others.filter { $0.key != own.key }
        let rows = dutyTable.map { duty in
            Row(id: duty.id, says: duty.says, cells: policies.map { cell(duty, in: $0, own: $0.key == own.key) })
        }
        let missing = rows.filter { $0.cells.first?.tone == .hold }.count
        return Page(
            missing == 0 ? "Every duty of the paper is carried" : "\(missing) duties are not carried yet",
            title: "Coverage",
            lead: "All \(rows.count) duties that the policies name, and what Chaperone does about each.",
            tabs: tabs, room: .policy,
            PolicyCoveragePage(
                papers: policies.map { Paper(name: $0.organisation, own: $0.key == own.key) }, rows: rows))
    }

    private static func cell(_ duty: Duty, in policy: Policy, own: Bool) -> Cell {
        let clauses = policy.clauses.filter { $0.duties.contains(duty.id) }
        let carriers = clauses.flatMap(\.carriers)
        var sections: [String] = []
        for clause in clauses where !sections.contains(clause.at) { sections.append(clause.at) }
        let (tone, icon, word): (Tone, Icon, String) =
            if clauses.isEmpty {
                (.quiet, .silent, "Silent")
            } else if carriers.contains(where: {
                if case .notYet = $0 { false } else if case .told = $0 { false } else { true }
            }) {
                (.clear, .check, "Carried")
            } else if carriers.contains(where: { if case .told = $0 { true } else { false } }) {
                (.warn, .told, "Told")
            } else {
                (.hold, .notyet, "Not yet")
            }
        return Cell(
            own: own, tone: tone, icon: icon, word: word,
            sections: sections.isEmpty ? nil : sections.joined(separator: ", "))
    }

    package static let examples = [page(own: .example, others: [], tabs: [])]
}
