import Actions
import Governance
import Reading

/// ACC-01: an application is complete, or refused by name of what is missing.
let applications =
    DutyCell.each("ACC-01", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let without: [(String, (inout AccountCase) -> Void)] = [
            ("aim", { $0.aim = "" }), ("audience", { $0.audience = "" }), ("promotion", { $0.promotion = "" }),
            ("openness", { $0.openness = nil }),
            (
                "operators",
                {
                    $0.operators = []
                    $0.lead = nil
                }
            ),
        ]
        var sections: [String] = []
        for (point, leaveOut) in without {
            let outcome = try await school.ask(school.asking(leaveOut))
            let section = try school.refused("case_\(point)_missing", outcome)
            let says = outcome.refusal?.blocks.first { $0.code == "case_\(point)_missing" }?.says ?? ""
            try see(says.contains(points[point] ?? "?"), "what is missing is not named: \(says)")
            let others = outcome.refusal?.blocks.filter { $0.code.hasPrefix("case_") }.map(\.code) ?? []
            try see(others == ["case_\(point)_missing"], "others are said to be missing: \(others)")
            if !sections.contains(section) { sections.append(section) }
        }
        _ = try await school.askedFor(school.asking { ($0.reason, $0.talk) = ("", "") })
        for (place, kind) in [Binding.Who.parent, .volunteer, .governor].enumerated() {
            let applicant = try await school.person(of: kind)
            let wish = school.asking { $0.network = [Network.x, .instagram, .instagram][place] }
            _ = try await school.askedFor(wish, by: applicant)
            _ = try school.refused(
                "case_aim_missing", try await school.ask(school.asking { $0.aim = "" }, by: applicant))
        }
        return Sighting(
            "leaving out each of the five points is refused by its name; complete it is taken, from a parent, a volunteer or "
                + "a governor too", at: sections)
    }
    + DutyCell.each("ACC-01", of: [.dsat]) { paper in
        let school = try await DutySchool(paper)
        let section = try school.refused("case_talk_missing", try await school.ask(school.asking { $0.talk = "" }))
        _ = try await school.askedFor(
            school.asking { ($0.aim, $0.promotion, $0.reason, $0.openness) = ("", "", "", nil) })
        let stranger = try await school.person(of: .parent)
        _ = try school.refused("applicant_not_staff", try await school.ask(school.asking(), by: stranger))
        return Sighting(
            "without the talk with the headteacher it is refused, and from a parent; the five points are not asked",
            at: [section])
    }
    + DutyCell.each("ACC-01", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let section = try school.refused("case_reason_missing", try await school.ask(school.asking { $0.reason = "" }))
        _ = try school.refused("case_reason_missing", try await school.ask(school.asking { $0.reason = "For fun" }))
        _ = try await school.askedFor(
            school.asking { ($0.aim, $0.promotion, $0.talk, $0.openness) = ("", "", "", nil) })
        let stranger = try await school.person(of: .parent)
        _ = try school.refused("applicant_not_staff", try await school.ask(school.asking(), by: stranger))
        return Sighting(
            "without its strong reason, or with a trivial one, it is refused, and from a parent", at: [section])
    }

/// How each of the five points is named where it is missing.
private let points = [
    "aim": "what the account is for", "audience": "whom the account is meant for", "promotion": "how people will hear",
    "openness": "open or closed", "operators": "who will run the account",
]

/// ACC-02: two named members of staff.
let twoOfStaff =
    DutyCell.each("ACC-02", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let one = try await school.ask(school.asking { $0.operators = [school.staff.author] })
        let section = try school.refused("operators_too_few", one)
        let parent = try await school.parent()
        let two = try await school.ask(school.asking { $0.operators = [school.staff.author, parent] })
        _ = try school.refused("operators_too_few", two)
        let account = try await school.opened()
        let later = try await ChangeOperators(
            account, operators: [school.staff.author], lead: school.staff.author, why: "The other has no time"
        ).perform(in: school.organisation, by: .user(school.staff.slt))
        _ = try school.refused("operators_too_few", later)
        try await EndUser(user: school.staff.colleague, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.administrator()))
        try see(
            try await school.tasks(of: school.staff.slt, .findOperator).contains { $0.subject.id == account.text },
            "one who is left alone opens no task")
        return Sighting(
            "one name, or one of staff and a parent, is refused, at a later change too; one who is left alone opens a task",
            at: [section])
    }
    + DutyCell.silent("ACC-02", in: [.dsat, .link]) { paper in
        let school = try await DutySchool(paper)
        _ = try await school.askedFor(school.asking { $0.operators = [school.staff.author] })
        return Sighting("one name is taken")
    }

/// ACC-04: whoever runs an account has read the policy and is trained.
let readAndTrained =
    DutyCell.each("ACC-04", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let parent = try await school.parent()
        let application = try await school.askedFor(
            school.asking { $0.operators = [staff.author, staff.colleague, parent] })
        func approve(_ trained: Set<Identifier<User>>) async throws -> AccountOutcome<Void> {
            try await DecideApplication(application, .approve(trained: trained))
                .perform(in: school.organisation, by: .user(staff.slt))
        }
        let section = try school.refused("operator_unread", try await approve([staff.author, staff.colleague, parent]))
        try await school.read([staff.author, staff.colleague])
        let unrecorded = try await approve([staff.author, staff.colleague])
        _ = try school.refused("operator_untrained", unrecorded)
        try see(
            unrecorded.refusal?.blocks.contains { $0.code == "operator_untrained" && $0.refs == [staff.author.text] }
                ?? false, "a tick counts for a member of staff, whom the register of training does not know")
        try await school.train([staff.author, staff.colleague])
        let refusal = try seen(
            try await approve([staff.author, staff.colleague]).refusal, "a parent is not held to the same")
        try see(
            Set(refusal.blocks.flatMap(\.refs)) == [parent.text], "others than the parent are held to it: \(refusal)")
        let account = try await DutySchool(paper).opened()
        try see(!account.text.isEmpty, "nothing was opened")
        let own = try await DutySchool(paper)
        let open = try await own.opened()
        let change = try await ChangeOperators(
            open, operators: [own.staff.author, own.staff.colleague, own.staff.moderator], lead: own.staff.author,
            why: "More help"
        ).perform(in: own.organisation, by: .user(own.staff.slt))
        _ = try own.refused("operator_unread", change)
        return Sighting(
            "unread, or not in the register of training, is refused at approval and at a later change, a parent like an "
                + "employee",
            at: [section]
        )
    }
    + DutyCell.silent("ACC-04", in: [.dsat, .link]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        if paper == .link {
            try await school.settle(application)
        } else {
            let outcome = try await DecideApplication(application, .approve())
                .perform(in: school.organisation, by: .user(school.staff.head))
            try see(outcome.refusal == nil, "it is asked here too")
        }
        return Sighting("not asked of those who run it")
    }

/// ACC-07: which and how many.
let whichAccounts =
    DutyCell.each("ACC-07", of: [.llt]) { paper in
        let school = try await DutySchool(paper)
        var sections = [
            try school.refused("network_not_allowed", try await school.ask(school.asking { $0.network = .tiktok }))
        ]
        let department = try await school.ask(school.asking { $0.type = .department })
        sections.append(try school.refused("account_type_not_allowed", department))
        _ = try await school.opened()
        _ = try school.refused("account_second", try await school.ask(school.asking()))
        _ = try await school.askedFor(school.asking { $0.forSixthForm = true })
        let old = try await AddAccount(
            school: school.school, name: "Old PE", network: .x, handle: "@pe", type: .department
        ).perform(in: school.organisation, by: .user(school.staff.slt))
        let task = try seen(
            try await school.tasks(of: school.administrator(), .orderAccount).first { $0.subject.id == old.text },
            "a department's account from before opens no task")
        try see(task.rule.contains("shut down") && task.rule.hasSuffix("section 3.2"), "it rests on: \(task.rule)")
        sections.append(try await leftOverOnAThird(school))
        return Sighting(
            "a third network, a department's account and a second set are refused, a sixth form's is not; one left over opens a task to shut it, and on a third network nothing goes out on it",
            at: Array(Set(sections)))
    }
    + DutyCell.each("ACC-07", of: [.pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        for (type, network) in [(Draft.AccountType.department, Network.tiktok), (.friends, .facebook)] {
            _ = try await school.askedFor(
                school.asking {
                    $0.type = type
                    $0.network = network
                })
        }
        return Sighting(
            "accounts of departments and of friends are taken, on any network",
            at: try await school.sections(naming: "ACC-07", showing: ["kind that the policy does not welcome"]))
    }
    + DutyCell.each("ACC-07", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        _ = try await school.opened()
        let second = try await school.askedFor(school.asking())
        let findings = try await CheckApplication(second).perform(in: school.organisation).1.findings
        let found = try seen(findings.first { $0.code == "account_second" }, "a second is not warned of")
        try see(found.severity == .warn, "a second is \(found.severity)")
        return Sighting("a second on one network is warned of, and taken", at: [try seen(found.clause, "no section")])
    }
    + DutyCell.silent("ACC-07", in: [.dsat]) { paper in
        let school = try await DutySchool(paper)
        _ = try await school.opened()
        _ = try await school.askedFor(
            school.asking {
                $0.type = .department
                $0.network = .tiktok
            })
        return Sighting("any kind, on any network, as many as are approved")
    }

/// An account on a network that the paper does not name can be entered, so that it can be closed: its task says so, it is
/// not connected, and no post goes out on it. On a website one does.
private func leftOverOnAThird(_ school: DutySchool) async throws -> String {
    let add = { (name: String, network: Network, handle: String) in
        try await AddAccount(school: school.school, name: name, network: network, handle: handle)
            .perform(in: school.organisation, by: .user(school.staff.slt))
    }
    let old = try await add("Quay toots", .mastodon, "@quay@quay.example")
    let task = try seen(
        try await school.tasks(of: school.administrator(), .orderAccount).first { $0.subject.id == old.text },
        "it opens no task")
    try see(
        task.rule.contains("is on Mastodon, and the policy names Instagram and X alone")
            && task.rule.hasSuffix("section 3.2"), "it rests on: \(task.rule)")
    try await school.stopped("it was connected") {
        try await ConnectAccount(old, server: "quay.example", userName: "", secret: "t", isConfirmed: true)
            .perform(in: school.organisation, by: .user(school.administrator()))
    }
    let post = { (account: Identifier<PostingAccount>) in
        try await school.trial(
            school.draft("Sports day is on Friday.") { $0.places = [DraftPlace(account: account)] })
    }
    let found = try seen(
        try await post(old).stopping.first { $0.code == "posted_on_unnamed_network" }, "a post on it goes through")
    try see(found.severity == .block, "a post on it is \(found.severity)")
    let website = try await post(add("Quay’s own", .website, "www.quay.example"))
    try see(website.wasApproved, "a website is held to it: \(website.stopping.map(\.says))")
    return try seen(found.clause, "no section")
}

/// ACC-08: apart from personal accounts, on a school address.
let apart =
    DutyCell.each("ACC-08", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let section = try school.refused(
            "personal_account_offered", try await school.ask(school.asking { $0.isPersonal = true }))
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        _ = try school.refused(
            "personal_account_offered",
            try await school.activate(application, details: school.details { $0.isPersonal = true }))
        let outcome = try await school.activate(
            application, details: school.details { $0.loginEmail = "quayschool@gmail.com" })
        guard case .done(let account) = outcome else { throw NotSeen(description: "a free-mail address stops it") }
        let event = try await school.database.timeline(of: RecordSubject(.account, account))
            .first { $0.kind == .accountActivated }
        let found = try seen(
            event?.content?.decision?.findings.first { $0.code == "free_mail" }, "free mail is not warned of")
        try see(found.severity == .warn && found.clause == section, "it is \(found.severity), \(found.clause ?? "")")
        return Sighting("a personal account is refused; a free-mail address is warned of", at: [section])
    }
    + DutyCell.silent("ACC-08", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        _ = try await school.askedFor(school.asking { $0.isPersonal = true })
        return Sighting("not asked")
    }

extension DutySchool {
    func invited(_ name: String, _ role: Role) async throws -> Identifier<User> {
        try await InviteUser(
            name: name, email: name.lowercased().replacing(" ", with: ".") + "@quay.example", roles: [role],
            school: school
        ).perform(in: organisation, by: .console).user
    }

    func parent() async throws -> Identifier<User> { try await person(of: .parent) }

    /// Somebody who signs in and may ask, of this kind.
    func person(of kind: Binding.Who) async throws -> Identifier<User> {
        try await InviteUser(
            name: kind == .parent ? "Ana Reis" : "Ash \(kind.title)", email: "\(kind.rawValue)@quay.example",
            roles: [.author], school: school, kind: kind
        ).perform(in: organisation, by: .console).user
    }
}
