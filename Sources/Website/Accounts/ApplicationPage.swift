import Governance

/// One application for an account: what is asked, what the policy says of it, and the decision or the telling.
struct ApplicationPage: PageContent {
    let tag: Tag
    let byline: String
    let notes: [Note]
    let facts: [Fact]
    let people: [AccountPage.Runner]
    let anyPeople: Bool
    let findings: [FindingLine]
    let anyFindings: Bool
    let decision: DecisionForm?
    let telling: TellingForm?
    /// Where it is put on record that the account is open.
    let open: String?
    let story: [StoryLine]
    let withdrawal: PostPage.ActForm?
    let account: String?

    struct DecisionForm: Shows {
        let action: String
        let answer: ChoiceField
        let trained: ChoiceField?
        let reason: TextField
    }

    struct TellingForm: Shows {
        let action: String
        let says: String
        let address: TextField
    }

    init(
        tag: Tag, byline: String, notes: [Note] = [], facts: [Fact], people: [AccountPage.Runner] = [],
        findings: [FindingLine] = [], decision: DecisionForm? = nil, telling: TellingForm? = nil, open: String? = nil,
        story: [StoryLine] = [], withdrawal: PostPage.ActForm? = nil, account: String? = nil
    ) {
        self.tag = tag
        self.byline = byline
        self.notes = notes
        self.facts = facts
        self.people = people
        anyPeople = !people.isEmpty
        self.findings = findings
        anyFindings = !findings.isEmpty
        self.decision = decision
        self.telling = telling
        self.open = open
        self.story = story
        self.withdrawal = withdrawal
        self.account = account
    }

    package static var examples: [Page] {
        let crumb = Crumb("Accounts", "/harbour-view/accounts?show=asked")
        let to = "/harbour-view/accounts/applications/p1"
        let story = [
            StoryLine(
                day: "18 Nov", time: "10:05", who: PersonMark("Priya Nair", id: "u1"), says: "asked for it.",
                quote: nil, tag: nil, clause: nil, link: nil)
        ]
        let finding = Finding(
            control: "accounts.how-many", code: "account_second", severity: .warn, clause: "6.2", basis: .record,
            says: "There is an account on Instagram already: Harbour View.",
            advice: "Use that one, or say why a second is needed.")
        return [
            Page(
                "Reading club on Instagram", crumb: crumb, room: .accounts,
                ApplicationPage(
                    tag: AccountWords.tag(.asked), byline: "Asked for by Priya Nair on 18 November 2026.",
                    notes: [Note(.hold, "It waits for a senior leader.", "Nobody decides on their own request.")],
                    facts: [Fact("Aim", "Show what learners read")],
                    people: [
                        AccountPage.Runner(name: "Priya Nair", says: "Lead, employee", tag: Tag(.clear, "Ready"))
                    ],
                    findings: [FindingLine(finding, number: 1, in: ExampleVisit.visit)],
                    decision: DecisionForm(
                        action: to + "/decision",
                        answer: ChoiceField(
                            "answer", "What do you decide?",
                            [("approve", "Approve it", nil), ("reject", "Reject it", "Whoever asked is told why")]),
                        trained: ChoiceField(
                            "trained", "Who of them is trained?", several: true, [("u1", "Priya Nair", nil)]),
                        reason: TextField("reason", "Why")), story: story)),
            Page(
                "Reading club on Instagram", crumb: crumb, room: .accounts,
                ApplicationPage(
                    tag: AccountWords.tag(.asked), byline: "Asked for by Priya Nair on 18 November 2026.",
                    facts: [Fact("Reason", "Families cannot come to our readings")],
                    telling: TellingForm(
                        action: to + "/telling", says: "A senior leader or the headteacher is told.",
                        address: TextField("address", "The address it will have")),
                    open: to + "/opening", story: story,
                    withdrawal: PostPage.ActForm(
                        action: to + "/withdrawal", heading: "Take it back", says: "Nothing more is asked for.",
                        reason: TextField("why", "Why?"), button: "Take it back", open: true),
                    account: "/harbour-view/accounts/a1")),
        ]
    }
}
