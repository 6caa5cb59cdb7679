import Governance

/// The log-in details of one account: what is kept and by whom, lodging, and a look with its reason.
struct LoginPage: PageContent {
    let notes: [Note]
    let opened: Opened?
    let says: String
    let clause: ClauseChip?
    let facts: [Fact]
    let allow: Allow?
    let show: Show?
    let lodge: Lodge?

    /// What was sealed, opened for one look.
    struct Opened: Shows {
        let facts: [Fact]
    }

    struct Allow: Shows {
        let action: String
        let look: String
        let says: String
    }

    struct Show: Shows {
        let action: String
        let reason: TextField
    }

    struct Lodge: Shows {
        let action: String
        let userName: TextField
        let password: TextField
        let note: TextField
        /// Asked where nothing can be compared.
        let changed: ChoiceField?
    }

    package static var examples: [Page] {
        let to = "/harbour-view/accounts/a1/login"
        return [
            Page(
                "Log-in details of School X", crumb: Crumb("School X", "/harbour-view/accounts/a1"), room: .accounts,
                LoginPage(
                    notes: [Note(.hold, "Two people are asked for.", "A colleague allows each look.")],
                    opened: Opened(facts: [Fact("User name", "@harbourview"), Fact("Password", "four words of yours")]),
                    says: "Kept by IT, encrypted",
                    clause: ClauseChip("6.3(c)", at: "/harbour-view/policy#c-6-3-c"),
                    facts: [Fact("Lodged", "3 September 2026 by Callum Reid")],
                    allow: Allow(action: to + "/leave", look: "l1", says: "Callum Reid: “A new telephone.”"),
                    show: Show(action: to + "/look", reason: TextField("reason", "Why do you need to see them?")),
                    lodge: Lodge(
                        action: to, userName: TextField("userName", "User name"),
                        password: TextField("password", "Password"), note: TextField("note", "Anything else"),
                        changed: ChoiceField("changed", "The password", several: true, [("yes", "It is new", nil)]))))
        ]
    }
}
