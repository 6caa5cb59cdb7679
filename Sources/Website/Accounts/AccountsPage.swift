import Governance

/// The accounts in the school's or trust's name: in use, asked for, or closed.
struct AccountsPage: PageContent {
    let notes: [Note]
    let accounts: [AccountLine]
    let anyAccounts: Bool
    let severalSchools: Bool
    let applications: [ApplicationLine]
    let anyApplications: Bool
    let blank: Blank?
    let more: [HeadAction]

    /// One account of the register.
    struct AccountLine: Shows {
        let name: String
        let link: String
        let network: String
        let handle: String
        let lead: String
        let school: String?
        let comments: String
        let login: String
        let duty: String
        /// The duty is past its time.
        let late: Tag?
        let tag: Tag
    }

    /// One that is asked for.
    struct ApplicationLine: Shows {
        let name: String
        let link: String
        let network: String
        let by: String
        let on: String
        let school: String?
        let tag: Tag
    }

    init(
        notes: [Note] = [], accounts: [AccountLine] = [], applications: [ApplicationLine] = [],
        severalSchools: Bool = false, blank: Blank, more: [HeadAction] = []
    ) {
        self.notes = notes
        self.accounts = accounts
        anyAccounts = !accounts.isEmpty
        self.severalSchools = severalSchools
        self.applications = applications
        anyApplications = !applications.isEmpty
        self.blank = accounts.isEmpty && applications.isEmpty ? blank : nil
        self.more = more
    }

    package static var examples: [Page] {
        let blank = Blank(
            "No account yet", "Posts can be written as soon as the first account is here.",
            action: HeadAction("Ask for the first one", "/harbour-view/accounts/apply"))
        let tabs = [
            Tab("In use", "/harbour-view/accounts", count: 1, current: true),
            Tab("Asked for", "/harbour-view/accounts?show=asked", count: 1, calls: true),
            Tab("Closed", "/harbour-view/accounts?show=closed", count: 0),
        ]
        return [
            Page(
                "Accounts", lead: "Every account that speaks for the school, and who answers for it.",
                actions: [
                    HeadAction("Ask for an account", icon: .plus, "/harbour-view/accounts/apply", filled: true)
                ], tabs: tabs, room: .accounts,
                AccountsPage(
                    notes: [
                        Note(
                            .hold, "One account is not yet in order.",
                            "It was here before the register was, and nobody has decided on it.")
                    ],
                    accounts: [
                        AccountLine(
                            name: "School Facebook", link: "/harbour-view/accounts/a1", network: "Facebook",
                            handle: "facebook.com/harbourview.example", lead: "Tom Ashworth",
                            school: "Harbour View School", comments: "Off", login: "Lodged, 12 days old",
                            duty: "Is it still needed? 14 January 2027", late: nil, tag: AccountWords.tag(.active)),
                        AccountLine(
                            name: "Sailing club", link: "/harbour-view/accounts/a2", network: "X",
                            handle: "harbourviewsails", lead: "Nobody", school: "Harbour View School", comments: "On",
                            login: "Not lodged", duty: "Bring into order, or close, Monday 16 November",
                            late: Tag(.block, "Overdue", icon: .clock), tag: AccountWords.tag(.legacy)),
                    ], severalSchools: true, blank: blank,
                    more: [HeadAction("Enter one that exists", "/harbour-view/accounts/new")])),
            Page(
                "Accounts", tabs: tabs, room: .accounts,
                AccountsPage(
                    applications: [
                        ApplicationLine(
                            name: "Reading club", link: "/harbour-view/accounts/applications/p1", network: "Mastodon",
                            by: "Priya Nair", on: "18 November 2026", school: "Harbour View School",
                            tag: AccountWords.tag(.asked))
                    ], severalSchools: true, blank: blank)),
            Page("Accounts", room: .accounts, AccountsPage(blank: blank)),
        ]
    }
}
