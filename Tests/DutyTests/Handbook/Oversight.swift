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
    let levels = try await upTheLevels(paper)
    let routes = try paper.own(shownRoutes)
    for route in routes {
        _ = try await school.sections(naming: "HBK-10", showing: ["Route: \(route)"])
    }
    return Sighting(
        "a matter about each level goes to the one above: \(levels.map(\.title).joined(separator: ", ")); its page shows who "
            + "runs and oversees it",
        at: try await school.sections(naming: "HBK-10", showing: routes.map { "Route: \($0)" }))
}

/// Who wrote a thing at every level up to one: asked is the next, up to the highest that the paper has.
private func upTheLevels(_ paper: Paper) async throws -> [Role] {
    let school = try await DutySchool(paper)
    let staff = school.staff
    let upper = try paper.own([
        .llt: [Role.trustExecutive, .trustCEO, .trustee], .dsat: [.clusterLead, .trustExecutive, .trustCEO, .trustee],
        .link: [.managementCommittee], .pen: [.governor], .dhl: [.governor],
    ])
    var levels: [(role: Role, user: Identifier<User>)] = [(.slt, staff.slt), (.headteacher, staff.head)]
    for role in upper {
        let user =
            role == staff.roleAbove
            ? staff.above
            : try await InviteUser(name: "Top \(role.rawValue)", email: "\(role.rawValue)@quay.example", roles: [role])
                .perform(in: school.organisation, by: .console).user
        // Each writes, so that the matter is about them.
        try await GrantRole(user: user, role: .author, why: "Writes now and then")
            .perform(in: school.organisation, by: .console)
        levels.append((role, user))
    }
    for top in levels.indices.dropFirst() {
        let post = try await about(levels[..<top].map(\.user), in: school)
        for (place, level) in levels.enumerated() {
            let tasks = try await school.tasks(of: level.user, .releaseFinding)
            try see(
                tasks.contains { $0.subject == RecordSubject(.post, post) } == (place == top),
                "about the \(levels[top - 1].role.title): the \(level.role.title) is asked, or is not")
        }
    }
    return levels.dropFirst().map(\.role)
}

/// A post with something held, which all of these wrote.
private func about(_ writers: [Identifier<User>], in school: DutySchool) async throws -> Identifier<Post> {
    var content = school.draft("Our neighbour opened her garden.") { $0.infringesPrivacy = nil }
    let post = try await school.start(content, by: writers[0])
    for writer in writers.dropFirst() {
        content.text += " Thank you."
        let version = try seen(try await school.database.postStory(post), "no post").draft.version
        _ = try await SaveDraft(post: post, version: version, content: content)
            .perform(in: school.organisation, by: .user(writer))
    }
    guard case .sent = try await school.send(post, by: writers[writers.count - 1]) else {
        throw NotSeen(description: "it was not sent")
    }
    return post
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
