import Governance

/// The accounts in the school's or trust's name.
struct AccountsPage: PageContent {
    let accounts: [AccountLine]
    let anyAccounts: Bool
    let blank: Blank?

    /// One account of the list.
    struct AccountLine: Shows {
        let name: String
        let link: String?
        let network: String
        let handle: String
        let type: String
        let readers: String
        let school: String
        let tag: Tag
    }

    init(_ accounts: [AccountLine], blank: Blank) {
        self.accounts = accounts
        anyAccounts = !accounts.isEmpty
        self.blank = accounts.isEmpty ? blank : nil
    }

    static func title(of type: Draft.AccountType) -> String {
        switch type {
        case .schoolMain: "The school’s own"
        case .department: "A department’s"
        case .friends: "Friends of the school"
        case .individual: "One person’s, in a school role"
        case .teaching: "For teaching"
        }
    }

    static func title(of readers: PostingAccount.Readers) -> String {
        switch readers {
        case .families: "Families and the public"
        case .children: "Children"
        }
    }

    package static var examples: [Page] {
        let actions = [HeadAction("Enter an account", icon: .plus, "/harbour-view/accounts/new", filled: true)]
        let blank = Blank(
            "No account yet", "Posts can be written as soon as the first account is here.",
            action: HeadAction("Enter the first one", "/harbour-view/accounts/new"))
        return [
            Page(
                "Accounts", actions: actions, room: .accounts,
                AccountsPage(
                    [
                        AccountLine(
                            name: "School Facebook", link: "/harbour-view/accounts/a1", network: "Facebook",
                            handle: "facebook.com/harbourview.example", type: title(of: .schoolMain),
                            readers: title(of: .families), school: "Harbour View School", tag: Tag(.clear, "Open")),
                        AccountLine(
                            name: "Reading club", link: nil, network: "Mastodon",
                            handle: "@reading@harbourview.example",
                            type: title(of: .teaching), readers: title(of: .children), school: "Harbour View School",
                            tag: Tag(.quiet, "Closed", icon: .ban)),
                    ], blank: blank)),
            Page("Accounts", room: .accounts, AccountsPage([], blank: blank)),
        ]
    }
}
