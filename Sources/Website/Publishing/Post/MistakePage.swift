import Governance

/// Something went wrong with a post: take it down or correct it, say what happened, and get advice (INC-11).
struct MistakePage: PageContent {
    /// Thanks, and what happens next; nil before anything was said.
    let thanks: Note?
    let text: String
    let form: ReportForm?
    /// Where the corrected words are written; only where somebody may write and asked for it.
    let correct: HeadAction?
    let reports: [Report]
    let anyReports: Bool

    /// What to do with it, and what went wrong.
    struct ReportForm: Shows {
        let action: String
        let says: String
        let clause: ClauseChip?
        let wish: ChoiceField
        let what: TextField
        let standing: ChoiceField
    }

    /// What somebody reported, and the advice on it.
    struct Report: Shows {
        let person: PersonMark
        let when: String
        /// `By its own author`; nil when somebody else said so.
        let own: String?
        let wish: String
        let says: String
        /// That it may harm the school's name, with the section; nil when nobody said so.
        let standing: String?
        let standingClause: ClauseChip?
        let advice: String?
        let adviceBy: String?
        let waits: String?
        let form: AdviceForm?
    }

    struct AdviceForm: Shows {
        let action: String
        let mistake: String
        let advice: TextField
    }

    package static var examples: [Page] {
        let crumb = Crumb("Harbour clean-up", "/harbour-view/posts/p1")
        let action = "/harbour-view/posts/p1/mistake"
        return [
            Page(
                "I made a mistake", crumb: crumb, frame: .journey, room: .posts,
                MistakePage(
                    thanks: nil, text: "Eleven bags of litter and a very surprised crab.",
                    form: ReportForm(
                        action: action, says: "It happens. Say so at once, and somebody helps you.",
                        clause: ClauseChip.link(to: "Appendix", in: ExampleVisit.visit),
                        wish: MistakePage.wishes(
                            [.takeDown, .correct, .advice], isOut: true, chosen: "", problems: []),
                        what: TextField("says", "What went wrong?", short: true),
                        standing: MistakePage.standing(chosen: false)),
                    correct: nil, reports: [], anyReports: false)),
            Page(
                "I made a mistake", crumb: crumb, frame: .journey, room: .posts,
                MistakePage(
                    thanks: Note(.clear, "Thank you for saying so.", "The senior leaders are asked for advice."),
                    text: "Eleven bags of litter and a very surprised crab.", form: nil,
                    correct: HeadAction("Write the corrected words", "/harbour-view/posts/p1/edit"),
                    reports: [
                        Report(
                            person: PersonMark("Priya Nair", id: "u1"), when: "Today at 15:40",
                            own: "Reported by its own author", wish: "To be corrected", says: "The day is wrong.",
                            standing: "It may harm the school’s name.",
                            standingClause: ClauseChip.link(to: "Appendix", in: ExampleVisit.visit), advice: nil,
                            adviceBy: nil, waits: "The senior leaders are asked for advice.",
                            form: AdviceForm(
                                action: action, mistake: "m1", advice: TextField("advice-m1", "Your advice"))),
                        Report(
                            person: PersonMark("Tom Ashworth", id: "u2"), when: "Today at 15:20", own: nil,
                            wish: "Advice first", says: "Is it eleven bags?", standing: nil, standingClause: nil,
                            advice: "It was twelve.",
                            adviceBy: "Helen Osei, today at 15:30", waits: nil, form: nil),
                    ], anyReports: true)),
        ]
    }

    static func standing(chosen: Bool) -> ChoiceField {
        ChoiceField(
            "standing", "The school’s name", several: true,
            [("yes", "It may harm the school’s name", "Whoever is asked for advice reads that, with its section")],
            chosen: chosen ? ["yes"] : [])
    }

    /// - Parameter isOut: whether readers see it anywhere yet.
    static func wishes(
        _ offered: [Mistake.Wish], isOut: Bool, chosen: String, problems: [Problem]
    ) -> ChoiceField {
        ChoiceField(
            "wish", "What should happen with the post?",
            offered.map { wish in
                switch wish {
                case .takeDown where !isOut:
                    (wish.rawValue, "Stop it now", "It goes out no more, unless it is changed and sent again")
                case .takeDown:
                    (wish.rawValue, "Take it down now", "Where Chaperone published it, it goes by itself at once")
                case .correct: (wish.rawValue, "Correct it", "You write the right words next. Somebody approves them")
                case .advice: (wish.rawValue, "I am not sure", "Nothing happens to it until you have advice")
                }
            }, chosen: [chosen], problems: problems)
    }
}
