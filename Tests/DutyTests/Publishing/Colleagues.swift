import Governance

/// PUB-13: disputes among colleagues are warned of; where one is named, the post is held.
let colleagues = DutyCell.each("PUB-13", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "Appendix", .dsat: "8.10", .pen: "Behaviour", .link: "4.3", .dhl: "Appendix"])
    try await school.expect(
        "colleague_dispute", .warn, at: section, in: school.draft("Management ignored us again, so unfair."))
    for text in ["Mrs Whitcombe is utterly clueless.", "Anna Whitcombe was rude to parents."] {
        try await school.expect("colleague_dispute", .hold, at: section, in: school.draft(text))
    }
    try await school.expectNone("colleague_dispute", in: school.draft("Thank you to all our teachers and staff."))
    return Sighting("a dispute is warned of, one that names a colleague held", at: [section])
}
