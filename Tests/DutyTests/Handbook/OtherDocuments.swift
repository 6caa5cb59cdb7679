import Foundation
import Governance

/// HBK-05: each policy's page lists the documents that it stands with; an outdated edition is reported.
let otherDocuments = DutyCell.each("HBK-05", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let page = try await school.page("/policy")
    let start = try seen(page.range(of: "Documents it stands with"), "the page lists no documents").upperBound
    let end = try seen(page.range(of: "</ul>", range: start..<page.endIndex), "the list has no end").lowerBound
    let list = page[start..<end]
    let words = Shown.words(of: list)
    for title in try paper.own(titles) { try see(words.contains(title), "“\(title)” is not listed") }
    let remarks = Shown.words(of: try await school.page("/policy/remarks"))
    let outdated = remarks.contains("Cites Keeping Children Safe in Education 2019, an outdated edition")
    try see(outdated == (paper == .link), "an outdated edition is reported where there is none, or not where there is")
    let chips = Shown.chips(of: list)
    let sections = school.policy.sections(naming: "HBK-05").filter { chips.contains("Policy \($0)") }
    let more = paper == .link ? "; the edition of 2019 is reported as outdated" : ""
    return Sighting("its page lists all \(school.policy.related.count)\(more)", at: sections)
}

private let titles: [Paper: [String]] = [
    .llt: [
        "Code of Conduct", "E-safety Policy of each school", "Acceptable use agreements",
        "Data Protection Policy, page 14",
        "Disciplinary Policy", "Behaviour policy", "Complaints procedures of each academy",
    ],
    .dsat: [
        "Trust and school handbooks", "Code of Conduct", "ICT Acceptable Use Policy", "Online Safety Policy",
        "Governance Code of Conduct", "Equality Act", "Human Rights Act",
    ],
    .pen: [
        "E-Safety and Acceptable Use of ICT", "School media policy", "Digital and video images procedures",
        "Disciplinary Policy", "Behaviour policy", "Complaints procedures",
    ],
    .link: [
        "ICT policies and procedures", "Staff Code of Conduct", "Disciplinary Policy", "Anti-bullying and Harassment",
        "Equal Opportunities Policy", "Data Protection Policy", "E-Safety Policy", "Get Safe Online", "Childnet",
        "Keeping Children Safe in Education, edition of 2019",
    ],
    .dhl: [
        "Codes of Conduct", "Acceptable Use Agreements", "Media policy", "Disciplinary policy",
        "Digital and video images policy", "Behaviour policy", "Complaints procedures",
    ],
]
