/// Every version that was ever added, with its state, the newest first; in a trust, those of each school apart.
package struct PolicyVersionsPage: PageContent {
    package var groups: [Group]
    package var anyGroups: Bool
    package var blank: Blank
    package var schools: HeadAction?

    package struct Group: Shows {
        package var anchor: String
        /// Nil where all versions are the organisation's.
        package var heading: String?
        package var ledger: [LedgerEntry]
    }

    package static let examples = [
        Page(
            "Versions", room: .policy,
            PolicyVersionsPage(
                groups: [
                    Group(
                        anchor: "all", heading: "For the whole trust",
                        ledger: [
                            LedgerEntry(
                                "1 September", "2026", title: "Social Media Policy (LINK)",
                                link: "/harbour-view/policy/versions/v1", tag: Tag(.clear, "In force", icon: .check),
                                text: "Approved by the management committee on 28 August 2026, minute MC-2026-07.")
                        ])
                ], anyGroups: true, blank: Blank("No version yet", "Bring one in."),
                schools: HeadAction("Which school follows which policy", "/harbour-view/policy/schools"))),
        Page(
            "Versions", room: .policy,
            PolicyVersionsPage(
                groups: [], anyGroups: false, blank: Blank("No version yet", "Bring one in."), schools: nil)),
    ]
}
