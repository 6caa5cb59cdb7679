import Actions
import Foundation
import Governance

/// HBK-04: an account, and a post on it, may be anywhere: in a game's chat as on a network; the rules are the same.
let anyPlatform = DutyCell.each("HBK-04", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let game = try await AddAccount(
        school: school.school, name: "Chat of our building game", network: .other,
        handle: "quay-blocks-\(UUID().uuidString.prefix(8))"
    ).perform(in: school.organisation, by: .user(school.staff.slt))
    let foul = school.draft("Those bastards parked there again.") { $0.places = [DraftPlace(account: game)] }
    let trial = try await school.trial(foul)
    try see(trial.has("offensive") && !trial.wasSent, "a post in a game's chat is not judged by the paper")
    let fair = try await school.trial(
        school.draft("Our castle is ready for visitors.") { $0.places = [DraftPlace(account: game)] })
    // the one paper that names its networks is kept to, and judges the words all the same
    let isNamed = paper != .llt
    try see(
        isNamed ? fair.wasApproved : fair.has("posted_on_unnamed_network") && !fair.has("offensive"),
        "a fair post in a game's chat is not judged as on any other network")
    let answer = try await school.page("/policy/in-scope?whose=personal&touches=yes&who=employee")
    let cited = Shown.chips(of: answer)
    let shown = try await school.sections(naming: "HBK-04", showing: ["Document: scope"])
    for section in shown { try see(cited.contains("Policy \(section)"), "\(section) is not cited as in scope") }
    return Sighting(
        "a game's chat is an account like any other, and its posts are judged"
            + (isNamed ? "" : ", and stay in where its networks are named")
            + "; the scope page cites it", at: shown)
}
