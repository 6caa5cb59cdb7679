import Governance

extension PolicyDifference {
    /// For a terminal: the sentences, by whom they concern.
    package func text(_ emphasis: Emphasis, width: Int = 80) -> String {
        guard !changes.isEmpty else { return "Nothing changes.\n" }
        let groups = PolicyChange.Readers.allCases.compactMap { readers -> String? in
            let changes = changes(for: readers)
            guard !changes.isEmpty else { return nil }
            return emphasis.strong(readers.title) + "\n"
                + changes.map { Column(width: width, indent: 4).wrap($0.says, first: "  - ") }.joined()
        }
        return groups.joined(separator: "\n")
    }
}
