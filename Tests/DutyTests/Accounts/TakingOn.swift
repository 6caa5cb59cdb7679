import Actions
import Governance
import Reading

/// ACC-10: official accounts are professional: whoever takes one on and whoever writes is told so, and a draft by which
/// somebody gains is found.
let professional = DutyCell.each("ACC-10", of: Paper.allCases) { paper in
    let school = try await DutySchool(paper)
    let told = try school.guidance(of: "ACC-10", at: [.compose], on: try await openingPage(school))
    let writing = try school.guidance(of: "ACC-10", at: [.compose], on: try await school.page("/posts/new"))
    try see(told == writing, "the page of an account tells \(told), the writing page \(writing)")
    let section = try paper.own([
        .llt: "3.4", .dsat: "8.13", .pen: "Behaviour", .link: "6.3(d)", .dhl: "Behaviour",
    ])
    let words = school.draft("New paint boxes: use my code and I get a cut.")
    try await school.expect("affiliate_link", paper == .dsat ? .warn : .hold, at: section, in: words)
    if paper != .link {
        let link = school.draft("Our book club.") { $0.links = ["https://shop.example/p?id=4&AffID=88"] }
        try await school.expect("affiliate_link", paper == .dsat ? .hold : .block, at: section, in: link)
    }
    try await school.expectNone("affiliate_link", in: school.draft("New paint boxes arrived, thanks to the parents."))
    return Sighting(
        "told to whoever takes an account on, and on the writing page; a draft that offers somebody a gain is found"
            + (paper == .dsat ? ", at 8.13" : ""), at: told)
}

/// ACC-11: no learner is followed back. Which accounts are followed is asked of a network once one is connected.
let noFollowing =
    DutyCell.each("ACC-11", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let page = try await openingPage(school)
        return Sighting(
            "told to whoever takes an account on", at: try school.guidance(of: "ACC-11", at: [.account], on: page))
    }
    + DutyCell.silent("ACC-11", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let page = Shown.words(of: try await openingPage(DutySchool(paper)))
        try see(!page.contains("follow no learners"), "another paper's rule is told")
        return Sighting("not told")
    }

private func openingPage(_ school: DutySchool) async throws -> String {
    let application = try await school.askedFor(school.asking())
    try await school.settle(application)
    return try await school.page("/accounts/applications/\(application.text)/opening", as: school.opener())
}

/// ACC-14: tagging people is off where possible.
let tagging =
    DutyCell.each("ACC-14", of: [.llt, .dhl]) { paper in
        let found = try seen(try await tagged(paper).0, "an account with tagging on is not warned of")
        try see(found.severity == .warn, "an account with tagging on is \(found.severity)")
        let picture = try seen(try await tagged(paper).1, "a tagged picture is not warned of")
        try see(picture.severity == "warn", "a tagged picture is \(picture.severity)")
        let sections = [try seen(found.clause, "no section"), try seen(picture.clause, "no section")]
        return Sighting(
            "an account with tagging on, and a picture with a tag, are warned of", at: Array(Set(sections)).sorted())
    }
    + DutyCell.silent("ACC-14", in: [.dsat, .pen, .link]) { paper in
        let (account, picture) = try await tagged(paper)
        try see(account == nil && picture == nil, "tagging is warned of here too")
        return Sighting("tagging is not spoken of")
    }

/// What is found of an account that is opened with tagging on, and of a picture with a tag.
private func tagged(_ paper: Paper) async throws -> (Finding?, ScreenedAnswer.Found?) {
    let school = try await DutySchool(paper)
    let application = try await school.askedFor(school.asking())
    try await school.settle(application)
    guard
        case .done(let account) = try await school.activate(application, details: school.details { $0.tagging = true })
    else { throw NotSeen(description: "tagging stops its opening") }
    let event = try await school.database.timeline(of: RecordSubject(.account, account))
        .first { $0.kind == .accountActivated }
    let picture = try ScreenedCase(depicts: [], tags: ["@museum"]).answer(under: paper)
    return (
        event?.content?.decision?.findings.first { $0.code == "tagging_on" },
        picture.findings.first { $0.code == "tagging" }
    )
}

/// ACC-13: one-way accounts have comments off.
let oneWay =
    DutyCell.each("ACC-13", of: [.llt]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        let outcome = try await school.activate(application, details: school.details { $0.comments = true })
        let section = try school.refused("comments_on", outcome)
        guard case .done(let account) = try await school.activate(application) else {
            throw NotSeen(description: "it cannot be opened with comments off")
        }
        var known = try await school.database.officialAccount(account)?.details ?? AccountDetails()
        known.comments = true
        let later = try await ChangeAccountDetails(account, to: known)
            .perform(in: school.organisation, by: .user(school.staff.author))
        _ = try school.refused("comments_on", later)
        return Sighting("an account with comments on is held at its opening and at a later change", at: [section])
    }
    + DutyCell.silent("ACC-13", in: [.dsat, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        let outcome = try await school.activate(application, details: school.details { $0.comments = true })
        try see(outcome.refusal == nil, "comments are held here too")
        return Sighting("comments may be on")
    }
