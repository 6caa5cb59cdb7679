import Actions
import Governance
import Reading

/// PUB-02: what its author flags as controversial does not go out on a moderator's word; whoever is unsure asks.
let checkedFirst =
    DutyCell.each("PUB-02", of: [.llt, .link, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try await goesToSenior(school)
        let post = try await school.start(school.draft("We are changing the uniform."))
        let opinion = try await AskSecondOpinion(
            post: post, colleague: school.staff.slt, question: "Too soon to say so?"
        ).perform(in: school.organisation, by: .user(school.staff.author))
        let tasks = try await school.database.tasks(of: school.staff.slt)
            .filter { $0.subject == RecordSubject(.post, post) }.map(\.kind)
        try see(tasks == [.giveSecondOpinion], "a second opinion is asked of nobody")
        try await GiveSecondOpinion(opinion: opinion, answer: "Wait until Monday.")
            .perform(in: school.organisation, by: .user(school.staff.slt))
        let writing = try await school.page("/posts/new")
        try see(writing.contains("Ask for a second opinion"), "the writing page offers no second opinion")
        try see(
            Shown.words(of: writing).contains("It may be controversial"), "the writing page does not ask its author")
        return Sighting(
            "flagged, it is decided by a senior leader and no moderator; a second opinion is asked and given",
            at: try school.guidance(of: "PUB-02", at: [.compose], on: writing))
    }
    + DutyCell.silent("PUB-02", in: [.dsat, .pen]) { paper in
        let school = try await DutySchool.under(paper)
        try await goesToSenior(school)
        let chips = Shown.chips(of: try await school.page("/posts/new"))
        try see(!chips.contains { $0.contains("check with a senior leader") }, "the writing page cites it")
        return Sighting("a flagged post goes to a senior leader as our own practice")
    }

/// The moderator is turned away; a senior leader decides.
private func goesToSenior(_ school: DutySchool) async throws {
    let draft = school.draft("We are changing the uniform.") { $0.mayHarmStanding = true }
    let post = try await school.start(draft)
    guard case .sent = try await school.send(post) else { throw NotSeen(description: "a flagged post is not sent") }
    do {
        _ = try await school.approve(post, by: school.staff.moderator)
        throw NotSeen(description: "a moderator decided a flagged post")
    } catch is ActionError {}
    let flagged = school.draft(draft.text) { $0.mayHarmStanding = true }
    for finding in try await school.findings(on: flagged, of: post) where finding.severity == .hold {
        try await school.release(finding, of: post)
    }
    guard case .approved = try await school.approve(post, by: school.staff.slt) else {
        throw NotSeen(description: "a senior leader cannot let a flagged post go")
    }
}
