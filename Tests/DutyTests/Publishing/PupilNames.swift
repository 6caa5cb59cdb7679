import Governance

/// PUB-04: the same drafts get each paper's own answer.
let pupilNames =
    DutyCell.each("PUB-04", of: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expect("pupil_full_name", .block, at: "8.4", in: school.draft(full))
        try await school.expect("pupil_identified", .block, at: "8.4", in: school.draft(given))
        return Sighting("a pupil's name is blocked in any form, a first name too", at: ["8.4"])
    }
    + DutyCell.each("PUB-04", of: [.link]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expect("pupil_full_name", .block, at: "6.3(f)", in: school.draft(full))
        let trial = try await school.trial(school.draft(given))
        try see(trial.findings.isEmpty && trial.wasApproved, "a first name is stopped")
        return Sighting("a full name is blocked, a first name goes through", at: ["6.3(f)"])
    }
    + DutyCell.each("PUB-04", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expectOurs("pupil_full_name", .warn, source: "personal data", in: school.draft(full))
        let trial = try await school.trial(school.draft(given))
        try see(trial.findings.isEmpty && trial.wasApproved, "a first name is stopped")
        let told = try school.guidance(of: "PUB-04", at: [.compose], on: try await school.page("/posts/new"))
        return Sighting(
            "silent on names: a full name is warned of, as ours; its rule on personal data is told", at: told)
    }

private let full = "Well done to Jamie Thornton for the winning goal."
private let given = "Well done to Jamie for the winning goal."
