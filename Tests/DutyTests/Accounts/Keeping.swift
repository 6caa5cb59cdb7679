import Actions
import Foundation
import Governance
import Reading

/// ACC-06: log-in details are sealed, and shown to whom the paper names.
let custody =
    DutyCell.each("ACC-06", of: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let account = try await school.opened()
        let keeper = try await school.keeper()
        try await school.lodge("lantern ferry cobble mast", at: account, by: school.staff.author)
        let shown = try await ShowLogin(account, reason: "A new telephone").perform(
            in: school.organisation, by: .user(keeper))
        guard case .shown(let login) = shown else { throw NotSeen(description: "who keeps them does not see them") }
        try see(login.password == "lantern ferry cobble mast", "they are not as they were lodged")
        let other = try await ShowLogin(account, reason: "I would like to").perform(
            in: school.organisation, by: .user(school.staff.head))
        guard case .refused(let says) = other else { throw NotSeen(description: "another role sees them") }
        let kinds = try await school.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        try see(kinds.contains(.loginRefused) && kinds.contains(.loginShown), "a look or a refusal is not on record")
        let terms = try await school.organisation.accountTerms(at: school.school)
        return Sighting(
            "sealed with a key that is not in the database; shown to whom the paper names, for a reason, and to no other, both on record",
            at: try Shown.cited(terms.custodySections, by: says))
    }
    + DutyCell.silent("ACC-06", in: [.dsat]) { paper in
        let school = try await DutySchool(paper)
        let account = try await school.opened()
        try await school.lodge("lantern ferry cobble mast", at: account, by: school.staff.author)
        let lead = try await ShowLogin(account, reason: "A new telephone").perform(
            in: school.organisation, by: .user(school.staff.author))
        guard case .shown = lead else { throw NotSeen(description: "the lead does not see them") }
        let other = try await ShowLogin(account, reason: "I would like to").perform(
            in: school.organisation, by: .user(school.staff.head))
        guard case .refused(let says) = other, says.contains("own rule") else {
            throw NotSeen(description: "another role sees them, or the paper is cited for it")
        }
        return Sighting("sealed here too; shown to the lead, the administrator and IT, by the product's own rule")
    }

/// ACC-09: when the lead leaves, the account is handed over or closed.
let handovers =
    DutyCell.each("ACC-09", of: [.llt, .pen, .dhl]) { paper in
        let task = try await handedOver(paper)
        let sections = try Shown.cited(
            try await DutySchool.under(paper).policy.sections(carriedBy: .accountHandover), by: task.rule)
        return Sighting(
            "open the same day; a new lead alone does not settle it, nor does the old password", at: sections)
    }
    + DutyCell.silent("ACC-09", in: [.dsat, .link]) { paper in
        let task = try await handedOver(paper)
        try see(task.rule.contains("product’s own rule") || task.rule.contains("product's own rule"), task.rule)
        return Sighting("handed over here too, by the product's own rule")
    }

private func handedOver(_ paper: Paper) async throws -> OpenTask {
    let school = try await DutySchool(paper)
    let staff = school.staff
    let account = try await school.opened()
    let admin = try await school.administrator()
    try await school.lodge("lantern ferry cobble mast", at: account, by: staff.author)
    school.pass(60)
    let person = try await AddPerson(
        Person(
            ref: "S900", kind: .staff, given: "Priya", family: "Nair", school: "quay",
            email: "priya.nair@quay.example")
    ).perform(in: school.organisation, by: .console)
    try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(admin))
    func open() async throws -> OpenTask? {
        try await school.tasks(of: admin, .handOverAccount).first { $0.subject.id == account.text }
    }
    let task = try seen(try await open(), "nobody is asked to hand it over")
    try see(task.due.map { Day(of: $0) } == Day(of: school.now), "it is not due the same day")
    try await school.read([staff.moderator])
    try await school.train([staff.colleague, staff.moderator])
    let outcome = try await ChangeOperators(
        account, operators: [staff.colleague, staff.moderator], lead: staff.colleague, why: "The lead left"
    ).perform(in: school.organisation, by: .user(staff.slt))
    try see(outcome.refusal == nil, "the new lead is refused")
    try see(try await open() != nil, "it is settled with the old password")
    try await school.stopped("the old password was taken for a new one") {
        try await school.lodge("lantern ferry cobble mast", at: account, by: staff.colleague)
    }
    school.pass(60)
    try await school.lodge("another kettle entirely here", at: account, by: staff.colleague)
    try see(try await open() == nil, "it is still open")
    return task
}

/// ACC-15: strong passwords, changed in time.
let passwords =
    DutyCell.each("ACC-15", of: [.llt, .dsat, .link, .dhl]) { paper in
        let task = try await agedPassword(paper)
        let sections = try Shown.cited(
            try await DutySchool.under(paper).policy.sections(carriedBy: .accountPasswords), by: task.rule)
        return Sighting("a weak password is refused, and an old one opens a task", at: sections)
    }
    + DutyCell.silent("ACC-15", in: [.pen]) { paper in
        let task = try await agedPassword(paper)
        try see(task.rule.contains("own rule"), "it rests on: \(task.rule)")
        return Sighting("kept here too, by the product's own rule")
    }

private func agedPassword(_ paper: Paper) async throws -> OpenTask {
    let school = try await DutySchool(paper)
    let account = try await school.opened()
    try await school.stopped("a weak password was taken") {
        try await school.lodge("password1234", at: account, by: school.staff.author)
    }
    try await school.lodge("lantern ferry cobble mast", at: account, by: school.staff.author)
    school.pass(181 * 86_400)
    try await school.runDue()
    let keeper = try await school.keeper()
    return try seen(
        try await school.tasks(of: keeper, .changeLogin).first, "an old password opens no task")
}

extension DutySchool {
    /// Who keeps log-in details, as the paper has it.
    func keeper() async throws -> Identifier<User> {
        guard paper == .link else { return try await administrator() }
        return try await InviteUser(name: "Dean Lowe", email: "dean.lowe@quay.example", roles: [.it], school: school)
            .perform(in: organisation, by: .console).user
    }

    func lodge(_ password: String, at account: Identifier<PostingAccount>, by user: Identifier<User>) async throws {
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: password))
            .perform(in: organisation, by: .user(user))
    }
}
