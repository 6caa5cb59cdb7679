import Governance

/// What a parent reads after an answer, or where a link is over: a sentence, and the way to a new link.
struct ParentNotePage: PageContent {
    let text: String
    let link: String
    let button: String
    /// What was saved just now, in the answer to the form only: whoever opens the used link again does not see it.
    var saved: [Saved] = []

    struct Saved: Shows {
        /// `E. M.`
        let name: String
        /// `, Year 7`; nil where their form does not say it.
        let year: String?
        let answers: [Fact]
    }

    package static var examples: [Page] {
        [
            Page(
                "Thank you. Your answer is saved.", frame: .journey,
                ParentNotePage(
                    text: "It counts from now on.", link: "/harbour-view/pictures", button: "Ask for a new link",
                    saved: [Saved(name: "E. M.", year: ", Year 7", answers: [Fact("School website", "Yes")])]))
        ]
    }
}
