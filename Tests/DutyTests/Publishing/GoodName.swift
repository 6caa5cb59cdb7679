import Governance

/// PUB-21: what its author marks as harmful to the school's name waits for a senior leader.
let goodName = DutyCell.each("PUB-21", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "Appendix", .dsat: "8.6", .pen: "Scope", .link: "4.2", .dhl: "Appendix"])
    try await school.expect(
        "disrepute", .hold, at: section, in: school.draft("What went wrong at the fair.") { $0.mayHarmStanding = true })
    try await school.expectNone("disrepute", in: school.draft("What went right at the fair."))
    return Sighting("marked by its author, it waits for a senior leader", at: [section])
}
