import Actions
import Governance

/// HBK-09: on every page questions go to the role that the paper names; where it names none, to the school's own choice,
/// said to be one, and another choice shows at once.
let questionsAnswered =
    DutyCell.each("HBK-09", of: [.dsat, .link]) { paper in
        let section = try paper.own([.link: "2.4", .dsat: "12"])
        let named = try paper.own([
            .link: "Not sure what the policy means? Ask the headteacher. Policy 2.4.",
            .dsat: "Questions about a group of staff on social media? Ask the director of IT. Policy 12.",
        ])
        let count = try await shownOnEveryPage(paper, named: named)
        return Sighting(
            "the foot of all \(count) pages that need no more than their address names the "
                + (paper == .link
                    ? "headteacher, whatever the school chooses"
                    : "director of IT for groups; for the policy itself the school's own choice"),
            at: [section])
    }
    + DutyCell.silent("HBK-09", in: [.llt, .pen, .dhl]) { paper in
        let count = try await shownOnEveryPage(paper, named: nil)
        return Sighting("the foot of all \(count) pages names the school's own choice, and that it is one")
    }

/// Looks at every page as an author and as an administrator, before and after the school makes another choice. How many
/// pages they were.
private func shownOnEveryPage(_ paper: Paper, named: String?) async throws -> Int {
    let school = try await DutySchool(paper)
    var seen: Set<String> = []
    for chosen in [Role.headteacher, .dsl] {
        var settings = Settings()
        settings.questionsTo = chosen == .headteacher ? nil : chosen
        try await ChangeSettings(to: settings).perform(in: school.organisation, by: .console)
        let own = "Ask the \(chosen.title). Our choice, not in the policy."
        for user in [school.staff.author, try await school.administrator()] {
            for (path, page) in try await school.visit(as: user, { try await $0.everyPage() }) {
                let words = Shown.words(of: page)
                if let named { try see(words.contains(named), "\(path) does not say: \(named)") }
                try see(words.contains(own) == (paper != .link), "\(path) against: \(own)")
                seen.insert(path)
            }
        }
    }
    try see(seen.count > 40, "only \(seen.count) pages were seen")
    return seen.count
}
