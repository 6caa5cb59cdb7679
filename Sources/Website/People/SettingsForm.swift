import Governance

/// What an organisation or one of its schools chooses for itself, beside its policy.
enum SettingsForm {
    /// Whose settings they are.
    struct Scope {
        /// The school's name, or the organisation's.
        var name: String
        /// What holds where the school says nothing; nil where nothing stands above.
        var above: Settings?
        /// The number of the last change that was shown, so that two people do not overwrite each other.
        var seen = 0
        /// When it was changed last and by whom: `today at 15:42 by Helen Osei`.
        var last: String?
        /// Who changed what, the latest first.
        var changes: [String] = []
        /// That two people are asked for here by its own choice, so that going back says why.
        var asksForTwo = false
        /// A wish to go back to one that waits.
        var waiting: Note?
        /// The organisation has several schools, and people of its own.
        var isOneOfSeveral = true
    }

    static func page(
        _ form: Form, of scope: Scope, to link: String, schools: HeadAction? = nil, saved: Bool = false,
        problems: [Problem] = []
    ) -> Page {
        let area = { (id: String, label: String, hint: String) in
            FormPage.Part.area(TextField(id, label, hint: hint, value: form[id], short: true, problems: problems))
        }
        let list = { (id: String, label: String, hint: String, path: KeyPath<Settings, [String]?>) in
            let above = scope.above?[keyPath: path] ?? []
            return area(id, label, hint + (above.isEmpty ? "" : " Everywhere: \(above.joined(separator: ", "))."))
        }
        let text = { (id: String, label: String, hint: String, path: KeyPath<Settings, String?>) in
            area(id, label, hint + instead(scope.above?[keyPath: path]))
        }
        let line = { (id: String, label: String, hint: String) in
            FormPage.Part.text(TextField(id, label, hint: hint, value: form[id], short: true, problems: problems))
        }
        let parts: [FormPage.Part] =
            [
                .hidden("seen", "\(scope.seen)"), .section("may-stand", "What may stand in a post"),
                list(
                    "phones", "The school’s own telephone numbers",
                    "One a line. They are not found as personal data.", \.phones),
                list("emails", "The school’s own e-mail addresses", "One a line.", \.emails),
                list("postcodes", "The school’s own postcodes", "One a line.", \.postcodes),
                list("allowedHosts", "Sites known to be fit", "One a line, for example bbc.co.uk.", \.allowedHosts),
                .section("may-not", "What may not"),
                list("deniedHosts", "Sites known to be unfit", "One a line.", \.deniedHosts),
                list(
                    "confidentialWords", "Words that must stay in", "One a line: names of projects, of cases.",
                    \.confidentialWords),
                list(
                    "suppliers", "Suppliers",
                    "One a line. Praise or blame of them is found where the policy asks.", \.suppliers),
            ] + working(form, scope, problems) + [
                .section("words", "Our words"),
                text("tone", "Our tone", "Shown where one writes.", \.tone),
                text("guidance", "Our own guidance", "Shown where one writes.", \.guidance),
                text(
                    "dslContact", "How to reach the safeguarding lead",
                    "One or two sentences, at the foot of every page.", \.dslContact),
                .section("looks", "How it looks"),
                line(
                    "colour", "The school’s colour",
                    "As in #0f6674. It is made readable by itself." + instead(scope.above?.colour)),
                line(
                    "pupilWord", "Our word for a pupil",
                    "In the singular: pupil, student, learner, child." + instead(scope.above?.pupilWord)),
            ]
        return Page(
            "Settings of \(scope.name)", title: "Settings",
            lead:
                "What the policy does not say. "
                + (scope.isOneOfSeveral
                    ? "Administrators, headteachers, senior leaders and the trust’s marketing manager may change it."
                    : "Administrators, headteachers and senior leaders may change it."),
            actions: schools.map { [$0] } ?? [], problems: problems, room: .settings,
            FormPage(
                to: link,
                notes: (saved
                    ? [Note(.clear, "Saved.", "It counts from the next check on, and is on the record.")] : [])
                    + [scope.waiting].compactMap(\.self),
                parts, button: "Save",
                more: FormPage.More(
                    scope.last.map { "Changed last \($0)" } ?? "Who changed what",
                    scope.changes.isEmpty ? ["Nobody has changed anything yet."] : scope.changes)))
    }

    private static func instead(_ above: String?) -> String {
        above.map { " Empty: as everywhere, “\($0.prefix(120))”." } ?? ""
    }

    private static func working(_ form: Form, _ scope: Scope, _ problems: [Problem]) -> [FormPage.Part] {
        // a school by itself has nobody of a trust, unless it has named one
        let trust: Set<Role> = [.trustMarketing, .trustExecutive, .trustCEO]
        let named = Set(form.all("resumedBy") + form.all("vacanciesBy"))
        let isOffered = { (role: Role) in
            scope.isOneOfSeveral || !trust.contains(role) || named.contains(role.rawValue)
        }
        let own: [(String, String, String?)] = [
            ("yes", "Every post is approved by someone else", "Ours: the papers do not demand it."),
            ("no", "Only what a rule holds", "What a rule holds still waits for its release."),
        ]
        let above = scope.above.map { settings in
            [("", "As everywhere: \(settings.isApprovalNeeded ? own[0].1 : own[1].1)", nil as String?)]
        }
        let resumers =
            [Role.slt, .headteacher, .dsl] + [Role.trustMarketing, .trustExecutive, .trustCEO].filter(isOffered)
        let vacancies = (scope.above ?? Settings()).writersOfVacancies.map(\.title).joined(separator: ", ")
        let usual = (scope.above ?? Settings()).resumers.map(\.title).joined(separator: ", ")
        return [
            .section("publishing", "Approval and publishing"),
            .choices(
                ChoiceField(
                    "approval", "Approval before publication", (above ?? []) + own, chosen: [form["approval"]],
                    problems: problems)),
            .choices(
                ChoiceField(
                    "resumedBy", "Who lets posts go out again after a pause?", hint: "None ticked: \(usual).",
                    several: true, resumers.map { ($0.rawValue, $0.title, nil) },
                    chosen: Set(form.all("resumedBy")), problems: problems)),
            .text(
                TextField(
                    "reviewAfterWeeks", "Weeks until an author looks again at a post",
                    hint: "From 1 to 520. Empty: \((scope.above ?? Settings()).weeksToReview).",
                    value: form["reviewAfterWeeks"], short: true, problems: problems)),
            .choices(
                ChoiceField(
                    "publicNews", "A public page of what we publish, with a feed",
                    (scope.above.map { [("", "As everywhere: \($0.isNewsPublic ? "yes" : "no")", nil as String?)] }
                        ?? [])
                        + [
                            (
                                "yes", "Yes",
                                "Words and dates of posts that are out, without pictures, at /news, and of each school by "
                                    + "itself"
                            ),
                            ("no", "No", nil),
                        ], chosen: [form["publicNews"]], problems: problems)),
            .text(
                TextField(
                    "preElectionFrom", "Before an election: the first day on which posts name nobody who stands in it",
                    hint:
                        "Ours, good practice: a party, candidate or office-holder that is named then is held for a senior "
                        + "leader, whether a side is taken or not. "
                        + (scope.above?.preElection.map {
                            "Empty: from \($0.first.inWords) to \($0.last.inWords), as everywhere."
                        } ?? "Empty: no such days."),
                    value: form["preElectionFrom"], type: "date", short: true, problems: problems)),
            .text(
                TextField(
                    "preElectionUntil", "Before an election: the last of these days, usually that of the vote",
                    value: form["preElectionUntil"], type: "date", short: true, problems: problems)),
            .text(
                TextField(
                    "xDollarsAMonth", "US dollars that X may charge a school in a month",
                    hint: (Network.x.priceSentence.map { $0 + " " } ?? "")
                        + "A post that would go past the limit is left to a person, who posts it for nothing. Whole dollars. Empty: "
                        + (scope.above?.xDollarsAMonth.map { "\($0)." } ?? "no limit."),
                    value: form["xDollarsAMonth"], short: true, problems: problems)),
            .choices(
                ChoiceField(
                    "vacanciesBy", "Who writes vacancies, where the policy has the school itself post them?",
                    hint: "None ticked: \(vacancies). Nobody else’s vacancy can be sent.", several: true,
                    PublishingRoles.writing.filter(isOffered).map { ($0.rawValue, $0.title, nil) },
                    chosen: Set(form.all("vacanciesBy")), problems: problems)),
            .section("families", "Pictures and families"),
            .choices(
                ChoiceField(
                    "asksFamilies", "Ask families about pictures when a \((scope.above ?? Settings()).pupil) joins",
                    hint: "Where the policy asks for it, they are asked whatever is chosen here.",
                    (scope.above.map { [("", "As everywhere: \($0.isAskingFamilies ? "yes" : "no")", nil as String?)] }
                        ?? []) + [("yes", "Yes", nil), ("no", "Only where the policy asks for it", nil)],
                    chosen: [form["asksFamilies"]], problems: problems)),
            .text(
                TextField(
                    "answersEndAfterPhaseDays", "Days until old answers about pictures end after a change of phase",
                    hint:
                        "From primary to secondary, or into the sixth form, families are asked again. From 14 to 730. "
                        + ((scope.above?.answersEndAfterPhaseDays).map { "Empty: \($0)." }
                            ?? "Empty: they stand until a new answer."),
                    value: form["answersEndAfterPhaseDays"], short: true, problems: problems)),
            .text(
                TextField(
                    "leaversAnswersYears", "Years for which answers about pictures of leavers are kept as proof",
                    hint:
                        "From 1 to 50. Empty: \((scope.above ?? Settings()).yearsToKeepLeaversAnswers). One year is what "
                        + "the records toolkit for schools names; check it with your own retention schedule.",
                    value: form["leaversAnswersYears"], short: true, problems: problems)),
            .section("policy", "Reading the policy"),
            .text(
                TextField(
                    "acknowledgeWithinDays", "Days to read a new version of the policy and say so",
                    hint: "From 1 to 180. Empty: \((scope.above ?? Settings()).daysToAcknowledge). "
                        + "Ours: the papers name no time.",
                    value: form["acknowledgeWithinDays"], short: true, problems: problems)),
            .select(
                SelectField(
                    "questionsTo", "Who answers questions about the policy, where it names nobody?",
                    [("", "As usual: \(((scope.above ?? Settings()).questionsTo ?? .headteacher).title)")]
                        + Role.allCases.sorted().map { ($0.rawValue, $0.title.capitalisedFirst) },
                    chosen: form["questionsTo"], problems: problems)),
            .section("accounts", "Accounts and log-in details"),
            .choices(
                ChoiceField(
                    "comparesFollowing", "Whom our accounts follow, compared with the roll",
                    (scope.above.map {
                        [("", "As everywhere: \($0.isFollowingCompared ? "yes" : "no")", nil as String?)]
                    } ?? [])
                        + [
                            (
                                "yes", "Yes, each day",
                                "Where the network says whom an account follows. Nothing of the roll leaves this program"
                            ), ("no", "No, unless the policy asks it", nil),
                        ], chosen: [form["comparesFollowing"]], problems: problems)),
            .text(
                TextField(
                    "changePasswordAfterDays", "Days until the password of an account is changed",
                    hint: "From 1 to 730. Empty: \((scope.above ?? Settings()).daysToChangePassword).",
                    value: form["changePasswordAfterDays"], short: true, problems: problems)),
            .choices(
                ChoiceField(
                    "twoPeopleForLogins", "A look at an account’s log-in details", hint: custodyHint(scope.above),
                    (scope.above.map {
                        [
                            (
                                "", "As everywhere: " + ($0.isTwoPeopleForLogins ? "two people" : "one person"),
                                nil as String?
                            )
                        ]
                    } ?? [])
                        + (scope.above?.isTwoPeopleForLogins == true
                            ? []
                            : [
                                ("no", "One person, with a reason", nil as String?),
                                ("yes", "Two people: another allows each look", nil),
                            ]),
                    chosen: [form["twoPeopleForLogins"]], problems: problems)),
        ] + onePerson(form, scope, problems)
    }

    private static func custodyHint(_ above: Settings?) -> String {
        above?.isTwoPeopleForLogins == true
            ? "Two people are asked for everywhere, and no school goes below that."
            : "From two people back to one: an administrator of the whole organisation asks, and another confirms it "
                + "within \(Int(OnePersonRequest.lasts / 86_400)) days."
    }

    /// Why one person is to look alone again, where two are asked for.
    private static func onePerson(_ form: Form, _ scope: Scope, _ problems: [Problem]) -> [FormPage.Part] {
        guard scope.asksForTwo, scope.waiting == nil, scope.above?.isTwoPeopleForLogins != true else { return [] }
        return [
            .text(
                TextField(
                    "why", "If one person is to look alone again: why?", hint: "Whoever confirms it reads this.",
                    value: form["why"], autocomplete: "off", problems: problems))
        ]
    }

    static let examples = [
        page(
            SettingsFields.form(of: Settings(), isBelow: false),
            of: Scope(
                name: "Harbour View School", last: "today at 15:42 by Helen Osei",
                changes: ["today at 15:42 by Helen Osei: our word for a pupil: student (before: pupil)."]),
            to: "/harbour-view/settings/harbour-view", saved: true),
        page(
            Form(), of: Scope(name: "Quay School", above: Settings()), to: "/harbour-view/settings/quay",
            schools: HeadAction("Schools", "/harbour-view/schools"),
            problems: [Problem("colour", "Enter a colour such as #1d5c63")]),
        page(
            Form(), of: Scope(name: "Two People School", asksForTwo: true, isOneOfSeveral: false),
            to: "/harbour-view/settings/two"),
    ]
}
