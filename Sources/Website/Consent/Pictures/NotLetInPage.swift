import Actions
import Foundation
import Governance
import Reading

/// Pictures that were destroyed or locked, and whether what looks like them is taken in: for the safeguarding lead and the
/// headteacher, who know when likeness has hit something else. It shows none of them.
struct NotLetInPage: PageContent {
    let action: String
    let pictures: [Ended]
    let anyPictures: Bool
    let blank: Blank

    /// One of them.
    struct Ended: Shows {
        let heading: String
        let id: String
        let facts: [Fact]
        /// What looks like it is let in; else refused.
        let isLetIn: Bool
    }

    init(action: String, pictures: [Ended]) {
        self.action = action
        self.pictures = pictures
        anyPictures = !pictures.isEmpty
        blank = Blank(
            "None now",
            "When a picture is destroyed or locked because it must not exist, it stands here, and is not shown.")
    }

    static func page(_ visit: Visit) async throws -> Page {
        let work = try visit.work
        let authority = try visit.me.authority
        let schools = try await work.database.schools()
        let ended = try await work.database.endedPictures().filter {
            authority.holds(any: LetLikesIn.roles(of: $0.picture.state), at: $0.school)
        }
        return Page(
            "What looks like a picture that ended", title: "Pictures not let in",
            crumb: Crumb("Pictures and consent", visit.link(.consent)), room: .consent,
            NotLetInPage(
                action: visit.link(.notLetIn),
                pictures: ended.map { one in
                    let word = one.picture.kind.word.capitalisedFirst
                    let ending = one.picture.state == .sealedAway ? "locked" : "destroyed"
                    return Ended(
                        heading: "\(word) \(ending) \(When.near(one.endedAt, now: visit.now))",
                        id: one.picture.id.text,
                        facts: [
                            Fact("By", one.endedBy ?? "Somebody who has left"),
                            Fact("Added by", one.addedBy ?? "Somebody who has left"),
                        ]
                            + (schools.count > 1
                                ? schools.first { $0.id == one.school }.map { [Fact("School", $0.name)] } ?? [] : [])
                            + (one.likesLetInAt.map {
                                [Fact("What looks like it", "is let in since \(When.near($0, now: visit.now))")]
                            } ?? []), isLetIn: one.likesLetInAt != nil)
                }))
    }

    @Sendable static func decide(_ visit: Visit) async throws -> Reply {
        try await LetLikesIn(Identifier(visit.form["picture"]), isLetIn: visit.form["do"] == "let-in")
            .perform(in: visit.work, by: visit.actor)
        return .see(.notLetIn)
    }

    package static var examples: [Page] {
        let one = { (isLetIn: Bool) in
            Ended(
                heading: "Picture destroyed today at 10:05", id: isLetIn ? "c2" : "c1",
                facts: [Fact("By", "Priya Nair"), Fact("Added by", "Tom Ashworth")], isLetIn: isLetIn)
        }
        return [[one(false), one(true)], []].map { pictures in
            Page(
                "What looks like a picture that ended", title: "Pictures not let in",
                crumb: Crumb("Pictures and consent", "/harbour-view/consent"), room: .consent,
                NotLetInPage(action: "/harbour-view/consent/not-let-in", pictures: pictures))
        }
    }
}
