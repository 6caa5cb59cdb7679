import Actions
import Governance
import Reading

/// PUB-15: vacancies go out from the school's main account.
let vacancies =
    DutyCell.each("PUB-15", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let department = try await account(school, .department)
        try await school.expect("recruitment", .block, at: "9.1", in: advert(school, on: department))
        try await school.expectNone("recruitment", in: advert(school, on: school.families))
        // a kind of post of its own, whatever its words: its author is asked
        let marked = { (account: Identifier<PostingAccount>) in
            school.draft("Come and work with us by the sea.") { draft in
                draft.places = [DraftPlace(account: account)]
                draft.labels = ["vacancy"]
            }
        }
        try await school.expect("recruitment", .block, at: "9.1", in: marked(department))
        try await school.expectNone("recruitment", in: marked(school.families))
        let page = Shown.words(of: try await school.page("/posts/new", as: school.staff.author))
        try see(page.contains("It advertises a job"), "nobody is asked whether it is a vacancy")
        try await onlyThoseNamed(school)
        return Sighting(
            "stopped on a department’s account; on the main one free for those whom the school names, refused to others",
            at: ["9.1"])
    }
    + DutyCell.silent("PUB-15", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let department = try await account(school, .department)
        try await school.expectNone("recruitment", in: advert(school, on: department))
        return Sighting("any account may carry one")
    }

/// An author whom the school does not name cannot send a vacancy; one whom it names can.
private func onlyThoseNamed(_ school: DutySchool) async throws {
    let other = school.staff.author
    let refused = { () async throws -> Finding? in
        let post = try await school.start(advert(school, on: school.families), by: other)
        guard case .refused(let places) = try await school.send(post, by: other) else { return nil }
        return places.flatMap(\.stopping).first { $0.code == "vacancy_author" }
    }
    let found = try seen(try await refused(), "anybody may write a vacancy")
    try see(found.clause == "9.1" && found.severity == .block, "it is \(found.severity) at \(found.clause ?? "ours")")
    try see(found.says.contains("Priya Nair"), "it does not say whom: \(found.says)")
    let named = try await school.start(advert(school, on: school.families), by: school.staff.slt)
    guard case .sent = try await school.send(named, by: school.staff.slt) else {
        throw NotSeen(description: "a senior leader cannot send a vacancy")
    }
    var settings = try await school.database.settings(at: school.school)
    settings.vacanciesBy = [.author]
    try await ChangeSettings(at: school.school, to: settings).perform(
        in: school.organisation, by: .user(school.staff.head))
    try see(try await refused() == nil, "an author whom the school names is refused")
}

/// PUB-18: teaching through a school account is thought through first.
let teaching =
    DutyCell.each("PUB-18", of: [.llt, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let account = try await account(school, .teaching)
        let lesson = { (thought: TeachingConsideration?) in
            school.draft("Read chapter four by Thursday.") { draft in
                draft.places = [DraftPlace(account: account)]
                draft.teaching = thought
            }
        }
        try await school.expect("teaching_unconsidered", .hold, at: "Scope", in: lesson(nil))
        let thought = TeachingConsideration(
            purpose: "Reading together", group: "8B", ages: "12 and 13; the network asks for 13",
            risks: "Replies: closed")
        var half = thought
        half.risks = " "
        try await school.expect("teaching_unconsidered", .hold, at: "Scope", in: lesson(half))
        let trial = try await school.expectNone("teaching_unconsidered", in: lesson(thought))
        try see(trial.wasApproved, "what was thought through is held all the same")
        let kept = try await school.database.postStory(trial.post)?.lastRevision?.content.teaching
        try see(kept == thought, "what was thought through is not on record")
        try await asked(DutySchool(paper), thought)
        return Sighting(
            "a post is held, and an application for an account not taken, until purpose, class, ages and risks are on record; they stay there",
            at: ["Scope"])
    }
    + DutyCell.each("PUB-18", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let asked = school.asking { asked in
            asked.type = .teaching
            asked.reason = ""
        }
        let outcome = try await school.ask(asked)
        let refusal = try seen(outcome.refusal, "a teaching account without its reason is taken")
        let finding = try seen(
            (refusal.blocks + refusal.holds).first { $0.says.contains("reason") },
            "it is refused for \((refusal.blocks + refusal.holds).map(\.says))")
        try see(finding.clause == "6.2", "it rests on \(finding.clause ?? "nothing")")
        _ = try await school.askedFor(school.asking { $0.type = .teaching })
        return Sighting("a teaching account without its strong reason is refused", at: ["6.2"])
    }
    + DutyCell.silent("PUB-18", in: [.dsat, .pen]) { paper in
        let school = try await DutySchool(paper)
        let account = try await account(school, .teaching)
        try await school.expectNone(
            "teaching_unconsidered",
            in: school.draft("Read chapter four.") { $0.places = [DraftPlace(account: account)] })
        return Sighting("nothing is asked")
    }

/// An application for a teaching account is not taken until all of it is said, point by point; then it keeps it.
private func asked(_ school: DutySchool, _ thought: TeachingConsideration) async throws {
    for missing: WritableKeyPath<TeachingConsideration, String>? in [nil, \.group, \.ages, \.risks] {
        var half = thought
        if let missing { half[keyPath: missing] = " " }
        let outcome = try await school.ask(
            school.asking { asked in
                asked.type = .teaching
                asked.teaching = missing == nil ? nil : half
            })
        let refusal = try seen(outcome.refusal, "it is taken without the consideration")
        let finding = try seen(
            refusal.blocks.first { $0.code == "case_teaching_missing" },
            "it is refused for \(refusal.blocks.map(\.code))"
        )
        try see(finding.clause == "Scope", "it rests on \(finding.clause ?? "nothing")")
    }
    let whole = school.asking { asked in
        asked.type = .teaching
        asked.teaching = thought
    }
    let outcome = try await school.ask(whole)
    guard case .done(let taken) = outcome else {
        // one of these papers has no accounts beside the school's own
        let codes = (outcome.refusal.map { $0.blocks + $0.holds } ?? []).map(\.code)
        try see(school.paper == .llt && codes == ["account_type_not_allowed"], "it is refused for \(codes)")
        return
    }
    let kept = try await school.database.accountApplication(taken)?.asked.teaching
    try see(kept == thought, "what was thought through is not kept with the application")
}

private func account(_ school: DutySchool, _ type: Draft.AccountType) async throws -> Identifier<PostingAccount> {
    try await AddAccount(school: school.school, name: "Quay apart", network: .x, handle: "@quayapart", type: type)
        .perform(in: school.organisation, by: .user(school.staff.slt))
}

private func advert(_ school: DutySchool, on account: Identifier<PostingAccount>) -> PostDraft {
    school.draft("We are hiring a teaching assistant. Apply by Friday.") { $0.places = [DraftPlace(account: account)] }
}
