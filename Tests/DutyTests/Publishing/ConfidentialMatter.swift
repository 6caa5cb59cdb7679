import Governance

/// PUB-07: the school's own words, a marking in the text, and a mark on the draft are found.
let confidentialMatter = DutyCell.each("PUB-07", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([
        .llt: "Appendix", .dsat: "8.9", .pen: "Legal considerations", .link: "4.5", .dhl: "Appendix",
    ])
    for text in ["More about project heron soon.", "Confidential: next year's budget"] {
        try await school.expect("confidential", .block, at: section, in: school.draft(text))
    }
    try await school.expect(
        "confidential", .block, at: section, in: school.draft("Our plans.") { $0.labels = ["confidential"] })
    try await school.expectNone("confidential", in: school.draft("Our confidential helpline is open."))
    return Sighting("the school's own words, a marking and a marked draft are blocked", at: [section])
}
