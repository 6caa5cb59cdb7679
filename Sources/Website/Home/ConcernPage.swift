import Foundation
import Governance

/// A concern as the safeguarding lead sees it: who is worried, about what kind of thing, and from which page.
struct ConcernPage: PageContent {
    let heard: Note?
    /// Where it says what to do, for a picture that was locked.
    let locked: HeadAction?
    let facts: [Fact]
    /// Where it is put on record that they have spoken; nil once it is.
    let to: String?

    static func page(
        by name: String, at instant: Date, about: Concern.About, item: Fact?, locked: String? = nil,
        heard: (by: String, at: Date)?, to link: String, home: String
    ) -> Page {
        let asks =
            locked == nil
            ? "Speak with them at once, in person or by telephone."
            : "It may be a crime, or show a child naked or in a sexual way. Read what to do, then speak with \(name)."
        return Page(
            locked == nil ? "\(name) is worried about a child" : "\(name) has locked a picture", title: "A concern",
            lead: heard == nil ? asks : nil,
            crumb: Crumb("Home", home), room: .home,
            ConcernPage(
                heard: heard.map { Note(.clear, "\($0.by) has spoken with them.", "On \(When.full($0.at)).") },
                locked: locked.map { HeadAction("Read what to do now", icon: .lock, $0, filled: true) },
                facts: [Fact("Told", When.full(instant)), Fact("About", about.inWords.capitalisedFirst)]
                    + (item.map { [$0] } ?? []), to: heard == nil ? link : nil))
    }

    package static var examples: [Page] {
        let here = "/harbour-view/tell-the-dsl/c1"
        let at = Date(timeIntervalSince1970: 1_795_255_200)
        let item = Fact("Raised from", "A post", link: "/harbour-view/posts/7")
        return [
            page(
                by: "Priya Nair", at: at, about: .others, item: item, heard: nil, to: here, home: "/harbour-view"),
            page(
                by: "Priya Nair", at: at, about: .learnedOnline, item: nil, locked: "/harbour-view/consent/locked",
                heard: nil, to: here, home: "/harbour-view"),
            page(
                by: "Priya Nair", at: at, about: .statutory, item: nil, heard: ("Ruth Calder", at), to: here,
                home: "/harbour-view"),
        ]
    }
}
