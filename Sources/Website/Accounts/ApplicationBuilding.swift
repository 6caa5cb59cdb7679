import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// The page of the application of the address.
    func applicationPage(problems: [Problem] = []) async throws -> Page {
        let application = try await application()
        let terms = try await work.accountTerms(at: application.school)
        let names = try await work.database.userNames()
        let (operators, decision) = try await CheckApplication(application.id).perform(in: work)
        let subjects =
            [RecordSubject(.accountApplication, application.id)]
            + (application.account.map { [RecordSubject(.account, $0)] } ?? [])
        let isMine = application.by == me.user.id
        let by = names[application.by] ?? "Someone who has left"
        let waits = application.state == .asked
        return Page(
            application.asked.name, crumb: Crumb("Accounts", visit.link(.accounts) + "?show=asked"),
            problems: problems, room: .accounts,
            ApplicationPage(
                tag: AccountWords.tag(application.state),
                byline: "Asked for by \(by) on \(When.date(application.askedAt)).",
                notes: try await notes(application, terms, isMine: isMine), facts: try await facts(application),
                people: application.state.isOpen
                    ? operators.map { runner($0, decision) }
                    : application.asked.operators.map {
                        AccountPage.Runner(name: names[$0] ?? "Someone who has left", says: "Named to run it", tag: nil)
                    },
                findings: application.state.isOpen
                    ? decision.findings.enumerated().map { FindingLine($1, number: $0 + 1, in: visit) } : [],
                decision: waits ? try await decisionForm(application, terms, operators, problems) : nil,
                telling: waits && terms.leave == .telling && mayTell(application)
                    ? tellingForm(application, terms, problems) : nil,
                open: mayOpen(application, terms)
                    ? visit.link(.accountOpening(.value(application.id.text))) : nil,
                story: try await story(of: subjects),
                withdrawal: (isMine || keeps(application.school)) && application.state.isOpen
                    ? withdrawal(application, problems) : nil,
                account: application.account.map { link($0) }))
    }

    private func notes(
        _ application: AccountApplication, _ terms: AccountTerms, isMine: Bool
    ) async throws -> [Note] {
        let roles = terms.deciders.map { "the \($0.title)" }.joined(separator: " or ")
        switch application.state {
        case .asked where terms.leave == .decision:
            return [
                Note(
                    .hold, "It waits for \(roles).",
                    isMine ? "Nobody decides on what they asked for themselves." : "Nothing is opened before that.",
                    clause: chip(terms.leaveSections))
            ]
        case .asked:
            return [
                Note(
                    .hold, "Its address has not been told yet.", "It must not go live before \(roles) is told.",
                    clause: chip(terms.leaveSections))
            ]
        case .approved, .told:
            let who =
                switch terms.opener {
                case .administrator: "The administrator or moderator opens it."
                case .asker: "Whoever asked for it opens it."
                case .staff: "Those who will run it open it."
                }
            return [
                Note(.clear, "It may be opened now.", who, clause: chip(terms.openingSections))
            ]
        case .rejected:
            return [Note(.block, "It was rejected.", application.reason.map(quoted) ?? "")]
        case .opened, .withdrawn: return []
        }
    }

    private func facts(_ application: AccountApplication) async throws -> [Fact] {
        let asked = application.asked
        let schools = try await work.database.schools()
        let facts: [(String, String?)] = [
            ("School", schools.count > 1 ? schools.first { $0.id == application.school }?.name : nil),
            ("Network", asked.network.title + (asked.forSixthForm ? ", the sixth form’s" : "")),
            ("Whose", AccountWords.title(of: asked.type)), ("Read by", AccountWords.title(of: asked.readers)),
            ("Talked over", asked.talk), ("Reason", asked.reason), ("Aim", asked.aim), ("Audience", asked.audience),
            ("Made known by", asked.promotion), ("Open or closed", asked.openness.map { AccountWords.title(of: $0) }),
            ("Class", asked.teaching?.group), ("Their ages", asked.teaching?.ages),
            ("Risks thought of", asked.teaching?.risks), ("Address", application.address),
            ("Already there", asked.existing == nil ? nil : "Yes: it is to be brought into order"),
        ]
        return facts.compactMap { name, text in text.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
    }

    private func runner(_ person: AccountOperator, _ decision: Decision) -> AccountPage.Runner {
        let asked = decision.findings.filter { $0.refs == [person.user.text] }
        let reading = person.hasRead ? "has read the policy" : "has not read the policy"
        let training = person.isTrained == true ? "is trained" : "has no training on record"
        return AccountPage.Runner(
            name: person.name, says: (person.isLead ? "Lead, " : "") + "\(person.kind.title), \(reading), \(training)",
            tag: asked.isEmpty ? Tag(.clear, "Ready") : Tag(.hold, "Not ready", icon: .clock))
    }

    private func decisionForm(
        _ application: AccountApplication, _ terms: AccountTerms, _ operators: [AccountOperator],
        _ problems: [Problem]
    ) async throws -> ApplicationPage.DecisionForm? {
        guard terms.leave == .decision, application.by != me.user.id,
            try await mayDecide(application, terms)
        else { return nil }
        let vouched = operators.filter { $0.kind.isVouchedFor && $0.isTrained != true }
        return ApplicationPage.DecisionForm(
            action: visit.link(.accountDecision(.value(application.id.text))),
            answer: ChoiceField(
                "answer", "What do you decide?",
                [
                    ("approve", "Approve it", "It may then be opened"),
                    ("reject", "Reject it", "Whoever asked is told why"),
                ], chosen: [visit.form["answer"]], problems: problems),
            trained: vouched.isEmpty
                ? nil
                : ChoiceField(
                    "trained", "Who of these is trained?", hint: Self.vouchingHint,
                    several: true, vouched.map { ($0.user.text, $0.name, nil) },
                    chosen: Set(visit.form.all("trained"))),
            reason: TextField(
                "reason", "Why", hint: "Needed if you reject it, or if something is held.",
                value: visit.form["reason"], problems: problems))
    }

    private func mayDecide(_ application: AccountApplication, _ terms: AccountTerms) async throws -> Bool {
        let roles = terms.deciders.flatMap { Releasing.ladder(from: $0) }
        let holders = try await work.database.holders(of: Set(roles), at: application.school)
        let deciders = terms.deciders(withoutApplicant: application.by) { holders[$0] ?? [] }
        return me.authority.holds(any: deciders, at: application.school)
    }

    private func mayTell(_ application: AccountApplication) -> Bool {
        application.by == me.user.id || application.asked.operators.contains(me.user.id)
    }

    private func mayOpen(_ application: AccountApplication, _ terms: AccountTerms) -> Bool {
        guard [.approved, .told].contains(application.state) else { return false }
        return switch terms.opener {
        case .administrator: me.authority.holds(any: terms.openingRoles, at: application.school)
        case .asker: application.by == me.user.id
        case .staff: mayTell(application)
        }
    }

    private func tellingForm(
        _ application: AccountApplication, _ terms: AccountTerms, _ problems: [Problem]
    ) -> ApplicationPage.TellingForm {
        let roles = terms.deciders.map { "the \($0.title)" }.joined(separator: " and ")
        return ApplicationPage.TellingForm(
            action: visit.link(.accountTelling(.value(application.id.text))),
            says: "Everyone here who is \(roles) gets its address, and that stands on record.",
            address: TextField(
                "address", "The name or address it will have", hint: "For example, @harbourview",
                value: visit.form["address"], autocomplete: "off", problems: problems))
    }

    private func withdrawal(_ application: AccountApplication, _ problems: [Problem]) -> PostPage.ActForm {
        PostPage.ActForm(
            action: visit.link(.accountWithdrawal(.value(application.id.text))), heading: "Take it back",
            says: "Nothing more is asked of anybody.",
            reason: TextField("why", "Why do you take it back?", value: visit.form["why"], problems: problems),
            button: "Take it back", open: problems.contains { $0.field == "why" })
    }
}
