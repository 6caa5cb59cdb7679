import Actions
import Foundation
import Governance
import Reading

/// Joining an account to its network, looking whether it still stands, and parting it.
enum ConnectionRoutes {
    static let all: [Route] = [
        .get(.accountConnection(.any), .accountReaders) { visit in
            .page(try await AccountDesk(visit).connectionPage())
        },
        .post(.accountConnection(.any), .accountReaders, .form, join),
        .post(.accountConnectionLook(.any), .accountReaders, .form, look),
        .post(.accountConnectionEnd(.any), .accountReaders, .form, end),
    ]

    @Sendable private static func join(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            try await ConnectAccount(
                account.id, server: visit.form["server"], userName: visit.form["userName"],
                secret: visit.form["secret"]
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.connectionPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountConnection(.value(account.id.text)))
    }

    @Sendable private static func look(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        guard try await desk.mayConnect(account) else { throw TurnedAway.notFound }
        try await CheckConnection().check(account.id, in: desk.work)
        return .see(.accountConnection(.value(account.id.text)))
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        try await DisconnectAccount(account.id).perform(in: desk.work, by: desk.actor)
        return .see(.accountConnection(.value(account.id.text)))
    }
}

extension AccountDesk {
    /// Those who run it or keep its log-in details, and administrators.
    func mayConnect(_ account: OfficialAccount) async throws -> Bool {
        let school = account.account.school
        let custody = LoginCustody(of: account, try await work.accountTerms(at: school))
        let asker = try await work.database.asker(me.user.id, me.authority, of: account.id)
        return custody.lodges(asker) || me.authority.holds(any: [.administrator], at: school)
    }

    /// How its posts go out, for the account's own page.
    func connectionPart(_ account: OfficialAccount) async throws -> AccountPage.Login {
        let link = visit.link(.accountConnection(.value(account.id.text)))
        guard account.account.network.stated != nil else {
            return AccountPage.Login(
                says: "A person publishes here, and brings proof", clause: nil, facts: [], link: nil)
        }
        guard let connection = try await work.database.connection(of: account.id) else {
            return AccountPage.Login(
                says: "A person publishes here, and brings proof", clause: nil,
                facts: [Fact("Connected", "Not yet: posts could go out by themselves")],
                link: HeadAction("Connect it", link))
        }
        let looked = When.near(connection.checkedAt, now: visit.now)
        return AccountPage.Login(
            says: connection.brokenSince == nil ? "Posts go out by themselves" : "Nothing goes out by itself just now",
            clause: nil,
            facts: [
                Fact("Connected as", connection.identity), Fact("Last looked at", looked),
            ] + (connection.trouble.map { [Fact("Trouble", $0)] } ?? []),
            link: HeadAction("See the connection", link))
    }

    func connectionPage(problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let network = account.account.network
        let may = try await mayConnect(account) && account.state.isInUse
        let connection = try await work.database.connection(of: account.id)
        let names = try await work.database.userNames()
        let part = SiteURL.Part.value(account.id.text)
        let stated = connection?.capabilities ?? network.stated ?? Capabilities(publishes: false)
        let facts =
            connection.map {
                [
                    Fact("Connected as", $0.identity), Fact("Server", $0.server),
                    Fact(
                        "Since",
                        "\(When.near($0.connectedAt, now: visit.now)) by \(names[$0.connectedBy] ?? "someone who has left")"
                    ), Fact("Last looked at", When.near($0.checkedAt, now: visit.now)),
                ]
            } ?? []
        let isJoined = connection != nil && connection?.brokenSince == nil
        return Page(
            "Going out on \(account.account.name)", crumb: Crumb(account.account.name, link(account.id)),
            problems: problems, room: .accounts,
            ConnectionPage(
                notes: connectionNotes(connection, network, may: may), facts: facts, anyFacts: !facts.isEmpty,
                sentences: stated.sentences,
                look: may && connection != nil ? visit.link(.accountConnectionLook(part)) : nil,
                join: may && network.stated != nil && (!isJoined || !problems.isEmpty)
                    ? join(network, connection, visit.link(.accountConnection(part)), problems) : nil,
                end: may && connection != nil ? visit.link(.accountConnectionEnd(part)) : nil))
    }

    private func connectionNotes(_ connection: Connection?, _ network: Network, may: Bool) -> [Note] {
        guard let connection else {
            return may || network.stated == nil
                ? [] : [Note(.quiet, "It is not connected.", "Whoever runs it, or an administrator, connects it.")]
        }
        guard let since = connection.brokenSince, let trouble = connection.trouble else {
            return [Note(.clear, "It is connected.", "Approved posts go out by themselves at their time.")]
        }
        return [
            Note(
                .block, "Nothing goes out since \(When.near(since, now: visit.now)).",
                "\(trouble). Until then a person publishes what is due.")
        ]
    }

    private func join(
        _ network: Network, _ connection: Connection?, _ action: String, _ problems: [Problem]
    ) -> ConnectionPage.Join {
        let words = ConnectionWords(network)
        let typed = { (name: String) -> String? in visit.form[name].isEmpty ? nil : visit.form[name] }
        return ConnectionPage.Join(
            action: action, heading: connection == nil ? "Connect it" : "Connect it anew", steps: words.steps,
            server: TextField(
                "server", words.server, hint: words.serverHint,
                value: typed("server") ?? connection?.server ?? words.usualServer, problems: problems),
            userName: words.userName.map {
                TextField(
                    "userName", $0, value: typed("userName") ?? connection?.userName ?? "", autocomplete: "off",
                    problems: problems)
            },
            secret: TextField(
                "secret", words.secret, hint: "It is kept encrypted, and shown to nobody again.", type: "password",
                autocomplete: "off", problems: problems),
            button: connection == nil ? "Ask the network, and connect it" : "Ask the network, and connect it anew")
    }
}

/// What is done on each network before an account is connected, and what its own pages call things.
private struct ConnectionWords {
    let steps: [String]
    let server: String
    var serverHint: String?
    var usualServer = ""
    let userName: String?
    let secret: String

    init(_ network: Network) {
        switch network {
        case .mastodon:
            steps = [
                "Sign in to the account in a browser and open Preferences, Development, New application.",
                "Call it Chaperone, and allow it read:accounts, read:statuses, write:statuses and write:media.",
                "Open it again, and copy “Your access token”.",
            ]
            (server, serverHint) = ("Address of the server", "Such as https://mastodon.example")
            (userName, secret) = (nil, "Access token")
        case .bluesky:
            steps = [
                "Sign in to the account in a browser and open Settings, Privacy and security, App passwords.",
                "Add one and call it Chaperone. It needs no access to direct messages.", "Copy it before you close it.",
            ]
            (server, serverHint) = ("Address of the server", "Most accounts are at https://bsky.social")
            usualServer = "https://bsky.social"
            (userName, secret) = ("Handle", "App password")
        default:
            steps = [
                "Sign in to WordPress as a user who may publish: an author or an editor, made for Chaperone.",
                "Open Profile, and under Application passwords add one called Chaperone.",
                "Copy it before you leave the page.",
            ]
            (server, serverHint) = ("Address of the website", "As it stands in a browser, beginning with https://")
            (userName, secret) = ("User name in WordPress", "Application password")
        }
    }
}
