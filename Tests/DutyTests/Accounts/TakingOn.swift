import Actions
import Governance
import Platforms
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
        let told = try school.guidance(of: "ACC-11", at: [.account], on: page)
        let task = try seen(try await followedLearner(paper, asked: false), "a followed learner is not reported")
        let x = try await AddAccount(school: school.school, name: "Quay on X", network: .x, handle: "@quay_school")
            .perform(in: school.organisation, by: .user(school.staff.slt))
        let byHand = Shown.words(
            of: try await school.page("/accounts/\(x.text)/connection", as: school.administrator()))
        try see(
            byHand.contains("No program of a school is told by X whom an account follows") && byHand.contains("6.3(j)"),
            "nothing is said of X: \(byHand.prefix(1_000))")
        try await SayFollowingLooked(x).perform(in: school.organisation, by: .user(school.administrator()))
        let looked = Shown.words(
            of: try await school.page("/accounts/\(x.text)/connection", as: school.administrator()))
        try see(looked.contains("looked today"), "that somebody looked is not kept with its day")
        try await SayFollowingLooked(x, followsSome: true)
            .perform(in: school.organisation, by: .user(school.administrator()))
        let some = try await school.database.tasks(of: school.administrator()).filter {
            $0.kind == .unfollow && $0.subject == RecordSubject(.account, x)
        }
        try see(some.count == 1 && some[0].rule.contains("6.3(j)"), "nobody is asked to stop following them")
        return Sighting(
            "told to whoever takes an account on, and a followed learner is found each day; where no program is told, a person looks, and the day is kept",
            at: try Shown.cited(told, by: task.rule))
    }
    + DutyCell.silent("ACC-11", in: [.llt]) { paper in
        let page = Shown.words(of: try await openingPage(DutySchool(paper)))
        try see(!page.contains("follow no learners"), "another paper's rule is told")
        let terms = try await DutySchool.under(paper).organisation.accountTerms(at: DutySchool.under(paper).school)
        try see(
            terms.namedNetworks?.isEmpty == false && terms.namedNetworks?.contains(where: \.saysWhomItFollows) == false,
            "a network that it names tells whom an account follows")
        return Sighting("not told; the networks that it names tell no program whom an account follows")
    }
    + DutyCell.silent("ACC-11", in: [.dsat, .pen, .dhl]) { paper in
        let page = Shown.words(of: try await openingPage(DutySchool(paper)))
        try see(!page.contains("follow no learners"), "another paper's rule is told")
        try see(try await followedLearner(paper, asked: false) == nil, "it is compared without anybody’s wish")
        let task = try seen(try await followedLearner(paper, asked: true), "the check cannot be switched on")
        try see(!task.rule.contains("section"), "a section is cited: \(task.rule)")
        return Sighting("not told, and compared with the roll where the school has switched it on")
    }

/// The task that is there after a day, on a connected account that follows a learner of the roll.
/// - Parameter asked: whether the school has switched the comparison on.
private func followedLearner(_ paper: Paper, asked: Bool) async throws -> OpenTask? {
    let networks = PretendNetworks()
    let school = try await DutySchool(paper, networks: networks)
    if asked {
        var settings = Settings()
        settings.comparesFollowing = true
        try await ChangeSettings(at: school.school, to: settings).perform(
            in: school.organisation, by: .user(school.staff.head))
    }
    let account = try await AddAccount(
        school: school.school, name: "Quay toots", network: .mastodon, handle: "@quay@quay.example"
    ).perform(in: school.organisation, by: .user(school.staff.slt))
    let administrator = try await school.administrator()
    try await ConnectAccount(account, server: "quay.example", userName: "", secret: "t", isConfirmed: true)
        .perform(in: school.organisation, by: .user(administrator))
    networks.follow(
        [
            FollowedAccount(handle: "@jt@social.example", name: "Jamie Thornton"),
            FollowedAccount(handle: "@museum@museum.example", name: "The Museum"),
        ], on: "https://quay.example")
    school.pass(Connection.checkInterval + 1)
    _ = try await CheckConnection().perform(in: school.organisation)
    for user in [administrator, school.staff.slt, school.staff.head, school.staff.author] {
        if let task = try await school.tasks(of: user, .unfollow).first { return task }
    }
    return nil
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
        let handle = try seen(try await mentioned(paper), "a handle beside a picture is not warned of in compose")
        try see(handle.severity == .warn && handle.clause == picture.clause, "a handle is \(handle.severity)")
        let sections = [try seen(found.clause, "no section"), try seen(picture.clause, "no section")]
        return Sighting(
            "an account with tagging on, a picture with a tag, and a handle written beside a picture, are warned of",
            at: Array(Set(sections)).sorted())
    }
    + DutyCell.silent("ACC-14", in: [.dsat, .pen, .link]) { paper in
        let (account, picture) = try await tagged(paper)
        try see(account == nil && picture == nil, "tagging is warned of here too")
        try see(try await mentioned(paper) == nil, "a handle is warned of here too")
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

/// What the author of a post with a picture is shown of a handle in its words; the post goes out all the same.
private func mentioned(_ paper: Paper) async throws -> Finding? {
    let school = try await DutySchool(paper)
    let post = try await school.pictured("P1", text: "Thank you @hexham_museum for the bulbs")
    let draft = try seen(try await school.database.postStory(post), "no post").draft.content
    let findings = try await school.findings(on: draft, of: post).filter { $0.code == "tagging" }
    try see(findings.allSatisfy { $0.says.contains("@hexham_museum") }, "the handle is not named")
    if let section = findings.first?.clause {
        let page = Shown.words(of: try await school.page("/posts/\(post.text)/edit", as: school.staff.author))
        try see(page.contains("@hexham_museum") && page.contains(section), "the author is not shown which section")
    }
    return findings.first
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
        try see(try await replied(paper) == "3.10", "a public reply is not refused")
        try await closesReplies()
        return Sighting(
            "comments on are held, the network is asked to close replies, and a reply is refused with the office offered",
            at: [section])
    }
    + DutyCell.silent("ACC-13", in: [.dsat, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        let outcome = try await school.activate(application, details: school.details { $0.comments = true })
        try see(outcome.refusal == nil, "comments are held here too")
        try see(try await replied(paper) == nil, "a reply is refused as one-way here too")
        return Sighting("comments may be on")
    }

/// The section under which an answer to a parent in public is refused as one-way, with the office offered; nil: it is not.
private func replied(_ paper: Paper) async throws -> String? {
    let school = try await DutySchool(paper)
    let path = "/accounts/\(school.families.text)/reply"
    let page = try await school.visit(as: school.staff.slt) { visiting in
        _ = try await visiting.page(path)
        return try await visiting.post(
            path, ["asks": "parent", "asked": "When is the fair?", "answer": "It is on Friday.", "do": "check"])
    }
    guard page.contains("value=\"office\"") else { return nil }
    let sent = try await school.visit(as: school.staff.slt) { visiting in
        _ = try await visiting.page(path)
        return try await visiting.post(path, ["asks": "parent", "asked": "When is the fair?", "do": "office"])
    }
    try see(Shown.words(of: sent).contains("Sent to the school office"), "it does not reach the office")
    let account = try seen(
        try await school.database.accounts().first { $0.id == school.families }, "the account is gone")
    return try await CheckReply(on: account, to: .parent, answer: "It is on Friday.")
        .perform(in: school.organisation).first { $0.code == "one_way_reply" }?.clause
}

/// What goes out by itself under LLT asks its network that nobody may answer.
private func closesReplies() async throws {
    let networks = PretendNetworks()
    let school = try await DutySchool(.llt, networks: networks)
    let website = try await AddAccount(
        school: school.school, name: "Quay’s own", network: .website, handle: "www.quay.example"
    ).perform(in: school.organisation, by: .user(school.staff.slt))
    try await ConnectAccount(website, server: "www.quay.example", userName: "a", secret: "p w d")
        .perform(in: school.organisation, by: .user(school.administrator()))
    let trial = try await school.trial(
        school.draft("Sports day is on Friday.") { $0.places = [DraftPlace(account: website)] })
    try see(trial.wasApproved, "an ordinary post does not go through: \(trial.stopping.map(\.says))")
    school.pass(3 * 3_600)
    try await school.runDue()
    _ = try await SendPost().perform(in: school.organisation)
    let out = try seen(networks.posts(on: "https://www.quay.example").first, "it does not go out")
    try see(out.closesReplies, "the network is not asked to close replies")
}
