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
        self.key = Self.unbroken(key)
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

    /// A number stays on one line with what it counts: `23 November`, `Year 5 books`.
    private static func unbroken(_ key: String) -> String {
        var joined = ""
        for part in key.split(separator: " ", omittingEmptySubsequences: false) {
            let isCounted = joined.last?.isNumber == true && part.first?.isLetter == true
            if !joined.isEmpty { joined += isCounted ? "\u{A0}" : " " }
            joined += part
        }
        return joined
    }
}
