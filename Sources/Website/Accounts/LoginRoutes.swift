import Actions
import Foundation
import Governance
import Reading

/// Lodging log-in details, and looking at them.
enum LoginRoutes {
    static let all: [Route] = [
        .get(.accountLogin(.any), .accountReaders) { visit in .page(try await AccountDesk(visit).loginPage()) },
        .post(.accountLogin(.any), .accountReaders, .form, lodge),
        .post(.accountLook(.any), .accountReaders, .form, look),
        .post(.accountLookLeave(.any), .accountReaders, .form, allow),
    ]

    @Sendable private static func lodge(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        let form = visit.form
        do {
            try await LodgeLogin(
                account.id,
                LoginDetails(userName: form["userName"], password: form["password"], note: form["note"]),
                saysChanged: form["changed"] == "yes"
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.loginPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountLogin(.value(account.id.text)))
    }

    @Sendable private static func look(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            switch try await ShowLogin(account.id, reason: visit.form["reason"]).perform(in: desk.work, by: desk.actor)
            {
            case .shown(let login): return .page(try await desk.loginPage(shown: login))
            case .waits: return .see(.accountLogin(.value(account.id.text)))
            case .refused(let says):
                return .page(try await desk.loginPage(problems: [Problem("reason", says)]))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.loginPage(problems: errors.map(Problem.init)))
        }
    }

    @Sendable private static func allow(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        try await AllowLook(Identifier(visit.form["look"]), at: account.id).perform(in: desk.work, by: desk.actor)
        return .see(.accountLogin(.value(account.id.text)))
    }
}

extension AccountDesk {
    /// Whose keeping it is, as pages say it.
    func custody(_ terms: AccountTerms) -> String {
        "Kept by: " + terms.custodianTitles
    }

    func loginPage(shown: LoginDetails? = nil, problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let school = account.account.school
        let terms = try await work.accountTerms(at: school)
        let lodged = try await work.database.lodgedLogins()[account.id]
        let names = try await work.database.userNames()
        let settings = try await work.database.settings(at: school)
        let looks = try await work.database.openLooks(at: account.id)
        let custody = LoginCustody(of: account, terms)
        let asker = try await work.database.asker(me.user.id, me.authority, of: account.id)
        let (mayLodge, maySee, mayAllow) = (custody.lodges(asker), custody.sees(asker), custody.allows(asker))
        let part = SiteURL.Part.value(account.id.text)
        let inUse = account.state.isInUse
        let toAllow = looks.first { $0.askedBy != me.user.id && $0.allowedBy == nil }
        let form = visit.form
        let field = { (id: String, label: String, hint: String?, type: String) in
            TextField(
                id, label, hint: hint, value: type == "password" ? "" : visit.form[id], type: type,
                autocomplete: type == "password" ? "new-password" : "off", problems: problems)
        }
        return Page(
            "Log-in details of \(account.account.name)", crumb: Crumb(account.account.name, link(account.id)),
            problems: problems, room: .accounts,
            LoginPage(
                notes: closedNotes(account, lodged) + keptNotes(lodged, maySee: maySee, terms)
                    + notes(looks, isTwo: settings.isTwoPeopleForLogins, names),
                opened: shown.map { LoginPage.Opened(facts: Self.facts($0)) }, says: self.custody(terms),
                clause: chip(terms.custodySections), facts: Self.facts(lodged, names, account, now: visit.now),
                allow: mayAllow
                    ? toAllow.map { look in
                        LoginPage.Allow(
                            action: visit.link(.accountLookLeave(part)), look: look.id.text,
                            says: "\(names[look.askedBy] ?? "Somebody"): \(quoted(look.reason))")
                    } : nil,
                show: lodged != nil && shown == nil && maySee
                    ? LoginPage.Show(
                        action: visit.link(.accountLook(part)),
                        reason: field(
                            "reason", "Why do you need to see them?",
                            "Each look is recorded with your name and reason. The lead is told.", "text")) : nil,
                lodge: inUse && mayLodge
                    ? LoginPage.Lodge(
                        action: visit.link(.accountLogin(part)),
                        userName: field("userName", "User name or e-mail address that signs in", nil, "text"),
                        password: field(
                            "password", "Password",
                            "At least \(PasswordRules.shortest) characters, and not the old one.",
                            "password"),
                        note: field("note", "Recovery codes and whose telephone gets the second step", nil, "text"),
                        changed: lodged == nil
                            ? ChoiceField(
                                "changed", "Was it changed?", several: true,
                                [
                                    (
                                        "yes", "I changed the password on the network today",
                                        "Without this it counts as the old one, and a handover stays open"
                                    )
                                ], chosen: Set(form.all("changed"))) : nil)
                    : nil))
    }

    /// Whom to ask, for those who do not see them.
    private func keptNotes(_ lodged: LodgedLogin?, maySee: Bool, _ terms: AccountTerms) -> [Note] {
        guard lodged != nil, !maySee else { return [] }
        return [Note(.quiet, "You do not see them here.", "\(custody(terms)). Ask one of them.")]
    }

    /// Until when the details of a closed account are kept.
    private func closedNotes(_ account: OfficialAccount, _ lodged: LodgedLogin?) -> [Note] {
        guard let closed = account.closedAt, lodged != nil else { return [] }
        let end = closed + Double(AccountTimes.daysToKeepLogins) * 86_400
        return [
            Note(
                .hold, "They are destroyed on \(When.date(end)).",
                "The account is closed. Until then those who keep them may look, for its archive or to shut it again.")
        ]
    }

    private func notes(
        _ looks: [LoginLook], isTwo: Bool, _ names: [Identifier<User>: String]
    ) -> [Note] {
        guard isTwo else { return [] }
        let mine = looks.first { $0.askedBy == me.user.id }
        return switch (mine, mine?.allowedBy) {
        case (nil, _):
            [Note(.quiet, "Each look takes two people.", "Ask first; a colleague then allows it.", icon: .lock)]
        case (_, nil): [Note(.hold, "You have asked.", "A colleague has to allow it before you can see them.")]
        case (_, let who?):
            [Note(.clear, "You may look once.", "\(names[who] ?? "A colleague") has allowed it. Say again why.")]
        }
    }

    private static func facts(_ login: LoginDetails) -> [Fact] {
        [Fact("User name", login.userName), Fact("Password", login.password)]
            + (login.note.isEmpty ? [] : [Fact("Besides", login.note)])
    }

    private static func facts(
        _ lodged: LodgedLogin?, _ names: [Identifier<User>: String], _ account: OfficialAccount, now: Date
    ) -> [Fact] {
        let changed = account.details.passwordChangedAt.map { Fact("Password changed", When.date($0)) }
        guard let lodged else { return [Fact("Lodged", "Nothing has been lodged here")] + [changed].compactMap(\.self) }
        let by = names[lodged.lodgedBy] ?? "someone who has left"
        return [
            Fact("Lodged", "\(When.near(lodged.lodgedAt, now: now)) by \(by)"),
            Fact("Sealed with the key", lodged.keyID),
        ] + [changed].compactMap(\.self)
    }
}
