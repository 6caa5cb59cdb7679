import Actions
import Foundation
import Governance
import Reading

/// Pictures of a post that are held because they look like one that must not exist: a person says of each that it is another,
/// or ends it.
struct LikenessPage: PageContent {
    let action: String
    let pictures: [Held]
    let anyPictures: Bool
    let blank: Blank

    /// One of them; it is shown only when somebody opens it.
    struct Held: Shows {
        let heading: String
        let id: String
        let src: String
        let alt: String
        let facts: [Fact]
        /// Whether whoever looks may say that it is another: nobody does so of a picture of their own.
        let mayPass: Bool
        let end: HeadAction
    }

    init(action: String, pictures: [Held]) {
        self.action = action
        self.pictures = pictures
        anyPictures = !pictures.isEmpty
        blank = Blank("None waits", "Every picture of this post was looked at.")
    }

    static func page(_ visit: Visit) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        let part = SiteURL.Part.value(story.post.id.text)
        let names = story.names
        let approves = desk.me.authority.holds(any: LetPicturePass.roles, at: story.post.school)
        let held = story.pictures.filter(\.isHeld).map { picture in
            let word = picture.kind.word
            let id = SiteURL.Part.value(picture.id.text)
            let size = SiteURL.Part.value(StoredPicture.Size.post.rawValue)
            let who = names[picture.addedBy] ?? "Somebody who has left"
            return Held(
                heading: "\(word.capitalisedFirst) added \(When.near(picture.addedAt, now: visit.now))",
                id: picture.id.text, src: visit.link(.pictureFile(post: part, picture: id, size: size)),
                alt: "The \(word) that waits", facts: [Fact("Added by", who)],
                mayPass: approves && picture.addedBy != desk.me.user.id,
                end: HeadAction("This \(word) must not exist", visit.link(.pictureEnd(post: part, picture: id))))
        }
        return Page(
            "Is it another picture?", crumb: Crumb(story.draft.content.title, visit.link(.post(part))),
            frame: .journey, room: .posts,
            LikenessPage(action: visit.link(.likeness(part)), pictures: held))
    }

    @Sendable static func pass(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        try await LetPicturePass(post: story.post.id, picture: Identifier(visit.form["picture"]))
            .perform(in: desk.work, by: desk.actor)
        let isLast = story.pictures.filter(\.isHeld).count <= 1
        let part = SiteURL.Part.value(story.post.id.text)
        return .see(isLast ? .post(part) : .likeness(part))
    }

    package static var examples: [Page] {
        let crumb = Crumb("Star of the week", "/harbour-view/posts/p1")
        let held = { (mayPass: Bool) in
            Held(
                heading: "Picture added today at 09:40", id: "c1", src: "/harbour-view/posts/p1/pictures/c1/post",
                alt: "The picture that waits", facts: [Fact("Added by", "Tom Ashworth")], mayPass: mayPass,
                end: HeadAction("This picture must not exist", "/harbour-view/posts/p1/pictures/c1/end"))
        }
        return [[held(true)], [held(false)], []].map { pictures in
            Page(
                "Is it another picture?", crumb: crumb, frame: .journey, room: .posts,
                LikenessPage(action: "/harbour-view/posts/p1/likeness", pictures: pictures))
        }
    }
}
