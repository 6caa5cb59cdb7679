import Actions
import Governance
import Reading

/// CON-06: confidentiality outlives employment, and the leaver says so.
let leavers =
    DutyCell.each("CON-06", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let admin = try await school.administrator()
        try await school.stopped("a leaver was shut out before saying it") {
            try await EndUser(user: staff.colleague, why: "Left").perform(in: school.organisation, by: .user(admin))
        }
        try await EndUser(user: staff.colleague, why: "Left", isUnasked: true).perform(
            in: school.organisation, by: .user(admin))
        let task = try seen(try await school.tasks(of: staff.slt, .chaseLeaver).first, "nobody gets it from a leaver")
        try await AcknowledgeLeaving(staff.colleague, how: "In a letter").perform(
            in: school.organisation, by: .user(staff.slt))
        try see(try await school.tasks(of: staff.slt, .chaseLeaver).isEmpty, "it is asked again")
        let sections = school.policy.sections(carriedBy: .leaverConfidentiality)
        try await AskLeaver(staff.author).perform(in: school.organisation, by: .user(staff.slt))
        let chips = try await school.visit(as: staff.author) { visiting in
            let page = try await visiting.page("/me/leaving")
            _ = try await visiting.post("/me/leaving", [:])
            return Shown.chips(of: page)
        }
        let cited = try Shown.cited(sections, by: task.rule)
        for section in cited {
            try see(
                chips.contains { $0 == "Policy \(section)" || $0.hasPrefix("Policy \(section), ") },
                "the leaver's page cites \(chips), not \(section)")
        }
        try await EndUser(user: staff.author, why: "Left").perform(in: school.organisation, by: .user(admin))
        try see(try await school.tasks(of: staff.slt, .chaseLeaver).isEmpty, "who has said it is asked again")
        return Sighting(
            "asked before the way in ends, on a page of the leaver's own; from one who could not be asked, senior leaders get it",
            at: cited)
    }
    + DutyCell.silent("CON-06", in: [.dsat, .link]) { paper in
        let school = try await DutySchool(paper)
        let admin = try await school.administrator()
        try await EndUser(user: school.staff.colleague, why: "Left").perform(
            in: school.organisation, by: .user(admin))
        try see(try await school.tasks(of: school.staff.slt, .chaseLeaver).isEmpty, "it is asked here too")
        return Sighting("not asked")
    }
