/// A held finding with the role that may release it: `{{>release}}`. The form goes to `link`.
package struct ReleaseBox: Shows {
    package var tone: Tone
    package var says: String
    package var role: String
    package var clause: ClauseChip?
    package var ours: OursChip?
    package var finding: String
    package var link: String
    /// Whether the visitor holds the role.
    package var mine: Bool
    package var reason: TextField

    package init(
        says: String, role: String, clause: ClauseChip?, ours: OursChip?, finding: String, link: String, mine: Bool,
        reason: TextField
    ) {
        tone = .hold
        self.says = says
        self.role = role
        self.clause = clause
        self.ours = ours
        self.finding = finding
        self.link = link
        self.mine = mine
        self.reason = reason
    }
}
