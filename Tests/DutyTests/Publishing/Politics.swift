import Governance

/// PUB-11: party politics is blocked under DSAT, and held elsewhere by our own rule, which names the law.
let politics =
    DutyCell.each("PUB-11", of: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expect("political", .block, at: "8.11", in: school.draft(endorsement))
        try await school.expectNone("political", in: school.draft(visit))
        return Sighting("an endorsement is blocked, a visit of councillors passes", at: ["8.11"])
    }
    + DutyCell.silent("PUB-11", in: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expectOurs(
            "political", .hold, source: "Education Act 1996, sections 406 and 407", in: school.draft(endorsement))
        try await school.expectNone("political", in: school.draft(visit))
        return Sighting("an endorsement is held as ours, by law")
    }

private let endorsement = "Vote Labour on Thursday."
private let visit = "Year 10 met councillors of three parties."
