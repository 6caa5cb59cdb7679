import Actions
import Governance
import Reading

/// PUB-21: what its author marks as harmful to the school's name waits for a senior leader.
let goodName = DutyCell.each("PUB-21", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "Appendix", .dsat: "8.6", .pen: "Scope", .link: "4.2", .dhl: "Appendix"])
    try await school.expect(
        "disrepute", .hold, at: section, in: school.draft("What went wrong at the fair.") { $0.mayHarmStanding = true })
    try await school.expectNone("disrepute", in: school.draft("What went right at the fair."))
    let own = try await DutySchool(paper)
    let post = try await own.start(own.draft("Boats on the sea."))
    try await own.schedule(post)
    try await ReportMistake(post: post, wish: .advice, says: "It makes fun of the mayor", harmsStanding: true)
        .perform(in: own.organisation, by: .user(own.staff.colleague))
    let report = try seen(try await own.database.postStory(post)?.mistakes.first, "nothing was reported")
    try see(
        report.harmsStanding && report.standingSection == section, "it rests on \(report.standingSection ?? "nothing")")
    let page = Shown.words(of: try await own.page("/posts/\(post.text)/mistake", as: own.staff.colleague))
    try see(page.contains("It may harm the school’s name"), "the page does not name it")
    return Sighting(
        "marked by its author, it waits for a senior leader; a report of a mistake names it, with its section",
        at: [section])
}
