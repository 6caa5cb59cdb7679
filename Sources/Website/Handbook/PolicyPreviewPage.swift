import Governance

/// A file that checks, before it is added: what it says of itself, what it changes, what is to remark.
package struct PolicyPreviewPage: PageContent {
    package var to: String
    package var again: String
    package var bytes: String
    package var school: String
    package var facts: [Fact]
    package var notes: [Note]
    package var anyNotes: Bool
    package var noted: String?
    package var changes: PolicyChanges?
    package var cancel: String

    package static let examples = [
        Page(
            "This file can be taken", crumb: Crumb("Versions", "/harbour-view/policy/versions"), room: .policy,
            PolicyPreviewPage(
                to: "/harbour-view/policy/versions/new/decision", again: "/harbour-view/policy/versions/new",
                bytes: "cG9saWN5", school: "", facts: Policy.example.documentFacts,
                notes: [Note(.hold, "A draft.", "The paper calls itself a draft.")], anyNotes: true,
                noted: "20 remarks stand in the file itself.", changes: .example,
                cancel: "/harbour-view/policy/versions"))
    ]
}
