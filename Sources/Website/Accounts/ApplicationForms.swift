import Actions
import Foundation
import Governance
import Reading

extension AccountDesk {
    /// The account that is to be brought into order, as far as whoever asks reads it; nil for a new one.
    private func existing(_ id: String) async throws -> OfficialAccount? {
        guard !id.isEmpty else { return nil }
        guard let account = try await work.database.officialAccount(Identifier(id)), reach.reaches(account) else {
            throw TurnedAway.notFound
        }
        return account
    }

    /// The schools for which they can ask: where they hold a role, whichever; the only one where there is one.
    private func askingSchools() async throws -> [School] {
        let schools = try await work.database.schools()
        return schools.count == 1 ? schools : schools.filter { me.authority.holds(any: Role.allCases, at: $0.id) }
    }

    /// The school that a form names; the first of theirs where it names none.
    func askingSchool(_ form: Form) async throws -> Identifier<School> {
        if let account = try await existing(form["account"]) { return account.account.school }
        let schools = try await askingSchools()
        guard let first = schools.first else {
            throw ActionError.notPermitted(
                "An account is asked for by somebody with a role at its school. An administrator gives one")
        }
        guard !form["school"].isEmpty else { return first.id }
        guard let chosen = schools.first(where: { $0.id.text == form["school"] }) else { throw TurnedAway.notFound }
        return chosen.id
    }

    /// The form of asking for an account, with the points that the policy wants made.
    func askingForm(_ sent: Form? = nil, problems: [Problem] = []) async throws -> Page {
        let known = try await existing(sent?["account"] ?? visit.query["account"])
        let form = sent ?? known.map { Self.form(of: $0.asCase) } ?? Form()
        let runsIt = if let known { try await emails(of: known) } else { [(id: me.user.id, email: me.user.email)] }
        let schools = try await askingSchools()
        let terms = try await work.accountTerms(at: try await askingSchool(form))
        return Page(
            known.map { "Bring \($0.account.name) into order" } ?? "Ask for an account",
            lead: lead(terms), crumb: Crumb("Accounts", visit.link(.accounts)), problems: problems, frame: .journey,
            room: .accounts,
            FormPage(
                to: visit.link(.accountAsking),
                (known.map { [.hidden("account", $0.id.text)] } ?? schoolField(form, schools))
                    + which(form, problems) + points(form, terms, problems)
                    + [.heading("Who runs it")]
                    + AccountForms.operators(
                        form, chosen: sent == nil ? runsIt : [],
                        users: try await runners(), problems: problems),
                button: terms.leave == .decision ? "Ask for this account" : "Go on to tell its address",
                cancel: HeadAction("Not now", visit.link(.accounts))))
    }

    private func lead(_ terms: AccountTerms) -> String {
        let roles = terms.deciders.map { "the \($0.title)" }.joined(separator: " or ")
        return terms.leave == .decision
            ? "It is decided by \(roles), never by whoever asks."
            : "Nobody has to approve it, but \(roles) is told its address before it goes live."
    }

    private static func form(of asked: AccountCase) -> Form {
        let values: [String: [String]] = [
            "name": [asked.name], "network": [asked.network.rawValue], "type": [asked.type.rawValue],
            "readers": [asked.readers.rawValue], "sixthForm": asked.forSixthForm ? ["yes"] : [],
            "personal": [asked.isPersonal ? "yes" : "no"], "aim": [asked.aim], "audience": [asked.audience],
            "promotion": [asked.promotion], "openness": asked.openness.map { [$0.rawValue] } ?? [],
            "account": [asked.existing?.text ?? ""],
        ]
        return Form(values: values, files: [:])
    }

    private func schoolField(_ form: Form, _ schools: [School]) -> [FormPage.Part] {
        guard schools.count > 1 else { return [] }
        return [
            .select(
                SelectField(
                    "school", "For which school?", hint: "Its policy counts.", schools.map { ($0.id.text, $0.name) },
                    chosen: form["school"].isEmpty ? me.authority.onlySchool?.text ?? "" : form["school"]))
        ]
    }

    private func which(_ form: Form, _ problems: [Problem]) -> [FormPage.Part] {
        [
            .heading("Which account"),
            .text(
                TextField(
                    "name", "What you call it", hint: "For example, Reading club on Instagram", value: form["name"],
                    autocomplete: "off", problems: problems)),
            .select(
                SelectField(
                    "network", "Network", Network.allCases.map { ($0.rawValue, $0.title) }, chosen: form["network"],
                    problems: problems)),
            .select(
                SelectField(
                    "type", "Whose account will it be?",
                    Draft.AccountType.allCases.map { ($0.rawValue, AccountWords.title(of: $0)) },
                    chosen: form["type"], problems: problems)),
            .choices(
                ChoiceField(
                    "sixthForm", "Sixth form", several: true, [("yes", "It is the sixth form’s", nil)],
                    chosen: Set(form.all("sixthForm")))),
            .choices(
                ChoiceField(
                    "readers", "Who reads it?",
                    PostingAccount.Readers.allCases.map { ($0.rawValue, AccountWords.title(of: $0), nil) },
                    chosen: [form["readers"].isEmpty ? "families" : form["readers"]], problems: problems)),
            AccountForms.yesNo(
                "personal", "Is it anybody’s personal account?",
                yes: ("Yes, somebody has it already for themselves", nil),
                no: ("No, it is set up for the school", nil), chosen: false, form, problems: problems),
        ]
    }

    private func points(_ form: Form, _ terms: AccountTerms, _ problems: [Problem]) -> [FormPage.Part] {
        let area = { (id: String, label: String, hint: String?) -> FormPage.Part in
            .area(TextField(id, label, hint: hint, value: form[id], problems: problems))
        }
        var parts: [FormPage.Part] = [.heading("Why it is needed")]
        if terms.points.contains("talk") {
            parts.append(
                area("talk", "When did you talk it over with the headteacher?", "And what did you agree?"))
        }
        if terms.points.contains("reason") {
            parts.append(
                area(
                    "reason", "What is the strong reason, of teaching or of business?",
                    "None is opened that is not needed."))
        }
        parts += [
            area("aim", "What is it for?", "Its aim, in a sentence or two."),
            area("audience", "Whom is it meant for?", nil),
            area("promotion", "How will people hear of it?", nil),
            .choices(
                ChoiceField(
                    "openness", "Open or closed?",
                    AccountOpenness.allCases.map { ($0.rawValue, AccountWords.title(of: $0), nil) },
                    chosen: [form["openness"]], problems: problems)),
        ]
        if terms.points.contains("teaching") {
            parts += [
                .heading("If it is for teaching"),
                area("teaching-group", "Which class?", "Who of the pupils takes part."),
                area(
                    "teaching-ages", "How old are they?",
                    "And the age that the network asks for: \(AccountWords.minimumAges(of: Network.allCases))."),
                area("teaching-risks", "What could go wrong, and what do you do about it?", nil),
            ]
        }
        return parts
    }

    /// The form of putting on record that it is open.
    func openingForm(_ form: Form = Form(), problems: [Problem] = []) async throws -> Page {
        let application = try await application()
        let known = application.asked.existing
        let account = known == nil ? nil : try await work.database.officialAccount(known ?? Identifier(""))
        let handle = form.has("handle") ? form["handle"] : application.address ?? account?.account.handle ?? ""
        return Page(
            "Open \(application.asked.name)",
            lead: "Set it up on \(application.asked.network.title) first, then put here what you set.",
            crumb: Crumb(application.asked.name, link(application.id)), problems: problems, frame: .journey,
            room: .accounts,
            FormPage(
                to: visit.link(.accountOpening(.value(application.id.text))),
                notes: try await takingOn(at: application.school),
                [
                    .text(
                        TextField(
                            "handle", "Its name or address there", hint: "For example, @harbourview", value: handle,
                            autocomplete: "off", problems: problems)),
                    AccountForms.yesNo(
                        "personal", "Is it apart from every personal account?",
                        yes: ("No, it hangs on somebody’s personal account", nil),
                        no: ("Yes, it is an account of its own", nil), chosen: false, form, problems: problems),
                ]
                    + AccountForms.settings(account?.details ?? AccountDetails(), form, problems: problems)
                    + [
                        .text(
                            TextField(
                                "why", "Why, if the policy would have a setting otherwise",
                                hint: "A senior leader can let it stand.", value: form["why"], problems: problems))
                    ], button: "Put on record that it is open",
                cancel: HeadAction("Not yet", link(application.id))))
    }
}
