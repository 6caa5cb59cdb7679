import Governance

/// How one account is joined to its network: what can be done there, whether all is well, and how to join it.
struct ConnectionPage: PageContent {
    let notes: [Note]
    let facts: [Fact]
    let anyFacts: Bool
    /// What can be done on the network, a sentence each.
    let sentences: [String]
    let look: String?
    let join: Join?
    let end: String?

    /// What is to be done on the network, and what is then entered here.
    struct Join: Shows {
        let action: String
        let heading: String
        let steps: [String]
        let server: TextField
        let userName: TextField?
        let secret: TextField
        let button: String
    }

    package static var examples: [Page] {
        let to = "/harbour-view/accounts/a1/connection"
        let crumb = Crumb("School website", "/harbour-view/accounts/a1")
        let limits = Network.mastodon.stated?.sentences ?? []
        return [
            Page(
                "Going out on School website", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [Note(.clear, "It is connected.", "Last looked at today, 09:05.")],
                    facts: [Fact("Connected as", "@hv@social.example")], anyFacts: true, sentences: limits,
                    look: to + "/look", join: nil, end: to + "/end")),
            Page(
                "Going out on School website", crumb: crumb, room: .accounts,
                ConnectionPage(
                    notes: [], facts: [], anyFacts: false, sentences: limits, look: nil,
                    join: Join(
                        action: to, heading: "Connect it", steps: ["Make an application password."],
                        server: TextField("server", "Address of the website"),
                        userName: TextField("userName", "User name"),
                        secret: TextField("secret", "Application password", type: "password"), button: "Connect it"),
                    end: nil)),
        ]
    }
}
