/// Every version that was ever added, with its state.
package struct PolicyVersionsPage: PageContent {
    package var ledger: [LedgerEntry]

    package static let examples = [
        Page(
            "Versions", room: .policy,
            PolicyVersionsPage(ledger: [
                LedgerEntry(
                    "1 September", "2026", title: "Social Media Policy (LINK)",
                    tag: Tag(.clear, "In force", icon: .check),
                    text: "Approved by the management committee on 28 August 2026, minute MC-2026-07.")
            ]))
    ]
}
