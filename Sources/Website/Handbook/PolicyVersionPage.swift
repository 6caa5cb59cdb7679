import Governance

/// One version: its state, its exact words, what was decided about it, and how it differs from another.
package struct PolicyVersionPage: PageContent {
    package var tag: Tag
    package var notes: [Note]
    package var facts: [Fact]
    package var next: [HeadAction]
    package var anyNext: Bool
    package var story: [LedgerEntry]
    package var document: [Fact]
    package var anyDocument: Bool
    package var compare: Compare?
    package var changes: PolicyChanges?

    /// Choosing what it is set beside.
    package struct Compare: Shows {
        package var to: String
        package var beside: SelectField
    }

    package static let examples = [
        Page(
            "Social Media Policy (LINK)", crumb: Crumb("Versions", "/harbour-view/policy/versions"), room: .policy,
            PolicyVersionPage(
                tag: Tag(.quiet, "Draft", icon: .draft), notes: [Note(.hold, "No approval is on record.", "It waits.")],
                facts: [Fact("Holds for", "The whole organisation")],
                next: [
                    HeadAction(
                        "Put its approval on record", "/harbour-view/policy/versions/v1/approval", filled: true),
                    HeadAction("The file", icon: .policy, "/harbour-view/policy/versions/v1/file"),
                ],
                anyNext: true,
                story: [
                    LedgerEntry("21 November 2026", "15:42", title: "Added as a draft", text: "By Helen Osei.")
                ], document: Policy.example.documentFacts, anyDocument: true,
                compare: Compare(
                    to: "/harbour-view/policy/versions/v1",
                    beside: SelectField("beside", "Set it beside", [("v0", "The version in force")])),
                changes: .example))
    ]
}
