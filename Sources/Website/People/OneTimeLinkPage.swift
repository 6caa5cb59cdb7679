/// A one-time link, shown once.
package struct OneTimeLinkPage: PageContent {
    /// Nil when it went by mail.
    package var link: String?
    /// The address it went to.
    package var mailed: String?
    /// Where another link is made and shown, should the mail not come; nil when this one is shown.
    package var byHand: String?
    package var until: String
    package var back: String

    static func page(name: String, link: String, until: String, back: Crumb) -> Page {
        Page(
            "A link for \(name)", lead: "Copy it now: it is not shown again.", crumb: back, room: .users,
            OneTimeLinkPage(link: link, until: until, back: back.link))
    }

    static func mailed(to address: String, name: String, until: String, byHand: String, back: Crumb) -> Page {
        Page(
            "A link for \(name) is on its way", crumb: back, room: .users,
            OneTimeLinkPage(link: nil, mailed: address, byHand: byHand, until: until, back: back.link))
    }

    package static let examples = [
        mailed(
            to: "t.ashworth@harbourview.example", name: "Tom Ashworth", until: "tomorrow at 15:42",
            byHand: "/harbour-view/users/2/link", back: Crumb("Tom Ashworth", "/harbour-view/users/2")),
        page(
            name: "Tom Ashworth", link: "https://chaperone.harbourview.example/harbour-view/new-password/3k9…",
            until: "tomorrow at 15:42", back: Crumb("Tom Ashworth", "/harbour-view/users/2")),
    ]
}
