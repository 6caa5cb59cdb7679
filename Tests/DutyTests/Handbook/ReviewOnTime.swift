import Governance

/// HBK-02: on the day of installation each paper is reported with its own reason.
let reviewOnTime = DutyCell.each("HBK-02", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let remarks = Shown.words(of: try await school.page("/policy/remarks"))
    let reason = try paper.own(reasons)
    try see(remarks.contains(reason), "“\(reason)” is not remarked")
    try see(remarks.contains("is overdue") == (paper != .pen), "overdue where it should not be, or not where it should")
    let page = try await school.page("/policy")
    try see(
        page.contains("<dt>Review</dt><dd>\(try paper.own(reviews))"), "the review is not shown as the paper has it")
    let sections = try await school.sections(
        naming: "HBK-02", showing: ["Duty: the policy is reviewed on time"])
    return Sighting(
        paper == .pen ? "reported as a fault: no review is named" : "reported on the first day: \(reason)",
        at: sections)
}

private let reasons: [Paper: String] = [
    .llt: "The review was due in May 2024",
    .dsat: "The review was due in May 2022",
    .pen: "The paper names no date for its review",
    .link: "The review was due in September 2023 (every year)",
    .dhl: "The review was due in August 2023",
]

private let reviews: [Paper: String] = [
    .llt: "due May 2024", .dsat: "every 3 years, due May 2022", .pen: "None",
    .link: "every year, due September 2023, by senior leader and management committee",
    .dhl: "due August 2023, by headteacher and governor",
]
