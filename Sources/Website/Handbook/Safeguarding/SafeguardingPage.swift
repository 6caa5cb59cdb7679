import Governance

/// The guidance on safeguarding: the edition in force, what the policy says of it, and the box that says it is read.
struct SafeguardingPage: PageContent {
    let standing: Note?
    let facts: [Fact]
    let anyFacts: Bool
    let whole: HeadAction?
    /// What the policy in force says of these duties.
    let says: [PolicyGuidancePage.Line]
    let anySays: Bool
    let form: AcknowledgementPage.Saying?
    let edition: Int
    /// Who has read it, for those who see the register; nil for others.
    let readers: Readers?
    let tell: HeadAction

    struct Readers: Shows {
        let says: String
        let people: [Line]
        /// All editions that each has read, as a file.
        let file: String
    }

    /// One who is asked to read it.
    struct Line: Shows {
        let name: String
        let tag: Tag
        /// When, or which edition they read before.
        let small: String
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/safeguarding"
        let tell = HeadAction("Tell the DSL", icon: .shield, "/harbour-view/tell-the-dsl")
        let problem = Problem("confirm", "Tick the box when you have read it")
        return [
            Page(
                "Keeping Children Safe in Education 2025", title: "Safeguarding", problems: [problem], room: .policy,
                SafeguardingPage(
                    standing: Note(.hold, "You have not said that you have read it.", "By 5 December 2026."),
                    facts: [Fact("In force since", "1 September 2025")], anyFacts: true,
                    whole: HeadAction("Read it at gov.uk", "https://www.gov.uk/"),
                    says: [
                        PolicyGuidancePage.Line(
                            text: "It covers what one learns online.",
                            clause: ClauseChip("3.4", at: "/harbour-view/policy#c-3-4"))
                    ], anySays: true, form: AcknowledgementPage.Saying(to: here, [problem]), edition: 2025,
                    readers: Readers(
                        says: "1 of 2 who are asked have read it.",
                        people: [
                            Line(
                                name: "Priya Nair", tag: Tag(.clear, "Has read it", icon: .check),
                                small: "on 3 September 2025"),
                            Line(
                                name: "Tom Ashworth", tag: Tag(.hold, "Not yet", icon: .clock),
                                small: "the edition of 2024 on 9 September 2024"),
                        ], file: "/harbour-view/policy/safeguarding/file"),
                    tell: tell)),
            Page(
                "No guidance is known here", title: "Safeguarding", room: .policy,
                SafeguardingPage(
                    standing: nil, facts: [], anyFacts: false, whole: nil, says: [], anySays: false, form: nil,
                    edition: 0, readers: nil, tell: tell)),
        ]
    }
}
