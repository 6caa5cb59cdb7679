import Actions
import Governance
import Reading

/// The register of accounts: who posts where.
enum AccountRoutes {
    static let all: [Route] = [
        .get(.accounts, .accountReaders) { visit in .page(try await list(visit)) },
        .get(.newAccount, .accountKeepers) { visit in .page(try await form(visit, Form(), nil)) },
        .post(.newAccount, .accountKeepers, .form, add),
        .get(.account(.any), .accountKeepers) { visit in
            let account = try await known(visit)
            return .page(try await form(visit, account.fields, account))
        },
        .post(.account(.any), .accountKeepers, .form, change),
    ]

    private static func list(_ visit: Visit) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let schools = try await desk.work.database.schools()
        let accounts = try await desk.work.database.accounts()
        let keeps = WhoMay.accountKeepers.admits(visit.visitor)
        return Page(
            "Accounts",
            actions: keeps
                ? [HeadAction("Enter an account", icon: .plus, visit.link(.newAccount), filled: true)] : [],
            room: .accounts,
            AccountsPage(
                accounts.map { account in
                    AccountsPage.AccountLine(
                        name: account.name,
                        link: keeps ? visit.link(.account(.value(account.id.text))) : nil,
                        network: account.network.title, handle: account.handle,
                        type: AccountsPage.title(of: account.type),
                        readers: AccountsPage.title(of: account.readers),
                        school: schools.first { $0.id == account.school }?.name ?? "",
                        tag: account.state == .open ? Tag(.clear, "Open") : Tag(.quiet, "Closed", icon: .ban))
                },
                blank: Blank(
                    "No account yet", "Posts can be written as soon as the first account is here.",
                    action: keeps ? HeadAction("Enter the first one", visit.link(.newAccount)) : nil)))
    }

    private static func form(
        _ visit: Visit, _ fields: Form, _ account: PostingAccount?, _ problems: [Problem] = []
    ) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let schools = try await desk.work.database.schools()
            .filter { desk.me.authority.holds(any: PublishingRoles.keepingAccounts, at: $0.id) }
        let url: SiteURL = account.map { .account(.value($0.id.text)) } ?? .newAccount
        return Page(
            account?.name ?? "Enter an account", crumb: Crumb("Accounts", visit.link(.accounts)), problems: problems,
            frame: .journey, room: .accounts,
            AccountPage(
                fields, action: visit.link(url), schools: schools.map { ($0.id.text, $0.name) }, known: account != nil,
                problems: problems))
    }

    private static func known(_ visit: Visit) async throws -> PostingAccount {
        let id = Identifier<PostingAccount>(visit.part("account"))
        guard let account = try await PublishingDesk(visit).work.database.accounts().first(where: { $0.id == id })
        else {
            throw TurnedAway.notFound
        }
        return account
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let schools = try await desk.work.database.schools()
            .filter { desk.me.authority.holds(any: PublishingRoles.keepingAccounts, at: $0.id) }
        let chosen = Identifier<School>(visit.form["school"])
        guard let school = schools.first(where: { $0.id == chosen }) ?? (schools.count == 1 ? schools[0] : nil) else {
            return .page(try await form(visit, visit.form, nil, [Problem("school", "Choose a school")]))
        }
        guard let network = Network(rawValue: visit.form["network"]) else {
            return .page(try await form(visit, visit.form, nil, [Problem("network", "Choose a network")]))
        }
        do {
            try await AddAccount(
                school: school.id, name: visit.form["name"], network: network, handle: visit.form["handle"],
                type: Draft.AccountType(rawValue: visit.form["type"]) ?? .schoolMain,
                readers: PostingAccount.Readers(rawValue: visit.form["readers"]) ?? .families
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await form(visit, visit.form, nil, errors.map(Problem.init)))
        }
        return .see(.accounts)
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let before = try await known(visit)
        var account = before
        account.name = visit.form["name"]
        account.handle = visit.form["handle"]
        account.network = Network(rawValue: visit.form["network"]) ?? before.network
        account.type = Draft.AccountType(rawValue: visit.form["type"]) ?? before.type
        account.readers = PostingAccount.Readers(rawValue: visit.form["readers"]) ?? before.readers
        account.state = PostingAccount.State(rawValue: visit.form["state"]) ?? before.state
        if !visit.form["school"].isEmpty { account.school = Identifier(visit.form["school"]) }
        do {
            try await ChangeAccount(account: account).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await form(visit, visit.form, before, errors.map(Problem.init)))
        }
        return .see(.accounts)
    }
}

extension WhoMay {
    /// Who keeps the register of accounts.
    static let accountKeepers = WhoMay.roles(Set(PublishingRoles.keepingAccounts))
}

extension PostingAccount {
    /// As the fields of its form.
    fileprivate var fields: Form {
        Form(
            values: [
                "name": [name], "network": [network.rawValue], "handle": [handle], "type": [type.rawValue],
                "readers": [readers.rawValue], "state": [state.rawValue], "school": [school.text],
            ], files: [:])
    }
}
