import Governance

/// What changes from one policy to another, in sentences, by whom it concerns: `{{>policy-changes}}`.
package struct PolicyChanges: Shows {
    /// `What changes beside the version in force`
    package var heading: String
    package var says: String
    package var groups: [Group]

    package struct Group: Shows {
        package var anchor: String
        package var heading: String
        package var count: Int
        package var changes: [String]
        /// Those after the first, folded.
        package var rest: [String]
        package var more: String?
    }

    private static let shownAtOnce = 12

    /// - Parameter readers: only what concerns these; nil: everything, for everybody.
    init(_ heading: String, from old: Policy, to new: Policy, for readers: Set<PolicyChange.Readers>? = nil) {
        self.heading = heading
        let difference = PolicyDifference(from: old, to: new)
        let count = difference.changes.count { readers?.contains($0.readers) ?? true }
        says =
            switch count {
            case 0: readers == nil ? "Nothing changes for anybody." : "Nothing in it concerns you."
            case 1: "One thing changes."
            default: "\(count) things change. What differs only in the layout of the file is not counted."
            }
        groups = PolicyChange.Readers.allCases.filter { readers?.contains($0) ?? true }.compactMap { readers in
            let changes = difference.changes(for: readers).map(\.says)
            guard !changes.isEmpty else { return nil }
            let fold = changes.count > Self.shownAtOnce + 3
            return Group(
                anchor: "for-" + readers.rawValue, heading: readers.title, count: changes.count,
                changes: fold ? Array(changes.prefix(Self.shownAtOnce)) : changes,
                rest: fold ? Array(changes.dropFirst(Self.shownAtOnce)) : [],
                more: fold ? "\(changes.count - Self.shownAtOnce) more" : nil)
        }
    }

    static let example: PolicyChanges = {
        var changed = Policy.example
        changed.title = "Social Media Policy, second edition"
        changed.clauses[0].says = "An account is made known to the headteacher before it goes live."
        changed.tone = ["Warm"]
        changed.remarks += (1...20).map { Remark(says: "Remark \($0).") }
        return PolicyChanges("What it changes beside the version in force", from: .example, to: changed)
    }()
}
