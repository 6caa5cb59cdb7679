import Governance
import HTTPTypes

/// Two people wrote on one draft: both texts stand beside each other, and nothing is overwritten until someone chooses.
struct ConflictPage: PageContent {
    let action: String
    let says: String
    let theirs: String
    let mine: String
    let runs: [DiffRun]
    /// What differs beside the text, in sentences.
    let beside: [String]
    let anyBeside: Bool
    /// Everything else that was sent, carried along.
    let carried: [Carried]
    let text: TextField
    let theirsLink: String

    /// A field carried along unseen.
    struct Carried: Shows {
        let name: String
        let value: String
    }

    /// Pictures are saved by pages of their own, so that no text overwrites them.
    static let otherPictures =
        "Its pictures, or what is said of them, changed since you opened it. They stay, whichever text you keep."

    /// All fields of a form but those that this page asks for again, and what has been seen of the draft by now.
    static func carried(_ form: Form, over theirs: SavedDraft) -> [Carried] {
        let asked: Set<String> = ["text", "csrf", "version", "pictures-seen", "do", "live", "replace", "answer"]
        return form.values.sorted { $0.key < $1.key }.filter { !asked.contains($0.key) }
            .flatMap { name, values in values.map { Carried(name: name, value: $0) } }
            + [
                Carried(name: "version", value: "\(theirs.version)"),
                Carried(name: "pictures-seen", value: theirs.content.picturesMark),
            ]
    }

    package static var examples: [Page] {
        let mine = "What a morning at the harbour! Jamie’s boat won."
        let theirs = "What a morning at the quay! A catamaran won."
        return [
            Page(
                "Two of you wrote at once", crumb: Crumb("Back to the draft", "/harbour-view/posts/p1/edit"),
                room: .newPost, status: .conflict,
                ConflictPage(
                    action: "/harbour-view/posts/p1/edit",
                    says: "Tom Ashworth saved this draft at 15:40. Yours was not saved over it.", theirs: theirs,
                    mine: mine,
                    runs: DiffRun.runs(from: theirs, to: mine),
                    beside: ["Their link: none. Yours: https://a.example/", otherPictures],
                    anyBeside: true, carried: [Carried(name: "version", value: "8")],
                    text: TextField("text", "The text to keep", value: mine),
                    theirsLink: "/harbour-view/posts/p1/edit"))
        ]
    }
}
