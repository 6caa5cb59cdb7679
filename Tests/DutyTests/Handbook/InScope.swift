import Governance
import Reading

/// HBK-11: who asks about a private post gets an explanation with the paper's sections, and nothing is stored.
let inScope = DutyCell.each("HBK-11", of: Paper.allCases) { paper in
    let school = try await DutySchool(paper)
    let before = try await school.database.recordHead()
    let pages = try await school.visit(as: school.staff.author) { visiting in
        let signedIn = try await school.database.recordHead()
        var pages: [String] = []
        for (whose, touches) in [("personal", "no"), ("personal", "yes"), ("school", "no")] {
            pages.append(
                try await visiting.page("/policy/in-scope?whose=\(whose)&touches=\(touches)&who=employee"))
        }
        try see(try await school.database.recordHead() == signedIn, "asking about a private post left something stored")
        return pages
    }
    try see(before.number > 0, "the record is not kept at all")
    let words = pages.map { Shown.words(of: $0) }
    try see(words[0].contains("Mostly not") && words[0].contains("is your own"), "a private post is not left private")
    try see(words[1].contains("Yes, as far as it touches the school"), "what touches the school is not covered")
    try see(words[2].contains("Yes, it is covered"), "what the school publishes is not covered")
    try see(words.allSatisfy { $0.contains("stored.") }, "it does not say that nothing is stored")
    let chips = Shown.chips(of: pages[0])
    let sections = school.policy.sections(naming: "HBK-11")
    for section in sections { try see(chips.contains("Policy \(section)"), "\(section) is not cited") }
    let told = try school.guidance(
        of: "HBK-11", at: [.conduct, .policy], on: try await school.page("/policy/guidance"))
    return Sighting(
        "a private post ends with an explanation and nothing stored; told in \(told.joined(separator: ", "))",
        at: sections)
}
