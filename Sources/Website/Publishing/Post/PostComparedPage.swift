/// Two revisions of a post beside each other.
struct PostComparedPage: PageContent {
    let action: String
    let from: SelectField
    let to: SelectField
    let runs: [DiffRun]
    let isSame: Bool
    let own: [OwnText]
    /// What beside the words.
    let beside: [String]
    let anyBeside: Bool

    /// A text that one account has for itself.
    struct OwnText: Shows {
        let account: String
        let runs: [DiffRun]
    }

    package static var examples: [Page] {
        let numbers = [("1", "Revision 1, 20 November at 11:02"), ("2", "Revision 2, 20 November at 15:58")]
        let link = "/harbour-view/posts/p1/revisions"
        let crumb = Crumb("Model boat regatta", "/harbour-view/posts/p1")
        return [
            Page(
                "What changed", crumb: crumb, room: .posts,
                PostComparedPage(
                    action: link, from: SelectField("from", "From", numbers, chosen: "1"),
                    to: SelectField("to", "To", numbers, chosen: "2"),
                    runs: DiffRun.runs(from: "Jamie Thornton’s boat won.", to: "Jamie’s boat won."), isSame: false,
                    own: [OwnText(account: "School X", runs: DiffRun.runs(from: "Boats!", to: "Boats at ten."))],
                    beside: ["School X was added."], anyBeside: true)),
            Page(
                "What changed", crumb: crumb, room: .posts,
                PostComparedPage(
                    action: link, from: SelectField("from", "From", numbers, chosen: "1"),
                    to: SelectField("to", "To", numbers, chosen: "1"), runs: [], isSame: true, own: [], beside: [],
                    anyBeside: false)),
        ]
    }
}
