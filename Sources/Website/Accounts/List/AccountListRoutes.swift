import Actions
import Foundation
import Governance
import Reading

/// A list of accounts that exist already: tried, then confirmed; and the register as a file.
enum AccountListRoutes {
    static let all: [Route] = [
        .get(.accountList, .accountKeepers) { visit in .page(form(visit)) },
        .post(.accountList, .accountKeepers, .upload(megabytes: 1), attempt),
        .post(.accountListConfirmed, .accountKeepers, .upload(megabytes: 1), confirm),
        .get(.accountsFile, .accountReaders, file),
    ]

    static func form(_ visit: Visit, _ problems: [Problem] = []) -> Page {
        Page(
            "Bring in a list of accounts",
            lead: "For accounts that exist already. First a trial; nothing is kept until you confirm it.",
            crumb: Crumb("Accounts", visit.link(.accounts)), problems: problems, frame: .journey, room: .accounts,
            FormPage(
                to: visit.link(.accountList),
                [
                    .file(
                        TextField(
                            "file", "The list, as a CSV file",
                            hint: "One row for each account, below a row of headings.", problems: problems))
                ], button: "Try the list", cancel: HeadAction("Not now", visit.link(.accounts)),
                more: FormPage.More(
                    "Which columns are read",
                    [
                        "Platform and Address are needed. Name, Purpose, Audience, Open or closed, Kind (school, department, "
                            + "friends, individual or teaching), School, Lead (the e-mail address, or the name, of somebody "
                            + "who signs in here) and Others (the same of those who run it too, with a semicolon between) are "
                            + "read where they are there.",
                        "So are Comments, Tagging, Second step, Registered with, Recovery address, Password changed and "
                            + "Privacy looked at.",
                        "Each account is used as it is, and has a task to be brought into order or closed. One that is on "
                            + "the register already stays as it is there.",
                        "No passwords: they go into the vault, account by account.",
                    ])))
    }

    @Sendable private static func attempt(_ visit: Visit) async throws -> Reply {
        guard let file = visit.form.files["file"], !file.bytes.isEmpty else {
            return .page(form(visit, [Problem("file", "Choose the file")]))
        }
        do { return .page(try await trial(file.bytes, visit)) } catch ActionError.invalid(let errors) {
            return .page(form(visit, errors.map(Problem.init)))
        }
    }

    /// - Parameter changed: why what was shown before was not brought in.
    private static func trial(_ bytes: [UInt8], _ visit: Visit, changed: String? = nil) async throws -> Page {
        let desk = try AccountDesk(visit)
        let trial = try await ImportAccounts(bytes).trial(in: desk.work, by: desk.actor)
        let names = try await desk.work.database.userNames()
        let schools = try await desk.work.database.schools()
        let line = { (listed: ListedAccount, isNew: Bool) in
            AccountListPage.Line(
                row: String(listed.line), name: listed.name, network: listed.network.title, handle: listed.handle,
                lead: listed.lead.flatMap { names[$0] }.map { lead in
                    ([lead] + listed.others.compactMap { names[$0] }).joined(separator: ", ")
                } ?? "Nobody",
                school: schools.first { $0.id == listed.school }?.name ?? "",
                tag: isNew ? Tag(.clear, "Comes on") : Tag(.quiet, "Is there already"))
        }
        let count = trial.new.count
        let isSound = trial.faults.isEmpty
        let heading =
            !isSound
            ? "The list has faults"
            : count == 0
                ? "Nothing would change"
                : count == 1
                    ? "One account would come onto the register" : "\(count) accounts would come onto the register"
        return Page(
            heading, crumb: Crumb("Bring in a list of accounts", visit.link(.accountList)), room: .accounts,
            AccountListPage(
                notes: (changed.map { [Note(.hold, "Look at it again.", $0 + ".")] } ?? [])
                    + notes(trial, isSound: isSound),
                faults: trial.faults.map {
                    AccountListPage.Fault(row: String($0.line), column: $0.column ?? "The whole row", says: $0.says)
                },
                accounts: isSound ? trial.new.map { line($0, true) } + trial.known.map { line($0, false) } : [],
                confirm: isSound && count > 0
                    ? AccountListPage.Confirm(
                        action: visit.link(.accountListConfirmed), bytes: Data(bytes).base64EncodedString(),
                        shown: trial.mark,
                        button: count == 1 ? "Put it on the register" : "Put them on the register") : nil,
                again: HeadAction("Choose another file", visit.link(.accountList))))
    }

    private static func notes(_ trial: ImportAccounts.Trial, isSound: Bool) -> [Note] {
        var notes = [
            isSound
                ? Note(
                    .quiet, "Nothing is kept yet.", "Each account that comes on has a task to be brought into order.")
                : Note(.block, "Nothing of it is taken.", "Mend these rows in the file, and bring it in again.")
        ]
        if !trial.unread.isEmpty {
            notes.append(Note(.quiet, "Not read:", trial.unread.joined(separator: ", ") + "."))
        }
        return notes
    }

    @Sendable private static func confirm(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let bytes = [UInt8](Data(base64Encoded: visit.form["bytes"]) ?? Data())
        do {
            try await ImportAccounts(bytes, shown: visit.form["shown"]).perform(in: desk.work, by: desk.actor)
        } catch ActionError.conflict(let says) {
            return .page(try await trial(bytes, visit, changed: says))
        } catch ActionError.invalid(let errors) {
            return .page(form(visit, errors.map(Problem.init)))
        }
        return .see(.accounts)
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let schools = try await desk.work.database.schools()
        let lodged = try await desk.work.database.lodgedLogins()
        var rows = [
            [
                "Platform", "Address", "Name", "Purpose", "Audience", "Open or closed", "Kind", "School", "Lead",
                "Others",
                "State", "Comments", "Tagging", "Privacy looked at", "Second step", "Registered with",
                "Recovery address", "Password changed", "Log-in details", "Next review",
            ]
        ]
        let accounts = try await desk.work.database.officialAccounts().filter(desk.reach.reaches)
        for account in accounts {
            let details = account.details
            rows.append([
                account.account.network.title, account.account.handle, account.account.name, details.purpose ?? "",
                details.audience ?? "", details.openness?.rawValue ?? "", account.account.type.word,
                schools.first { $0.id == account.account.school }?.name ?? "",
                account.lead?.name ?? "",
                account.operators.filter { !$0.isLead }.map(\.name).joined(separator: "; "),
                AccountWords.tag(account.state).text, AccountWords.onOff(details.comments),
                AccountWords.onOff(details.tagging), details.privacyCheckedAt.map { "\(Day(of: $0))" } ?? "",
                AccountWords.onOff(details.twoFactor), details.loginEmail ?? "", details.recoveryEmail ?? "",
                details.passwordChangedAt.map { "\(Day(of: $0))" } ?? "",
                lodged[account.id] == nil ? "not lodged" : "lodged", details.nextReview.map { "\(Day(of: $0))" } ?? "",
            ])
        }
        try await SaveAccountRegister(count: accounts.count).perform(in: desk.work, by: desk.actor)
        return .download(
            name: "accounts.csv", type: "text/csv; charset=utf-8", Array(RegisterFile.text(rows).utf8))
    }
}

extension Draft.AccountType {
    /// As a list writes it, and reads it back.
    fileprivate var word: String {
        switch self {
        case .schoolMain: "school"
        case .department: "department"
        case .friends: "friends"
        case .individual: "individual"
        case .teaching: "teaching"
        }
    }
}
