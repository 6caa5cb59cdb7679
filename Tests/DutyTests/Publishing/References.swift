import Actions
import Governance

/// PUB-14: a plain reference for a person is blocked under LINK alone, and nobody can release it.
let references =
    DutyCell.each("PUB-14", of: [.link]) { paper in
        let school = try await DutySchool.under(paper)
        let draft = school.draft(plain)
        try await school.expect("reference", .block, at: "3.3", in: draft)
        try await school.expect("reference", .hold, at: "3.3", in: school.draft("I warmly recommend Sam."))
        // Even sent with an answer that it is none, no role can release it.
        let post = try await school.start(draft)
        let finding = try seen(
            try await school.findings(on: draft, of: post).first { $0.code == "reference" }, "not found")
        try await AnswerFinding(
            post: post, account: school.families, finding: finding.key, kind: .other, says: "It is a joke."
        ).perform(in: school.organisation, by: .user(school.staff.author))
        guard case .sent = try await school.send(post) else { throw NotSeen(description: "an answer counts nothing") }
        for user in [school.staff.slt, school.staff.head, school.staff.above] {
            do {
                try await school.release(finding, of: post, by: user)
                throw NotSeen(description: "a reference was released")
            } catch is ActionError {}
        }
        guard case .refused = try await school.approve(post, by: school.staff.head) else {
            throw NotSeen(description: "a reference was approved")
        }
        return Sighting("a plain one is blocked, and nobody can release it; a doubtful one is held", at: ["3.3"])
    }
    + DutyCell.silent("PUB-14", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let trial = try await school.expectNone("reference", in: school.draft(plain))
        try see(trial.wasApproved, "a recommendation is stopped for another reason")
        return Sighting("a recommendation goes through")
    }

private let plain = "I recommend Sam for any teaching role."
