import Governance

/// One account: its next duties, its log-in details, its story, who runs it, and what is set.
struct AccountPage: PageContent {
    let tag: Tag
    let byline: String
    let notes: [Note]
    let ledger: [LedgerEntry]
    let anyDuties: Bool
    let acts: [PostPage.ActForm]
    let login: Login?
    let connection: Login?
    let story: [StoryLine]
    let people: [Runner]
    let anyPeople: Bool
    let changePeople: String?
    let facts: [Fact]
    let changeSettings: String?
    let links: [HeadAction]
    let close: String?

    /// What is known of its log-in details, and where they are.
    struct Login: Shows {
        let says: String
        let clause: ClauseChip?
        let facts: [Fact]
        let link: HeadAction?
    }

    /// Someone who runs it.
    struct Runner: Shows {
        let name: String
        let says: String
        let tag: Tag?
    }

    init(
        tag: Tag, byline: String, notes: [Note] = [], duties: [LedgerEntry] = [], acts: [PostPage.ActForm] = [],
        login: Login? = nil, connection: Login? = nil, story: [StoryLine] = [], people: [Runner] = [],
        changePeople: String? = nil,
        facts: [Fact] = [], changeSettings: String? = nil, links: [HeadAction] = [], close: String? = nil
    ) {
        self.tag = tag
        self.byline = byline
        self.notes = notes
        ledger = duties
        anyDuties = !duties.isEmpty
        self.acts = acts
        self.login = login
        self.connection = connection
        self.story = story
        self.people = people
        anyPeople = !people.isEmpty
        self.changePeople = changePeople
        self.facts = facts
        self.changeSettings = changeSettings
        self.links = links
        self.close = close
    }

    package static var examples: [Page] {
        let crumb = Crumb("Accounts", "/harbour-view/accounts")
        let clause = ClauseChip("6.3(c)", at: "/harbour-view/policy#c-6-3-c")
        return [
            Page(
                "Design and technology", crumb: crumb, room: .accounts,
                AccountPage(
                    tag: AccountWords.tag(.active), byline: "Instagram, @hv.makes. Open to everyone.",
                    notes: [Note(.hold, "Its lead leaves today.", "Name a new lead, or close it.")],
                    duties: [
                        LedgerEntry(
                            "Today", "by 23:59", late: true, title: "Hand the account over",
                            tag: Tag(.block, "Overdue", icon: .clock), text: "Nobody leads it.")
                    ],
                    acts: [
                        PostPage.ActForm(
                            action: "/harbour-view/accounts/a1/check", heading: "Say that you have looked",
                            says: "Its posts, comments and settings.",
                            reason: TextField("found", "What did you see?"), button: "Keep this on record", open: true)
                    ],
                    login: Login(
                        says: "Kept by IT, encrypted", clause: clause,
                        facts: [Fact("Password", "Changed on 3 September 2026")],
                        link: HeadAction("Log-in details", "/harbour-view/accounts/a1/login")),
                    connection: Login(
                        says: "Posts go out by themselves", clause: nil,
                        facts: [Fact("Connected as", "@hv@social.example")],
                        link: HeadAction("See the connection", "/harbour-view/accounts/a1/connection")),
                    story: [
                        StoryLine(
                            day: "9 Sep", time: "08:20", who: PersonMark("Callum Reid", id: "u2"), says: "opened it.",
                            quote: "“Families asked for it.”", tag: Tag(.clear, "Clear"), clause: clause,
                            link: HeadAction("What was asked", "/harbour-view/accounts/applications/p1"))
                    ],
                    people: [Runner(name: "Martin Lowe", says: "Lead, employee", tag: Tag(.clear, "Ready"))],
                    changePeople: "/harbour-view/accounts/a1/people",
                    facts: [Fact("Purpose", "Show what learners make"), Fact("Comments", "Off")],
                    changeSettings: "/harbour-view/accounts/a1/settings",
                    links: [HeadAction("Change its entry", "/harbour-view/accounts/a1/change")],
                    close: "/harbour-view/accounts/a1/closing")),
            Page(
                "Old PE account", crumb: crumb, room: .accounts,
                AccountPage(tag: AccountWords.tag(.legacy), byline: "X, @hvpe2017.")),
        ]
    }
}
