/// Ask a colleague what they think of a draft, or say what one thinks.
struct SecondOpinionPage: PageContent {
    let text: String
    let ask: AskForm?
    let answer: AnswerForm?
    let given: [Given]

    /// Whom, and what about.
    struct AskForm: Shows {
        let action: String
        let who: SelectField
        let question: TextField
    }

    /// What one thinks of it.
    struct AnswerForm: Shows {
        let action: String
        let opinion: String
        let asks: String
        let question: String
        let says: TextField
    }

    /// An opinion that was asked for earlier.
    struct Given: Shows {
        let asked: String
        let question: String
        let answer: String?
    }

    package static var examples: [Page] {
        let crumb = Crumb("Model boat regatta", "/harbour-view/posts/p1/edit")
        let link = "/harbour-view/posts/p1/second-opinion"
        return [
            Page(
                "Ask for a second opinion", crumb: crumb, frame: .journey, room: .newPost,
                SecondOpinionPage(
                    text: "Boats at ten.",
                    ask: AskForm(
                        action: link, who: SelectField("who", "Whom do you ask?", [("u2", "Tom Ashworth, moderator")]),
                        question: TextField("question", "What are you unsure of?", short: true)),
                    answer: nil,
                    given: [
                        Given(asked: "Sanjay Mehta, today at 11:04", question: "Too jolly?", answer: "No, it is fine."),
                        Given(asked: "Tom Ashworth, today at 11:10", question: "Too long?", answer: nil),
                    ])),
            Page(
                "Priya Nair asks what you think", crumb: crumb, frame: .journey, room: .newPost,
                SecondOpinionPage(
                    text: "Boats at ten.", ask: nil,
                    answer: AnswerForm(
                        action: link, opinion: "o1", asks: "Priya Nair, today at 11:04", question: "Too jolly?",
                        says: TextField("says", "What do you think?", short: true)), given: [])),
        ]
    }
}
