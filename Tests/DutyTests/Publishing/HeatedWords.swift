import Governance

/// PUB-19: heated wording is warned of under the paper's own section.
let heatedWords = DutyCell.each("PUB-19", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "3.4", .dsat: "7", .pen: "Behaviour", .link: "5.3", .dhl: "Behaviour"])
    try await school.expect(
        "heated_wording", .warn, at: section, in: school.draft("The parking this morning was absolutely ridiculous!"))
    try await school.expectNone("heated_wording", in: school.draft("WELL DONE EVERYONE, WHAT A DAY!!!"))
    return Sighting("heated wording is warned of, joy in capitals is not", at: [section])
}
