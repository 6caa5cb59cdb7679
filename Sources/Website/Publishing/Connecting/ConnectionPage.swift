import Governance

/// How one account is joined to its network: what can be done there, whether all is well, and how to join it.
struct ConnectionPage: PageContent {
    let notes: [Note]
    let facts: [Fact]
    let anyFacts: Bool
    /// Over them: what is done there, or would be once it is connected.
    let can: String
    /// What can be done on the network, a sentence each.
    let sentences: [String]
    let look: String?
    let choice: Choice?
    /// Whom it follows, compared with the roll or looked at by a person; nil where nothing is said of it.
    var following: Following?
    let join: Join?
    let app: App?
    let end: String?

    /// Which of several it is.
    struct Choice: Shows {
        let action: String
        let field: ChoiceField
        /// Connects none of these, and goes back to the steps.
        let none: HeadAction
    }

    /// When it was compared, what was found, and the button that compares anew.
    struct Following: Shows {
        let says: String
        let learners: [String]
        let anyLearners: Bool
        let clause: ClauseChip?
        let action: String?
        /// What a person found who looked; nil where the network itself is asked.
        let found: ChoiceField?
        let button: String
    }

    /// What is to be done on the network, and what is then entered here.
    struct Join: Shows {
        let action: String
        let heading: String
        let steps: [String]
        let anyPermissions: Bool
        let permissions: [Permission]
        let server: TextField?
        let userName: TextField?
        let secret: TextField?
        let button: String
    }

    /// What the network is asked for, and why.
    struct Permission: Shows {
        let name: String
        let why: String
    }

    /// The app that the school made on the network.
    struct App: Shows {
        let action: String?
        let heading: String
        let says: String
        let steps: [String]
        let facts: [Fact]
        let id: TextField?
        let secret: TextField?
        let button: String
    }

    package static var examples: [Page] {
        let to = "/harbour-view/accounts/a1/connection"
        let crumb = Crumb("School website", "/harbour-view/accounts/a1")
        let limits = Network.mastodon.stated?.sentences ?? []
        return [
            Page(
                "Going out on Harbour View on X", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [], facts: [], anyFacts: false, can: "Once it is connected", sentences: limits, look: nil,
                    choice: nil,
                    following: Following(
                        says: "No program of a school is told by X whom an account follows. Look there by hand.",
                        learners: [], anyLearners: false, clause: nil, action: to + "/following",
                        found: ChoiceField(
                            "follows", "I have looked there. Does it follow pupils?",
                            [("none", "None", nil), ("some", "Some", nil)]), button: "Put it on record"),
                    join: nil, app: nil, end: nil)),
            Page(
                "Going out on School website", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [Note(.clear, "It is connected.", "The network was asked last today, 09:05.")],
                    facts: [Fact("Connected as", "@hv@social.example")], anyFacts: true,
                    can: "What Chaperone does there", sentences: limits,
                    look: to + "/look", choice: nil,
                    following: Following(
                        says: "It follows 42 accounts. Compared with the roll today, 09:05.",
                        learners: ["@jamie@social.example, who shows the name “Jamie Thornton”"], anyLearners: true,
                        clause: ClauseChip.link(to: "6.3(j)", in: ExampleVisit.visit), action: to + "/following",
                        found: nil, button: "Compare with the roll now"),
                    join: nil, app: nil, end: to + "/end")),
            Page(
                "Going out on School website", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [], facts: [], anyFacts: false, can: "What Chaperone does there", sentences: limits,
                    look: nil, choice: nil,
                    join: Join(
                        action: to, heading: "Connect it", steps: ["Make an application password."],
                        anyPermissions: false, permissions: [],
                        server: TextField("server", "Address of the website"),
                        userName: TextField("userName", "User name"),
                        secret: TextField("secret", "Application password", type: "password"), button: "Connect it"),
                    app: nil, end: nil)),
            Page(
                "Going out on Our Page", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [], facts: [], anyFacts: false, can: "What Chaperone does there",
                    sentences: Network.facebook.stated?.sentences ?? [],
                    look: nil,
                    choice: Choice(
                        action: to + "/choice",
                        field: ChoiceField(
                            "choice", "Which of these is it?", [("1", "Our school", nil), ("2", "Our friends", nil)]),
                        none: HeadAction("None of these", to + "?another=yes")),
                    join: Join(
                        action: to, heading: "Connect it", steps: ["Sign in as whoever looks after the Page."],
                        anyPermissions: true,
                        permissions: [Permission(name: "pages_manage_posts", why: "sends posts")], server: nil,
                        userName: nil, secret: nil, button: "Go on to Facebook"),
                    app: App(
                        action: to + "/app", heading: "The school’s app on Facebook", says: "Made once.",
                        steps: ["Open developers.facebook.com."],
                        facts: [Fact("Redirect address", "https://chaperone.example/harbour-view/accounts/joined")],
                        id: TextField("appID", "App ID"),
                        secret: TextField("appSecret", "App secret", type: "password"), button: "Keep it"),
                    end: nil)),
        ]
    }
}
