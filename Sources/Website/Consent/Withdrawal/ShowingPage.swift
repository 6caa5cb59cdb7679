import Governance

/// Everything with a picture of one person: drafts, what is on its way, and what is out.
struct ShowingPage: PageContent {
    let ledger: [LedgerEntry]
    let anyLedger: Bool
    /// Where there is nothing.
    let none: String

    package static var examples: [Page] {
        let crumb = Crumb("Zofia K.", "/harbour-view/consent/people/1")
        return [
            Page(
                "Everything that shows Zofia K.", crumb: crumb, room: .consent,
                ShowingPage(
                    ledger: [
                        LedgerEntry(
                            "10 November", "2026", title: "Odd socks day", link: "/harbour-view/posts/1",
                            tag: Tag(.block, "To be taken down"), text: "Harbour View School, Facebook.")
                    ], anyLedger: true, none: "")),
            Page(
                "Nothing shows Jamie T.", crumb: crumb, room: .consent,
                ShowingPage(ledger: [], anyLedger: false, none: "No post has a picture of them.")),
        ]
    }
}
