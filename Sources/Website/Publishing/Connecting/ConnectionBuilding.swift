import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// Those who run it or keep its log-in details, and administrators.
    func mayConnect(_ account: OfficialAccount) async throws -> Bool {
        let school = account.account.school
        let custody = LoginCustody(of: account, try await work.accountTerms(at: school))
        let asker = try await work.database.asker(me.user.id, me.authority, of: account.id)
        guard !asker.isRefused else { return false }
        return custody.lodges(asker) || me.authority.holds(any: [.administrator], at: school)
    }

    /// How its posts go out, for the account's own page.
    func connectionPart(_ account: OfficialAccount) async throws -> AccountPage.Login {
        let link = visit.link(.accountConnection(.value(account.id.text)))
        let terms = try await work.accountTerms(at: account.account.school)
        guard terms.names(account.account.network) else {
            let isConnected = try await work.database.connection(of: account.id) != nil
            return AccountPage.Login(
                says: "Nothing goes out here: the policy does not name \(account.account.network.title)",
                clause: chip(terms.networkSections), facts: [],
                link: isConnected ? HeadAction("See the connection", link) : nil)
        }
        guard account.account.network.stated != nil else {
            let isAsked = try await following(account, isJoined: false) != nil
            let may = try await mayConnect(account) && account.state.isInUse
            return AccountPage.Login(
                says: "A person publishes here, and brings proof", clause: nil, facts: [],
                link: isAsked && may ? HeadAction("See whom it follows", link + "#following") : nil)
        }
        guard let connection = try await work.database.connection(of: account.id) else {
            return AccountPage.Login(
                says: "A person publishes here, and brings proof", clause: nil,
                facts: [Fact("Connected", "Not yet: posts could go out by themselves")],
                link: try await mayConnect(account) && account.state.isInUse ? HeadAction("Connect it", link) : nil)
        }
        let looked = When.near(connection.checkedAt, now: visit.now)
        return AccountPage.Login(
            says: connection.brokenSince == nil && connection.silentSince == nil
                ? "Posts go out by themselves" : "Nothing goes out by itself just now",
            clause: nil,
            facts: [
                Fact("Connected as", connection.identity), Fact("Last checked", looked),
            ] + (connection.trouble.map { [Fact("Trouble", $0)] } ?? [])
                + (connection.silentSince.map { [Fact("No answer since", When.near($0, now: visit.now))] } ?? []),
            link: HeadAction("See the connection", link))
    }

    /// The one address to which networks send people back: the same for all accounts of an organisation.
    func joinedAddress() async throws -> String {
        let link = visit.link(.accountJoined)
        if let address = try await visit.site.installation?.publicAddress() { return address + link }
        guard visit.site.isDemonstration else {
            throw ActionError.conflict(
                "Nobody has said yet at which address people reach Chaperone. Whoever looks after the machine says it with "
                    + "`chaperone address`")
        }
        return link
    }

    func connectionPage(problems: [Problem] = []) async throws -> Page {
        try await connectionPage(of: account(), problems: problems)
    }

    func connectionPage(
        of account: OfficialAccount, notes: [Note] = [], problems: [Problem] = []
    ) async throws -> Page {
        let network = account.account.network
        let terms = try await work.accountTerms(at: account.account.school)
        let outside = terms.outside(account.account)
        let may = try await mayConnect(account) && account.state.isInUse
        let connection = try await work.database.connection(of: account.id)
        let part = SiteURL.Part.value(account.id.text)
        let stated = connection?.capabilities ?? network.stated ?? Capabilities(publishes: false)
        let facts = try await connectionFacts(connection)
        let isJoined = connection != nil && connection?.brokenSince == nil
        let endsSoon = connection?.endsAt.map { $0 < visit.now + Connection.warning } ?? false
        let app = try await app(of: network, may: may && outside == nil, part, problems)
        let entered = try await work.database.enteredApp(on: network)
        let needsApp = app != nil && entered == nil
        // what is asked comes alone: first whether it is this one, else the steps again
        let isAnother =
            visit.query["another"] == "yes" || problems.contains { !["choice", "follows"].contains($0.field) }
        let choice = isAnother ? nil : try await choice(account, part, problems)
        return Page(
            "Going out on \(account.account.name)", crumb: Crumb(account.account.name, link(account.id)),
            problems: problems, room: .accounts,
            ConnectionPage(
                notes: notes
                    + (outside.map {
                        [Note(.block, "\($0).", "Nothing goes out here.", clause: chip(terms.networkSections))]
                    } ?? connectionNotes(connection, network, may: may)), facts: facts, anyFacts: !facts.isEmpty,
                can: connection == nil && outside == nil && network.stated != nil
                    ? "Once it is connected" : "What Chaperone does there",
                sentences: stated.sentences + [network.priceSentence].compactMap(\.self)
                    + (try await spendingSentence(account)),
                look: may && connection != nil ? visit.link(.accountConnectionLook(part)) : nil,
                choice: choice,
                following: may ? try await following(account, isJoined: isJoined, problems) : nil,
                join: choice == nil && may && outside == nil && network.stated != nil && !needsApp
                    && (!isJoined || endsSoon || problems.contains { $0.field != "follows" })
                    ? join(network, connection, visit.link(.accountConnection(part)), problems) : nil,
                app: choice == nil ? app : nil,
                end: may && connection != nil ? visit.link(.accountConnectionEnd(part)) : nil))
    }

    /// What it has charged this month, where it charges anything.
    private func spendingSentence(_ account: OfficialAccount) async throws -> [String] {
        let (network, school) = (account.account.network, account.account.school)
        guard network.price != nil else { return [] }
        let limit = try await work.database.settings(at: school).limit(on: network)
        let spending = try await work.database.spending(on: network, at: school, limit: limit)
        return [
            "This month \(network.title) has charged the school \(NetworkPrice.dollars(spending.spent)), by these prices. "
                + (spending.most.map { "Its limit is \(NetworkPrice.dollars($0)) a month: " }
                    ?? "No limit is set; an administrator sets one under Settings: ")
                + "a post that would go past it is left to a person, who posts it for nothing, and the connection is not looked "
                + "at by itself any more."
        ]
    }

    private func connectionFacts(_ connection: Connection?) async throws -> [Fact] {
        guard let connection else { return [] }
        let names = try await work.database.userNames()
        let who = names[connection.connectedBy] ?? "someone who has left"
        return [
            Fact("Connected as", connection.identity), Fact("Server", connection.server),
            Fact("Since", "\(When.near(connection.connectedAt, now: visit.now)) by \(who)"),
            Fact("Last checked", When.near(connection.checkedAt, now: visit.now)),
        ] + (connection.endsAt.map { [Fact("Permission runs out", When.near($0, now: visit.now))] } ?? [])
    }

    /// Whoever has just come back from the network with several chooses one.
    private func choice(
        _ account: OfficialAccount, _ part: SiteURL.Part, _ problems: [Problem]
    ) async throws -> ConnectionPage.Choice? {
        let all = try await work.joinable(account.id, for: me.user.id)
        guard !all.isEmpty else { return nil }
        return ConnectionPage.Choice(
            action: visit.link(.accountConnectionChoice(part)),
            field: ChoiceField(
                "choice",
                all.count == 1 ? "Is this \(account.account.name)?" : "Which of these is \(account.account.name)?",
                hint: all.count == 1
                    ? "The register has it at \(account.account.handle), and Chaperone cannot tell by itself that "
                        + "this is the one. Look before you connect it." : nil, all.map { ($0.id, $0.name, nil) },
                problems: problems),
            none: HeadAction(
                all.count == 1 ? "No, it is another" : "None of these",
                visit.link(.accountConnection(part)) + "?another=yes"))
    }

    /// How the network knows this program, where the school has to make an app there; nil elsewhere.
    private func app(
        of network: Network, may: Bool, _ part: SiteURL.Part, _ problems: [Problem]
    ) async throws -> ConnectionPage.App? {
        guard may, case .page(_, .entered)? = network.wayToConnect else { return nil }
        let known = try await work.database.enteredApp(on: network)
        let heading = "The school’s app on \(network.title)"
        guard me.authority.holds(any: [.administrator], at: nil) else {
            return known == nil
                ? ConnectionPage.App(
                    action: nil, heading: heading,
                    says: "\(network.title) lets only an app of the school send posts. An administrator makes it, once "
                        + "for all accounts, and enters it on this page.", steps: [], facts: [], id: nil, secret: nil,
                    button: "") : nil
        }
        let words = NetworkAppWords(network)
        let back: String
        do { back = try await joinedAddress() } catch ActionError.conflict {
            back = "Say first at which address people reach Chaperone"
        }
        return ConnectionPage.App(
            action: visit.link(.accountConnectionApp(part)), heading: heading,
            says: known.map {
                "Entered \(When.near($0.enteredAt, now: visit.now)), as \($0.id). It serves all accounts on \(network.title)."
            }
                ?? "Made once, it serves all accounts on \(network.title). Do this first; then accounts can be connected.",
            steps: words.steps, facts: [Fact("Redirect address", back)],
            id: TextField(
                "appID", words.id, value: visit.form.has("appID") ? visit.form["appID"] : known?.id ?? "",
                autocomplete: "off", problems: problems),
            secret: TextField(
                "appSecret", words.secret, hint: "It is kept encrypted, and shown to nobody again.", type: "password",
                autocomplete: "off", problems: problems),
            button: known == nil ? "Keep the app" : "Change the app")
    }

    private func connectionNotes(_ connection: Connection?, _ network: Network, may: Bool) -> [Note] {
        guard let connection else {
            guard network.stated != nil else { return [] }
            return [
                Note(
                    .quiet, "It is not connected.",
                    may
                        ? "A person publishes here, and brings proof."
                        : "Whoever runs it, or an administrator, connects it.")
            ]
        }
        guard let since = connection.brokenSince, let trouble = connection.trouble else {
            let all =
                connection.silentSince.map {
                    Note(
                        .hold,
                        "\(network.title) has given no answer that can be used since \(When.near($0, now: visit.now)).",
                        "It is asked again each hour. What is due waits for it, and goes out when it answers.")
                } ?? Note(.clear, "It is connected.", "Approved posts go out by themselves at their time.")
            guard let ends = connection.endsAt, ends < visit.now + Connection.warning else { return [all] }
            return [
                all,
                Note(
                    .hold, "The permission runs out \(When.near(ends, now: visit.now)).",
                    "Connect it again before that day, or nothing goes out by itself from then on."),
            ]
        }
        return [
            Note(
                .block, "Nothing goes out since \(When.near(since, now: visit.now)).",
                "\(trouble). Until it is connected again, a person publishes what is due.")
        ]
    }

    private func join(
        _ network: Network, _ connection: Connection?, _ action: String, _ problems: [Problem]
    ) -> ConnectionPage.Join {
        let words = ConnectionWords(network)
        let typed = { (name: String) -> String? in visit.form[name].isEmpty ? nil : visit.form[name] }
        let permissions = (network.wayToConnect?.permissions ?? []).map {
            ConnectionPage.Permission(name: $0.name, why: $0.why)
        }
        let isPage = !permissions.isEmpty
        let again = connection == nil ? "" : " again"
        return ConnectionPage.Join(
            action: action, heading: "Connect it\(again)", steps: words.steps, anyPermissions: isPage,
            permissions: permissions,
            server: words.server.map {
                TextField(
                    "server", $0, hint: words.serverHint,
                    value: typed("server") ?? connection?.server ?? words.usualServer, problems: problems)
            },
            userName: words.userName.map {
                TextField(
                    "userName", $0, hint: words.userNameHint, value: typed("userName") ?? connection?.userName ?? "",
                    autocomplete: "off", problems: problems)
            },
            secret: words.secret.map {
                TextField(
                    "secret", $0, hint: "It is kept encrypted, and shown to nobody again.", type: "password",
                    autocomplete: "off", problems: problems)
            }, button: isPage ? "Connect it with \(network.title)\(again)" : "Ask the network, and connect it\(again)")
    }
}
