import Actions
import Foundation
import Governance
import Reading

/// INC-11: whoever makes a mistake on a school account reports it, one step from the post, and is advised.
let mistakes =
    DutyCell.each("INC-11", of: [.llt, .dhl]) { paper in
        let (school, report, page) = try await reported(paper)
        let sections = school.policy.clauses.filter { $0.duties.contains("INC-11") }.map(\.at)
        try see(
            report.section.map { sections.contains($0) } == true, "the report rests on \(report.section ?? "nothing")")
        try see(report.told == .slt, "the \(report.told.title) is asked for advice")
        return Sighting(
            "one step from the post it comes down, the author’s own report is marked so, and advice comes back",
            at: Shown.chips(of: page).compactMap { chip in sections.first { "Policy \($0)" == chip } })
    }
    + DutyCell.silent("INC-11", in: [.dsat, .pen, .link]) { paper in
        let (_, report, page) = try await reported(paper)
        try see(report.section == nil && Shown.chips(of: page).isEmpty, "a section is cited")
        return Sighting("open here too, and no section is cited")
    }

private func reported(_ paper: Paper) async throws -> (DutySchool, Mistake, page: String) {
    let school = try await DutySchool(paper)
    let staff = school.staff
    try await reportedBeforehand(school)
    let out = try await school.published()
    let path = "/posts/\(out.post.text)/mistake"
    let page = try await school.visit(as: staff.author) { visiting in
        let post = try await visiting.page("/posts/\(out.post.text)")
        try see(post.contains(path), "the post does not lead to it")
        let form = try await visiting.page(path)
        let thanks = Shown.words(
            of: try await visiting.post(path, ["wish": "take-down", "says": "The day is wrong."]))
        try see(thanks.contains("Thank you for saying so"), "nobody is thanked: \(thanks.prefix(300))")
        try see(thanks.contains("asked for advice"), "it does not say what happens next")
        return form
    }
    try see(try await school.state(of: out.post) == .ordered, "it is not ordered down")
    let report = try seen(try await school.database.postStory(out.post)?.mistakes.first, "no report is on record")
    try see(report.isOwn, "the author’s own report is not marked as such")
    let adviser = report.told == .slt ? staff.slt : staff.head
    try see(try await !school.tasks(of: adviser, .adviseOnMistake).isEmpty, "nobody is asked for advice")
    try await AdviseOnMistake(post: out.post, mistake: report.id, advice: "Write to the families who asked.")
        .perform(in: school.organisation, by: .user(adviser))
    let advised = Shown.words(of: try await school.page(path, as: staff.author))
    try see(advised.contains("Write to the families who asked"), "the advice does not reach its author")
    return (school, report, page)
}

/// Seen before it is out, in the same one step.
private func reportedBeforehand(_ school: DutySchool) async throws {
    let trial = try await school.trial(school.draft("Sports day is on Monday. Bring water and a hat."))
    try see(trial.wasApproved, "an ordinary post does not go through")
    let path = "/posts/\(trial.post.text)/mistake"
    let thanks = try await school.visit(as: school.staff.author) { visiting in
        try see(try await visiting.page("/posts/\(trial.post.text)").contains(path), "what waits does not lead to it")
        return try await visiting.post(path, ["wish": "take-down", "says": "The day is wrong."])
    }
    try see(Shown.words(of: thanks).contains("It goes out no more"), "it does not say that it goes out no more")
    try see(try await school.state(of: trial.post) == .stopped, "it still goes out")
}
