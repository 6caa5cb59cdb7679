import Governance

/// What is on record about pictures of one person: what counts, and every answer that was given.
struct ConsentPersonPage: PageContent {
    let tag: Tag
    let facts: [Fact]
    let note: Note?
    let ledger: [LedgerEntry]
    let anyLedger: Bool
    let answer: HeadAction?
    let shown: String
    /// Where the family is asked; nil where nobody may, or somebody has already.
    let ask: String?
    /// Where the office says who answers for them; nil for others.
    let parents: HeadAction?
    let never: HeadAction?
    /// Where those who may know read why the school says never; each look is on record.
    let readReason: String?
    /// Why, once one of them has asked.
    let reason: String?

    package static var examples: [Page] {
        let here = "/harbour-view/consent/people/1"
        return [
            Page(
                "Zofia K.", eyebrow: "Pupil, 8B", crumb: Crumb("Pictures and consent", "/harbour-view/consent"),
                room: .consent,
                ConsentPersonPage(
                    tag: Tag(.hold, "Pictures: some", icon: .image), facts: [Fact("Pictures", "Only the website")],
                    note: Note(.hold, "Not all who answered agree.", "One no is a no."),
                    ledger: [
                        LedgerEntry(
                            "20 November", "2026", title: "Only the website", text: "Anna K., by a link, in Polish.")
                    ], anyLedger: true, answer: HeadAction("Type an answer", icon: .pen, here + "/answer"),
                    shown: here + "/pictures", ask: here + "/ask",
                    parents: HeadAction("Change who answers for them", icon: .people, here + "/parents"),
                    never: HeadAction("Never picture them", icon: .lock, here + "/never"),
                    readReason: nil, reason: "There is a court order.")),
            Page(
                "Jamie T.", room: .consent,
                ConsentPersonPage(
                    tag: Tag(.warn, "Never asked", icon: .notyet), facts: [], note: nil, ledger: [], anyLedger: false,
                    answer: nil, shown: here + "/pictures", ask: nil, parents: nil, never: nil,
                    readReason: here + "/never/reason", reason: nil)),
        ]
    }
}
