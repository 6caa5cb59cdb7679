import Actions
import Governance
import Reading
import Store

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
        try await answersToo(school)
        return Sighting(
            "flagged, it is decided by a senior leader and no moderator; a second opinion is asked and given, on an answer "
                + "to somebody too, which goes out in no other words than a senior leader let go",
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

/// An answer that whoever writes it flags is stopped by the check until a senior leader lets these very words go, and not by
/// a moderator; the page offers to ask.
private func answersToo(_ school: DutySchool) async throws {
    let account = try seen(try await school.database.account(school.families), "no account")
    let words = "We have not decided on the uniform yet."
    let check = { (words: String, flagged: Bool) in
        try await CheckReply(on: account, to: .pupil, answer: words, flagged: flagged)
            .perform(in: school.organisation).filter { $0.code == "disrepute" }
    }
    try see(try await check(words, true).first?.severity == .hold, "a flagged answer goes out")
    let page = try await school.page("/accounts/\(account.id.text)/reply")
    try see(page.contains("Ask for a second opinion"), "the page of an answer offers no second opinion")
    try await AskReplyOpinion(on: account.id, to: .pupil, asked: "Is it new?", reply: words, flagged: true)
        .perform(in: school.organisation, by: .user(school.staff.author))
    try see(try await !check(words, false).isEmpty, "it goes out once the flag is taken off again")
    let opinion = try seen(
        try await school.database.replyOpinions(on: account.id).first { $0.reply == words && $0.word == nil },
        "nobody is asked")
    do {
        try await GiveReplyOpinion(opinion.id, on: account.id, goesOut: true, says: "Go on")
            .perform(in: school.organisation, by: .user(school.staff.moderator))
        throw NotSeen(description: "a moderator lets a flagged answer go")
    } catch is ActionError {}
    try see(
        try await school.database.tasks(of: school.staff.slt).contains { $0.kind == .judgeReply },
        "a senior leader has no task of it")
    try await GiveReplyOpinion(opinion.id, on: account.id, goesOut: true, says: "Yes, say so")
        .perform(in: school.organisation, by: .user(school.staff.slt))
    try see(try await check(words, true).isEmpty, "what a senior leader let go is held")
    try see(try await !check(words + " Soon.", true).isEmpty, "other words go out on their word")
}
