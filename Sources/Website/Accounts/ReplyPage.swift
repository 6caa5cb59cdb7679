import Governance

/// May somebody be answered on this account? And what the school office answers instead (ACC-13).
struct ReplyPage: PageContent {
    let says: String
    let clause: ClauseChip?
    let action: String
    let asks: ChoiceField
    let asked: TextField
    let answer: TextField
    let verdict: Note?
    let findings: [FindingLine]
    let anyFindings: Bool
    /// The answer may not go out here, and the office is offered.
    let office: Bool
    let standing: ChoiceField
    /// It was checked just now, so that checking is no more the next thing to do.
    let isChecked: Bool
    /// A senior leader must say whether it goes out.
    let toSenior: Bool
    /// The visitor is that senior leader, and reads what waits first.
    let isAsked: Bool
    /// Answers that a senior leader was asked about, those that wait first.
    let talkedOver: [TalkedOver]
    let anyTalkedOver: Bool
    let waiting: [Waiting]
    let anyWaiting: Bool

    /// What waits for the office.
    struct Waiting: Shows {
        let id: String
        let when: String
        let says: String
        let action: String
    }

    /// An answer that a senior leader was asked about.
    struct TalkedOver: Shows {
        let when: String
        let asked: String?
        let reply: String
        let tag: Tag
        /// What the senior leader said; nil while nobody has.
        let says: String?
        /// For whoever may say it.
        let form: WordForm?
    }

    /// What a senior leader says of an answer.
    struct WordForm: Shows {
        let action: String
        let reply: String
        let word: TextField
    }

    static func flag(chosen: Bool) -> ChoiceField {
        ChoiceField(
            "standing", "Before you answer", several: true,
            [("yes", "It may be controversial, or harm the school’s standing", "A senior leader decides")],
            chosen: chosen ? ["yes"] : [])
    }

    static func asking(chosen: String, problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "asks", "Who asks?",
            Draft.AuthorType.allCases.map { asks in
                switch asks {
                case .public: (asks.rawValue, "Somebody we do not know", nil as String?)
                case .parent: (asks.rawValue, "A parent", nil)
                case .pupil: (asks.rawValue, "A pupil", nil)
                case .journalist: (asks.rawValue, "A journalist", nil)
                }
            }, chosen: [chosen], problems: problems)
    }

    package static var examples: [Page] {
        let crumb = Crumb("School X", "/harbour-view/accounts/a1")
        let action = "/harbour-view/accounts/a1/reply"
        return [
            Page(
                "Answer somebody", crumb: crumb, room: .accounts,
                ReplyPage(
                    says: "This account speaks one way: the school office answers, by phone or e-mail.",
                    clause: ClauseChip.link(to: "3.10", in: ExampleVisit.visit), action: action,
                    asks: asking(chosen: "parent", problems: []),
                    asked: TextField("asked", "What did they ask?", value: "When is the fair?", short: true),
                    answer: TextField("answer", "What would you answer?", value: "On Friday.", short: true),
                    verdict: Note(.hold, "This answer does not go out here.", "Send it to the school office instead."),
                    findings: [FindingLine(PostExamplesFinding.oneWay, number: 1, in: ExampleVisit.visit)],
                    anyFindings: true, office: true, standing: flag(chosen: true), isChecked: true, toSenior: false,
                    isAsked: true,
                    talkedOver: [
                        TalkedOver(
                            when: "Today at 09:10", asked: "Is the uniform changing?", reply: "Not this year.",
                            tag: Tag(.hold, "Waits for a senior leader", icon: .clock), says: nil,
                            form: WordForm(
                                action: action, reply: "r1",
                                word: TextField("says-r1", "What do you say of it?", short: true))),
                        TalkedOver(
                            when: "Today at 09:05", asked: nil, reply: "On Friday at three.",
                            tag: Tag(.clear, "May go out"), says: "Sanjay Mehta, today at 09:08: “Do.”", form: nil),
                    ], anyTalkedOver: true,
                    waiting: [Waiting(id: "o1", when: "Today at 09:12", says: "Is there parking?", action: action)],
                    anyWaiting: true)),
            Page(
                "Answer somebody", crumb: crumb, room: .accounts,
                ReplyPage(
                    says: "An answer is a post: the policy is asked first.", clause: nil, action: action,
                    asks: asking(chosen: "", problems: []),
                    asked: TextField("asked", "What did they ask?", short: true),
                    answer: TextField("answer", "What would you answer?", short: true), verdict: nil, findings: [],
                    anyFindings: false, office: false, standing: flag(chosen: false), isChecked: false, toSenior: true,
                    isAsked: false, talkedOver: [],
                    anyTalkedOver: false, waiting: [], anyWaiting: false)),
        ]
    }
}

/// What the example shows.
private enum PostExamplesFinding {
    static let oneWay = Finding(
        control: "engagement.one-way", code: "one_way_reply", severity: .hold, clause: "3.10", source: nil,
        place: Place("text"), evidence: "parent", basis: .record,
        says: "This answers somebody on an account that speaks one way only.",
        advice: "Give it to the school office, which answers by phone or e-mail.", releasedBy: .slt)
}
