import Actions
import Foundation
import Governance
import Reading

/// The register of accounts, and the page of each.
enum AccountRoutes {
    static let all: [Route] = [
        .get(.accounts, .accountReaders) { visit in .page(try await AccountDesk(visit).list()) },
        .get(.newAccount, .accountKeepers) { visit in .page(try await entry(visit, Form(), nil)) },
        .post(.newAccount, .accountKeepers, .form, add),
        .get(.account(.any), .accountReaders) { visit in .page(try await AccountDesk(visit).page()) },
        .get(.accountChange(.any), .accountKeepers) { visit in
            let account = try await AccountDesk(visit).account().account
            return .page(try await entry(visit, account.fields, account))
        },
        .post(.accountChange(.any), .accountKeepers, .form, change),
        .get(.accountPeople(.any), .accountKeepers) { visit in .page(try await AccountDesk(visit).peopleForm()) },
        .post(.accountPeople(.any), .accountKeepers, .form, changePeople),
        .get(.accountSettings(.any), .accountReaders) { visit in .page(try await AccountDesk(visit).settingsForm()) },
        .post(.accountSettings(.any), .accountReaders, .form, changeSettings),
        .post(.accountCheck(.any), .accountReaders, .form, check),
        .post(.accountReview(.any), .accountKeepers, .form, review),
        .get(.accountClosing(.any), .accountKeepers) { visit in .page(try await AccountDesk(visit).closingForm()) },
        .post(.accountClosing(.any), .accountKeepers, .form, close),
    ]

    private static func entry(
        _ visit: Visit, _ fields: Form, _ account: PostingAccount?, _ problems: [Problem] = []
    ) async throws -> Page {
        let desk = try AccountDesk(visit)
        let schools = try await desk.work.database.schools().filter { desk.keeps($0.id) }
        let url: SiteURL = account.map { .accountChange(.value($0.id.text)) } ?? .newAccount
        return Page(
            account?.name ?? "Enter an account that exists",
            lead: account == nil
                ? "It is used as it is, and a task asks for it to be brought into order. For a new one, ask first."
                : nil,
            crumb: account.map { Crumb($0.name, desk.link($0.id)) } ?? Crumb("Accounts", visit.link(.accounts)),
            problems: problems, frame: .journey, room: .accounts,
            AccountEntryPage(
                fields, action: visit.link(url), schools: schools.map { ($0.id.text, $0.name) },
                isClosed: account?.state == .closed, known: account != nil, problems: problems))
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let schools = try await desk.work.database.schools().filter { desk.keeps($0.id) }
        let chosen = Identifier<School>(visit.form["school"])
        guard let school = schools.first(where: { $0.id == chosen }) ?? (schools.count == 1 ? schools[0] : nil) else {
            return .page(try await entry(visit, visit.form, nil, [Problem("school", "Choose a school")]))
        }
        guard let network = Network(rawValue: visit.form["network"]) else {
            return .page(try await entry(visit, visit.form, nil, [Problem("network", "Choose a network")]))
        }
        do {
            let account = try await AddAccount(
                school: school.id, name: visit.form["name"], network: network, handle: visit.form["handle"],
                type: Draft.AccountType(rawValue: visit.form["type"]) ?? .schoolMain,
                readers: PostingAccount.Readers(rawValue: visit.form["readers"]) ?? .families,
                details: try AccountForms.details(in: visit.form, now: visit.now)
            ).perform(in: desk.work, by: desk.actor)
            return .see(.account(.value(account.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await entry(visit, visit.form, nil, errors.map(Problem.init)))
        }
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let before = try await desk.account().account
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
            return .page(try await entry(visit, visit.form, before, errors.map(Problem.init)))
        }
        return .see(.account(.value(before.id.text)))
    }

    @Sendable private static func changePeople(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            let people = try await desk.operators()
            let outcome = try await ChangeOperators(
                account.id, operators: people, lead: people.first,
                trained: Set(visit.form.all("trained").map { Identifier($0) }), why: visit.form["why"]
            ).perform(in: desk.work, by: desk.actor)
            if let refusal = outcome.refusal {
                return .page(try await desk.peopleForm(visit.form, problems: AccountWords.problems(refusal)))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.peopleForm(visit.form, problems: errors.map(Problem.init)))
        }
        return .see(.account(.value(account.id.text)))
    }

    @Sendable private static func changeSettings(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            let outcome = try await ChangeAccountDetails(
                account.id, to: try AccountForms.details(in: visit.form, over: account.details, now: visit.now),
                why: visit.form["why"]
            ).perform(in: desk.work, by: desk.actor)
            if let refusal = outcome.refusal {
                // which network it is on is not asked here: only whose it is can make it one too many
                let problems = AccountWords.problems(refusal).map { problem in
                    problem.field == "network" ? Problem("sixthForm", problem.says) : problem
                }
                return .page(try await desk.settingsForm(visit.form, problems: problems))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.settingsForm(visit.form, problems: errors.map(Problem.init)))
        }
        return .see(.account(.value(account.id.text)))
    }

    @Sendable private static func check(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            try await CheckAccount(account.id, found: visit.form["found"]).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.page(problems: errors.map(Problem.init)))
        }
        return .see(.account(.value(account.id.text)))
    }

    @Sendable private static func review(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            try await ReviewAccount(account.id, why: visit.form["needed"]).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.page(problems: errors.map { Problem("needed", $0.says) }))
        }
        return .see(.account(.value(account.id.text)))
    }

    @Sendable private static func close(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        let form = visit.form
        do {
            try await CloseAccount(
                account.id, reason: form["reason"], archive: form["archive"], followers: form["followers"],
                proof: form["proof"]
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.closingForm(form, problems: errors.map(Problem.init)))
        }
        return .see(.account(.value(account.id.text)))
    }
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
