import Governance

/// PUB-08: held or blocked by how plain it is, with the words shown; names of places go through.
let offence = DutyCell.each("PUB-08", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "Appendix", .dsat: "8.15", .pen: "Behaviour", .link: "4.3", .dhl: "Appendix"])
    let plain = try await school.expect(
        "offensive", .block, at: section, in: school.draft("Those bastards parked there again."))
    try see(plain.findings.contains { $0.says.contains("bastards") }, "the word found is not shown")
    let likely = try await school.expect(
        "offensive", .hold, at: section, in: school.draft("The treasurer is a thief."))
    try see(likely.findings.contains { $0.says.contains("thief") }, "the word found is not shown")
    let fine = try await school.expectNone(
        "offensive", in: school.draft("Scunthorpe sent a team, and the assessment with the class assistant went well."))
    try see(fine.wasApproved, "a place is stopped")
    return Sighting(
        "abuse is blocked, an accusation held, with the words; Scunthorpe and assessment pass", at: [section])
}
