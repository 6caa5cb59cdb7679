import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// The page of the account of the address.
    func page(problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let terms = try await work.accountTerms(at: account.account.school)
        let asked = try await work.database.accountApplications().filter {
            $0.account == account.id || $0.asked.existing == account.id
        }
        let lodged = try await work.database.lodgedLogins()[account.id]
        let open = try await work.database.openTasks(about: .account, seenBy: me.user.id)
            .filter { $0.subject.id == account.id.text }.map(\.kind)
        let gone = try await work.database.leavers()
        let handovers = try await work.database.openHandovers(of: account.id)
        let keeps = keeps(account.account.school)
        let runs = keeps || account.operators.contains { $0.user == me.user.id }
        let inUse = account.state.isInUse
        let part = SiteURL.Part.value(account.id.text)
        let openness = account.details.openness.map { " \(AccountWords.title(of: $0))." } ?? ""
        var links: [HeadAction] = []
        if inUse, me.authority.holds(any: PublishingRoles.writing, at: account.account.school) {
            links.append(HeadAction("Answer somebody", visit.link(.accountReply(part))))
        }
        if keeps { links.append(HeadAction("Change its entry", visit.link(.accountChange(part)))) }
        return Page(
            account.account.name, crumb: Crumb("Accounts", visit.link(.accounts)), problems: problems, room: .accounts,
            AccountPage(
                tag: AccountWords.tag(account.state, open: open),
                byline: "\(account.account.network.title), \(account.account.handle).\(openness)",
                notes: notes(account, asked, terms), duties: inUse ? try await duties(account) : [],
                acts: inUse ? try await acts(account, runs: runs, keeps: keeps, problems) : [],
                login: login(account, lodged, terms), connection: try await connectionPart(account),
                story: try await story(
                    of: [RecordSubject(.account, account.id)]
                        + asked.map { RecordSubject(.accountApplication, $0.id) }),
                people: account.operators.map { person in
                    AccountPage.Runner(
                        name: person.name, says: (person.isLead ? "Lead, " : "") + person.kind.title,
                        tag: gone.contains(person.user)
                            ? Tag(.hold, "Has left")
                            : handovers.first { $0.leaver == person.user }.map { AccountWords.tag($0.cause) })
                }, changePeople: keeps && inUse ? visit.link(.accountPeople(part)) : nil, facts: facts(account),
                changeSettings: runs && inUse ? visit.link(.accountSettings(part)) : nil, links: links,
                close: keeps && inUse ? visit.link(.accountClosing(part)) : nil))
    }

    /// What is known of its log-in details, for those who see the register.
    private func login(_ account: OfficialAccount, _ lodged: LodgedLogin?, _ terms: AccountTerms) -> AccountPage.Login {
        AccountPage.Login(
            says: lodged == nil ? "Nothing has been lodged" : custody(terms) + ", encrypted",
            clause: chip(terms.custodySections),
            facts: [
                Fact("Password", loginWords(account)),
                Fact("Second step", AccountWords.onOff(account.details.twoFactor)),
                Fact("Recovery address", account.details.recoveryEmail ?? "Not known"),
            ],
            link: HeadAction(
                lodged == nil ? "Lodge them" : account.state.isInUse ? "See or change them" : "See them",
                visit.link(.accountLogin(.value(account.id.text)))))
    }

    private func notes(
        _ account: OfficialAccount, _ asked: [AccountApplication], _ terms: AccountTerms
    ) -> [Note] {
        if account.state.isInUse, let outside = terms.outside(account.account) {
            return [
                Note(
                    .block, "It is outside the policy.",
                    "\(outside). Nothing goes out on it, and it is not connected. Close it, or have the policy name its network.",
                    clause: chip(terms.networkSections))
            ]
        }
        guard account.state == .legacy else { return [] }
        if let open = asked.first(where: \.state.isOpen) {
            return [
                Note(
                    .hold, "It is being brought into order.", "What was asked waits: \(open.state.title.lowercased()).",
                    link: HeadAction("See what was asked", link(open.id)))
            ]
        }
        return [
            Note(
                .hold, "Nobody has decided on this account.",
                "It was here before the register was. It can be used as it is, until it is brought into order or closed.",
                clause: chip(terms.leaveSections),
                link: HeadAction("Bring it into order", visit.link(.accountAsking) + "?account=\(account.id.text)"))
        ]
    }

    private func duties(_ account: OfficialAccount) async throws -> [LedgerEntry] {
        let tasks = try await work.database.openTasks(about: .account, seenBy: me.user.id)
            .filter { $0.subject.id == account.id.text }
        var entries = tasks.compactMap { task -> LedgerEntry? in
            var entry = LedgerEntry(account: task, in: visit)
            entry?.link = nil
            return entry
        }
        var later: [(day: Date, entry: LedgerEntry)] = []
        if account.state.isInUse, let next = account.details.nextReview,
            !tasks.contains(where: { $0.kind == .reviewAccount })
        {
            later.append(
                (
                    next,
                    LedgerEntry(
                        When.date(next), title: "Is it still needed?", tag: Step.toDo,
                        text: "Every account is asked about once a year.", ours: .goodPractice)
                ))
        }
        if account.state.isInUse, let next = try await work.database.passwordsDue()[account.id],
            !tasks.contains(where: { $0.kind == .changeLogin })
        {
            later.append(
                (
                    next,
                    LedgerEntry(
                        When.date(next), title: "Change its password", tag: Step.toDo,
                        text: "A password is changed before it is old.")
                ))
        }
        entries += later.sorted { $0.day < $1.day }.map(\.entry)
        return entries
    }

    /// What can be done here about what is due.
    private func acts(
        _ account: OfficialAccount, runs: Bool, keeps: Bool, _ problems: [Problem]
    ) async throws -> [PostPage.ActForm] {
        let part = SiteURL.Part.value(account.id.text)
        let tasks = try await work.database.openTasks(about: .account, seenBy: me.user.id)
            .filter { $0.subject.id == account.id.text }.map(\.kind)
        var acts: [PostPage.ActForm] = []
        if runs, tasks.contains(.checkAccount) {
            acts.append(
                PostPage.ActForm(
                    action: visit.link(.accountCheck(part)), heading: "Say that you have looked at it",
                    says: "Look at its posts, its comments and its settings on the network itself.",
                    reason: TextField("found", "What did you see?", value: visit.form["found"], problems: problems),
                    button: "Keep this on record", open: problems.contains { $0.field == "found" }))
        }
        if keeps, tasks.contains(.reviewAccount) {
            acts.append(
                PostPage.ActForm(
                    action: visit.link(.accountReview(part)), heading: "Say that it is still needed",
                    says: "If it is not, close it.",
                    reason: TextField(
                        "needed", "Why is it still needed?", value: visit.form["needed"], problems: problems),
                    button: "Keep this on record", open: problems.contains { $0.field == "needed" }))
        }
        return acts
    }

    private func facts(_ account: OfficialAccount) -> [Fact] {
        let details = account.details
        let facts: [(String, String?)] = [
            ("Whose", AccountWords.title(of: account.account.type)),
            ("Read by", AccountWords.title(of: account.account.readers)), ("Purpose", details.purpose),
            ("Audience", details.audience),
            ("Sixth form", details.forSixthForm == true ? "It is the sixth form’s" : nil),
            ("Made known by", details.promotion),
            ("Comments", AccountWords.onOff(details.comments)), ("Tagging", AccountWords.onOff(details.tagging)),
            ("Privacy settings looked at", AccountWords.day(details.privacyCheckedAt)),
            ("Password changed", AccountWords.day(details.passwordChangedAt)),
            ("Second step at sign-in", AccountWords.onOff(details.twoFactor)),
            ("Registered with", details.loginEmail), ("Recovery address", details.recoveryEmail),
            ("On the register since", AccountWords.day(account.addedAt)),
            ("Closed", account.closedAt.map { When.date($0) }),
        ]
        return facts.compactMap { name, text in text.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
    }

    /// The form of who runs it.
    func peopleForm(_ form: Form = Form(), problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let trained = Set(account.operators.filter { $0.isTrained == true }.map(\.user.text))
        return Page(
            "Who runs \(account.account.name)?", crumb: Crumb(account.account.name, link(account.id)),
            problems: problems, frame: .journey, room: .accounts,
            FormPage(
                to: visit.link(.accountPeople(.value(account.id.text))),
                notes: try await takingOn(at: account.account.school),
                AccountForms.operators(
                    form, chosen: try await emails(of: account), users: try await runners(), problems: problems)
                    + (try await trainedChoice(
                        of: account, chosen: form.has("trained") ? Set(form.all("trained")) : trained)) + [
                        .text(
                            TextField(
                                "why", "Why does it change?", hint: "It goes on the record.", value: form["why"],
                                problems: problems))
                    ], button: "Save who runs it", cancel: HeadAction("Leave it as it is", link(account.id))))
    }

    /// Which of those whom the school does not train as staff are trained, as far as whoever decides knows.
    private func trainedChoice(of account: OfficialAccount, chosen: Set<String>) async throws -> [FormPage.Part] {
        let kinds = Set(Binding.Who.allCases.filter(\.isVouchedFor))
        let found = try await WhoChoice(UserQuery(kinds: kinds, isHere: true), in: visit)
        let vouched =
            found.isLong
            ? account.operators.filter { kinds.contains($0.kind) }.map { (id: $0.user, name: $0.name, kind: $0.kind) }
            : found.choices.map { (id: $0.user.id, name: $0.user.name, kind: $0.user.kind) }
        guard !vouched.isEmpty else { return [] }
        return [
            .choices(
                ChoiceField(
                    "trained", "Who of these is trained, if they run it?", hint: Self.vouchingHint,
                    several: true, vouched.map { ($0.id.text, "\($0.name), \($0.kind.title)", nil) }, chosen: chosen))
        ]
    }

    func emails(of account: OfficialAccount) async throws -> [(id: Identifier<User>, email: String)] {
        var emails: [(id: Identifier<User>, email: String)] = []
        for person in account.operators {
            emails.append((person.user, try await work.database.user(person.user)?.user.email ?? ""))
        }
        return emails
    }

    static let vouchingHint =
        "Tick those whose training you know of. Of staff the register of training says it."

    /// The form of its settings.
    func settingsForm(_ form: Form = Form(), problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        return Page(
            "Settings of \(account.account.name)",
            lead: "What it is for, and how it is set on \(account.account.network.title) now.",
            crumb: Crumb(account.account.name, link(account.id)), problems: problems, frame: .journey,
            room: .accounts,
            FormPage(
                to: visit.link(.accountSettings(.value(account.id.text))),
                [.heading("What it is for")]
                    + AccountForms.purpose(account.details, form, problems: problems)
                    + [.heading("How it is set")]
                    + AccountForms.settings(account.details, form, problems: problems)
                    + (keeps(account.account.school)
                        ? [.text(AccountForms.review(account.details.nextReview, form, problems: problems))] : []) + [
                        .text(
                            TextField(
                                "why", "Why, if the policy would have it otherwise",
                                hint: "A senior leader can let a setting stand that the policy holds.",
                                value: form["why"], problems: problems))
                    ], button: "Save the settings", cancel: HeadAction("Leave them as they are", link(account.id))))
    }

    /// The form of closing it.
    func closingForm(_ form: Form = Form(), problems: [Problem] = []) async throws -> Page {
        let account = try await account()
        let area = { (id: String, label: String, hint: String) -> FormPage.Part in
            .area(TextField(id, label, hint: hint, value: form[id], problems: problems))
        }
        return Page(
            "Close \(account.account.name)?",
            lead: "First close it on \(account.account.network.title). Nothing can be published there any more.",
            crumb: Crumb(account.account.name, link(account.id)), problems: problems, frame: .journey,
            room: .accounts,
            FormPage(
                to: visit.link(.accountClosing(.value(account.id.text))),
                [
                    area("reason", "Why is it closed?", "It goes on the record."),
                    area(
                        "archive", "What was kept of it, and where?", "Such as: its posts as a file, with the office."),
                    area(
                        "followers", "What becomes of its followers?",
                        "Such as: a last post sent them to the school’s main account."),
                    area("proof", "What does its address show now?", "Such as: “Page not found”."),
                ], button: "Put on record that it is closed", cancel: HeadAction("Leave it open", link(account.id))))
    }
}
