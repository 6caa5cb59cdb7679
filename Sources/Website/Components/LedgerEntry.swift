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
    package var claim: Claim?

    /// Who has taken a task of a role, and the button that takes it or gives it back.
    package struct Claim: Shows {
        package var action: String
        /// `Gill Sefton has taken this.`; nil when nobody has.
        package var says: String?
        package var button: String?
        /// What the button asks for: `take` or `return`.
        package var does: String
    }

    package init(
        _ key: String, _ keySmall: String? = nil, late: Bool = false, title: String, link: String? = nil,
        tag: Tag? = nil, text: String? = nil, clause: ClauseChip? = nil, ours: OursChip? = nil, claim: Claim? = nil
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
        self.claim = claim
    }
}
