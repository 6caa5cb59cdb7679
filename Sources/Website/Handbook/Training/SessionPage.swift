import Governance

/// One session or briefing: what, for whom, who arranged it, and who was there.
struct SessionPage: PageContent {
    let note: Note?
    let facts: [Fact]
    let about: String?
    let people: [Line]
    let anyPeople: Bool
    /// How many more were there whom the visitor does not find in the register.
    let others: String?
    let nobody: String
    /// Who may still be put on record; nil where nobody may.
    let form: Attending?
    /// Whether it was held is asked here; nil where that is said, or nobody may.
    let asks: Asking?
    let end: HeadAction?

    struct Line: Shows {
        let name: String
        let link: String
        /// Who put them on record.
        let small: String
    }

    struct Asking: Shows {
        let to: String
        let fellOut: String
    }

    struct Attending: Shows {
        let to: String
        let who: ChoiceField
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/training/sessions/1"
        let facts = [Fact("Day", "3 September 2026"), Fact("For", "Staff"), Fact("Arranged by", "Helen Osei")]
        return [
            Page(
                "Posting safely", crumb: Crumb("Training", "/harbour-view/policy/training"), room: .policy,
                SessionPage(
                    note: nil, facts: facts, about: "With the new policy in hand.",
                    people: [
                        Line(
                            name: "Priya Nair", link: "/harbour-view/policy/training/people/1",
                            small: "put on record by Helen Osei")
                    ],
                    anyPeople: true, others: "3 more, of other schools or who have left.", nobody: "",
                    form: Attending(
                        to: here + "/attendance",
                        who: ChoiceField("users", "Who else was there?", several: true, [("2", "Tom Ashworth", nil)])),
                    asks: nil, end: HeadAction("Call it off", here + "/called-off"))),
            Page(
                "Posting safely", crumb: Crumb("Training", "/harbour-view/policy/training"), room: .policy,
                SessionPage(
                    note: Note(.quiet, "It was called off.", "“The trainer was ill.”"), facts: facts, about: nil,
                    people: [], anyPeople: false, others: nil, nobody: "Nobody is on record.", form: nil, asks: nil,
                    end: nil)),
            Page(
                "Posting safely", crumb: Crumb("Training", "/harbour-view/policy/training"), room: .policy,
                SessionPage(
                    note: Note(.hold, "Was it held?", "Until somebody says so, it stands for no training this year."),
                    facts: facts, about: nil, people: [], anyPeople: false, others: nil, nobody: "Nobody is on record.",
                    form: nil, asks: Asking(to: here + "/held", fellOut: here + "/called-off"), end: nil)),
        ]
    }
}
