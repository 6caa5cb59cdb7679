import Governance

/// HBK-08: the writing page shows this school's own guidance, each piece with its section; the rest stands on the
/// guidance page.
let guidance = DutyCell.each("HBK-08", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let writing = try await school.page("/posts/new")
    let here = try school.guidance(of: "HBK-08", at: [.compose], on: writing)
    try see(
        Shown.words(of: writing).contains("Say what the children did before what the grown-ups did."),
        "the school's own guidance is not on the writing page")
    let page = try await school.page("/policy/guidance")
    let all = try school.guidance(of: "HBK-08", at: [.compose, .conduct, .acknowledgement], on: page)
    try see(Set(here).isSubset(of: all), "the guidance page lacks what the writing page has")
    if paper == .llt {
        let remarks = Shown.words(of: try await school.page("/policy/remarks"))
        try see(remarks.contains("Enthuse"), "the word that the paper has wrong is not remarked")
    }
    return Sighting(
        "shown on the writing page (\(here.joined(separator: ", "))) and under Guidance, with the school's own", at: all
    )
}
