import Governance

/// What a parent reads after an answer, or where a link is over: a sentence, and the way to a new link.
struct ParentNotePage: PageContent {
    let text: String
    let link: String
    let button: String

    package static var examples: [Page] {
        [
            Page(
                "Thank you. Your answer is saved.", frame: .journey,
                ParentNotePage(
                    text: "It counts from now on.", link: "/harbour-view/pictures", button: "Ask for a new link"))
        ]
    }
}
