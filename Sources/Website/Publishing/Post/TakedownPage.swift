/// Take a published post down: the order with its reason and deadline, then the proof that it is gone.
struct TakedownPage: PageContent {
    static let noteHint = "Three words or more, such as “Page not found”."

    let says: String
    let text: String
    let pictures: [PictureShown]
    let anyPictures: Bool
    let order: OrderForm?
    let proof: ProofForm?

    /// Why it must come down, by when, under which section.
    struct OrderForm: Shows {
        let action: String
        let reason: TextField
        let date: TextField
        let time: TextField
        let section: SelectField
        /// The other accounts on which it is out or still to go out, as a list; nil: there are none.
        let elsewhere: String?
        let everywhere: Bool
    }

    /// How it is shown to be gone.
    struct ProofForm: Shows {
        let action: String
        let facts: [Fact]
        let note: TextField
        /// Nil: a picture in it must not exist, so that no copy is asked for.
        let screenshot: TextField?
    }

    package static var examples: [Page] {
        let crumb = Crumb("Harbour clean-up", "/harbour-view/posts/p1")
        return [
            Page(
                "Take it down", crumb: crumb, frame: .journey, room: .posts,
                TakedownPage(
                    says:
                        "Use this when a post breaks the policy, or a family asks. Whoever posted it is told at once.",
                    text: "Eleven bags of litter and a very surprised crab.",
                    pictures: PicturesPage.examplePictures.map(\.onPaper), anyPictures: true,
                    order: OrderForm(
                        action: "/harbour-view/placements/pl1/take-down",
                        reason: TextField("reason", "Why must it come down?", short: true),
                        date: TextField("date", "By which day", value: "2026-11-20", type: "date", short: true),
                        time: TextField("time", "By what time", value: "17:00", type: "time", short: true),
                        section: SelectField(
                            "section", "Section it rests on",
                            [("", "None, or I do not know"), ("10.2", "10.2 Removal")]),
                        elsewhere: "School X and School Instagram", everywhere: true),
                    proof: nil)),
            Page(
                "Show that it is gone from School Facebook", crumb: crumb, frame: .journey, room: .posts,
                TakedownPage(
                    says: "Remove it on School Facebook, then say so here.",
                    text: "Eleven bags of litter and a very surprised crab.", pictures: [], anyPictures: false,
                    order: nil,
                    proof: ProofForm(
                        action: "/harbour-view/placements/pl1/take-down/proof",
                        facts: [
                            Fact("Ordered by", "Helen Osei, headteacher, today at 15:10"),
                            Fact("Why", "“A family asked.”"), Fact("By", "today at 17:00"),
                        ],
                        note: TextField("note", "What does its address show now?", hint: noteHint, short: true),
                        screenshot: PublishPage.screenshot()))),
        ]
    }
}
