/// A line of the margin ledger: left of the line when, right of it the matter. `{{>ledger}}`
package struct LedgerEntry: Shows {
    /// The strong word in the margin: `Today`, `Monday`, a section.
    package var key: String
    /// What follows it: `by 16:30`.
    package var keySmall: String?
    package var late: Bool
    package var title: String
    package var link: String?
    package var tag: Tag?
    package var text: String?
    package var clause: ClauseChip?
    package var ours: OursChip?

    package init(
        _ key: String, _ keySmall: String? = nil, late: Bool = false, title: String, link: String? = nil,
        tag: Tag? = nil, text: String? = nil, clause: ClauseChip? = nil, ours: OursChip? = nil
    ) {
        self.key = key.replacing(/(\d) (\p{L})/) { "\($0.1)\u{A0}\($0.2)" }
        self.keySmall = keySmall
        self.late = late
        self.title = title
        self.link = link
        self.tag = tag
        self.text = text
        self.clause = clause
        self.ours = ours
    }
}
