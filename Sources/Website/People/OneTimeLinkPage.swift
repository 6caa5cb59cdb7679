/// A one-time link, shown once.
package struct OneTimeLinkPage: PageContent {
    package var link: String
    package var until: String
    package var back: String

    static func page(name: String, link: String, until: String, back: Crumb) -> Page {
        Page(
            "A link for \(name)", lead: "Copy it now: it is not shown again.", crumb: back, room: .users,
            OneTimeLinkPage(link: link, until: until, back: back.link))
    }

    package static let examples = [
        page(
            name: "Tom Ashworth", link: "https://chaperone.harbourview.example/harbour-view/new-password/3k9…",
            until: "tomorrow at 15:42", back: Crumb("Tom Ashworth", "/harbour-view/users/2"))
    ]
}
