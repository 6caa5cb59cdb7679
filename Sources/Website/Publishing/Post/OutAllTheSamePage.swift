/// A post that may not go out any more, and may be out all the same: whoever had its words says so, and it is to come down.
struct OutAllTheSamePage: PageContent {
    let action: String
    /// Why it may not go out.
    let note: Note
    let network: String
    let account: String
    let address: TextField
    /// Nil: a picture in it must not exist, so that no copy is asked for.
    let screenshot: TextField?
    /// In its place.
    let sentence: TextField?
    /// It is not stopped yet.
    let waits: Bool

    static func sentence(_ said: String = "", _ problems: [Problem] = []) -> TextField {
        TextField(
            "note", "Or say where it stands",
            hint: "Three words or more. Take no screenshot: a picture in it must not exist.", value: said, short: true,
            problems: problems)
    }

    package static var examples: [Page] {
        let page = { (waits: Bool, mayShow: Bool, problems: [Problem]) in
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
                        problems: problems),
                    screenshot: mayShow ? PublishPage.screenshot(problems: problems) : nil,
                    sentence: mayShow ? nil : sentence(), waits: waits))
        }
        return [
            page(true, true, []),
            page(false, false, []),
            page(false, true, [Problem("address", "Paste the address of the post, or attach a screenshot")]),
        ]
    }
}
