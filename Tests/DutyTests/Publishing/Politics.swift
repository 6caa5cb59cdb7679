import Actions
import Governance

/// PUB-11: party politics is blocked under DSAT, and held elsewhere by our own rule, which names the law.
let politics =
    DutyCell.each("PUB-11", of: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expect("political", .block, at: "8.11", in: school.draft(endorsement))
        try await school.expectNone("political", in: school.draft(visit))
        try await careBeforeAnElection(paper)
        return Sighting(
            "an endorsement is blocked, a visit of councillors passes, save in the weeks before an election",
            at: ["8.11"])
    }
    + DutyCell.silent("PUB-11", in: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expectOurs(
            "political", .hold, source: "Education Act 1996, sections 406 and 407", in: school.draft(endorsement))
        try await school.expectNone("political", in: school.draft(visit))
        try await careBeforeAnElection(paper)
        return Sighting("an endorsement is held as ours, by law; before an election whoever is named is held")
    }

/// In the days that the school has set a party or an office-holder that is only named is held, as ours.
private func careBeforeAnElection(_ paper: Paper) async throws {
    let school = try await DutySchool(paper)
    var settings = Settings()
    let today = Day(of: school.now)
    settings.preElectionFrom = today.adding(days: -3)
    settings.preElectionUntil = today.adding(days: 30)
    try await ChangeSettings(to: settings).perform(in: school.organisation, by: .console)
    try await school.expectOurs(
        "named_before_election", .hold, source: "weeks before an election", in: school.draft(visit))
    try await school.expectNone("named_before_election", in: school.draft("Sports day is on Friday. Bring water."))
    settings.preElectionUntil = today.adding(days: -1)
    try await ChangeSettings(to: settings).perform(in: school.organisation, by: .console)
    try await school.expectNone("named_before_election", in: school.draft(visit))
}

private let endorsement = "Vote Labour on Thursday."
private let visit = "Year 10 met councillors of three parties."
