import Actions
import Governance
import Reading

/// HBK-10: what a level cannot decide about itself goes to the level above; the policy's page says who runs it.
let oversight = DutyCell.each("HBK-10", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let staff = school.staff
    // Both leaders wrote it, so neither may let go what is held.
    let unanswered = school.draft("Our neighbour opened her garden.") { $0.infringesPrivacy = nil }
    let post = try await school.start(unanswered, by: staff.slt)
    let saved = try seen(try await school.database.postStory(post), "no post").draft
    var content = saved.content
    content.text += " Thank you."
    _ = try await SaveDraft(post: post, version: saved.version, content: content)
        .perform(in: school.organisation, by: .user(staff.head))
    guard case .sent = try await school.send(post, by: staff.head) else {
        throw NotSeen(description: "it was not sent")
    }
    let held = try seen(
        try await school.findings(on: content, of: post).first { $0.severity == .hold },
        "an unanswered question is not held")
    for (user, isAsked) in [(staff.slt, false), (staff.head, false), (staff.above, true)] {
        let tasks = try await school.database.tasks(of: user).filter { $0.subject == RecordSubject(.post, post) }
        try see(tasks.contains { $0.kind == .releaseFinding } == isAsked, "the wrong level is asked")
    }
    do {
        try await school.release(held, of: post, by: staff.head)
        throw NotSeen(description: "the headteacher released their own")
    } catch is ActionError {}
    try await school.release(held, of: post, by: staff.above)
    guard case .approved = try await school.approve(post) else {
        throw NotSeen(description: "what the \(staff.roleAbove.title) released does not go through")
    }
    let routes = try paper.own(shownRoutes)
    for route in routes {
        _ = try await school.sections(naming: "HBK-10", showing: ["Route: \(route)"])
    }
    return Sighting(
        "what both leaders wrote goes to the \(staff.roleAbove.title); its page shows who runs and oversees it",
        at: try await school.sections(naming: "HBK-10", showing: routes.map { "Route: \($0)" }))
}

private let shownRoutes: [Paper: [String]] = [
    .llt: ["oversight to trustee", "delivery to trust executive", "delivery to senior leader"],
    .dsat: [
        "delivery to headteacher, senior leader, trust executive", "about headteacher to cluster lead",
        "about executive to trust CEO", "about ceo to trustee",
    ],
    .pen: ["delivery to senior leader", "oversight to senior leader"],
    .link: [
        "oversight to management committee", "delivery to senior leader",
        "review to senior leader, management committee",
    ],
    .dhl: ["delivery to senior leader", "review to headteacher, governor"],
]
