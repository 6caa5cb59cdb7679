import Actions
import Governance

/// PUB-16: an old post asks its author to look again; who leaves hands the posts on.
let reviewedPosts =
    DutyCell.each("PUB-16", of: [.llt, .dsat, .pen, .dhl]) { paper in
        let says = try paper.own([
            .llt: "section 3.1", .dsat: "sections 4 and 12", .pen: "section Roles & Responsibilities",
            .dhl: "section Roles & Responsibilities",
        ])
        let school = try await asksAgain(paper, by: says)
        return Sighting(
            "after 26 weeks its author has a task that cites it; a leaver's colleague takes it over",
            at: school.policy.sections(carriedBy: .reviewPosts))
    }
    + DutyCell.silent("PUB-16", in: [.link]) { paper in
        _ = try await asksAgain(paper, by: "the product's own rule")
        return Sighting("asked all the same, as our own rule")
    }

/// Goes through the whole life of a post; the tasks must rest on what is said.
private func asksAgain(_ paper: Paper, by rule: String) async throws -> DutySchool {
    let school = try await DutySchool(paper)
    let staff = school.staff
    let out = try await school.published()
    try see(try await school.tasks(of: staff.author, .reviewPost).isEmpty, "it is asked at once")
    school.pass(26 * 7 * 86_400)
    try await school.runDue()
    let tasks = try await school.tasks(of: staff.author, .reviewPost)
    try see(tasks.count == 1, "its author is not asked to look again")
    try see(tasks.allSatisfy { $0.rule.hasSuffix(": \(rule)") }, "it rests on: \(tasks[0].rule)")
    _ = try await HandOnPosts(from: staff.author, to: staff.colleague, why: "Leaves at Easter")
        .perform(in: school.organisation, by: .user(staff.slt))
    let passed = try await school.tasks(of: staff.colleague, .reviewPost)
    try see(passed.count == 1 && passed[0].rule.hasSuffix(": \(rule)"), "the leaver's posts pass to nobody")
    try see(try await school.tasks(of: staff.author, .reviewPost).isEmpty, "the leaver is still asked")
    try await ReviewPost(placement: out.placement, outcome: .stillRight)
        .perform(in: school.organisation, by: .user(staff.colleague))
    try see(try await school.tasks(of: staff.colleague, .reviewPost).isEmpty, "the look back ends nothing")
    return school
}
