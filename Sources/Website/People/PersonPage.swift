import Foundation
import Governance

/// One person on the roll: what is known, and how to change it or take them off.
package struct PersonPage: PageContent {
    package var facts: [Fact]
    package var tag: Tag?
    /// Of someone who left and whose user did not.
    package var canStillSignIn: Note?
    /// Where it is said who signs in as them, and where that is taken back.
    package var link: String?
    package var unlink: String?
    package var change: String?
    package var leave: String?
    /// Where someone who left comes back.
    package var back: String?

    package static let examples = [
        Page(
            "Jamie Thornton", eyebrow: "P-1041, form 7A", crumb: Crumb("People", "/harbour-view/people"), room: .roll,
            PersonPage(
                facts: [
                    Fact("Goes by", "Jamie"), Fact("Pictures", "Yes: website and social media"),
                    Fact("Since", "12 September 2026"),
                ], tag: RollPage.tag(for: .init(.granted), on: Day(of: .distantPast)),
                link: "/harbour-view/people/P-1041/user",
                change: "/harbour-view/people/P-1041/change",
                leave: "/harbour-view/people/P-1041", back: nil)),
        Page(
            "Owen Price", crumb: Crumb("People", "/harbour-view/people"), room: .roll,
            PersonPage(
                facts: [Fact("Left", "12 September 2026")], tag: nil,
                canStillSignIn: Note(.warn, "Owen Price can still sign in.", "An administrator shuts them out."),
                unlink: "/harbour-view/people/P-1043/user/end", change: nil, leave: nil,
                back: "/harbour-view/people/P-1043/return")),
    ]
}
