/// A post that may not go out any more, and may be out all the same: whoever had its words says so, and it is to come down.
struct OutAllTheSamePage: PageContent {
    let action: String
    /// Why it may not go out.
    let note: Note
    let network: String
    let account: String
    let address: TextField
    let screenshot: TextField
    /// It is not stopped yet.
    let waits: Bool

    package static var examples: [Page] {
        let page = { (waits: Bool, problems: [Problem]) in
            Page(
                "Is it out on School Facebook?", crumb: Crumb("Open evening", "/harbour-view/posts/p1"),
                problems: problems, frame: .journey, room: .posts,
                OutAllTheSamePage(
                    action: "/harbour-view/placements/pl1/publishing",
                    note: Note(
                        .block, "Do not publish it.", "Somebody in a picture may no longer be shown here.", icon: .stop),
                    network: "Facebook", account: "facebook.com/harbourview.example",
                    address: TextField(
                        "address", "Address of the post", hint: "Copy it from Facebook.", type: "url",
                        problems: problems), screenshot: PublishPage.screenshot(problems: problems), waits: waits))
        }
        return [
            page(true, []),
            page(false, [Problem("address", "Paste the address of the post, or attach a screenshot")]),
        ]
    }
}
