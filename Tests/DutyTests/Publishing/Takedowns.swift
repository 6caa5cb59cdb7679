import Actions
import Foundation
import Governance
import Reading

/// PUB-17: what breaks the policy is ordered down with a deadline; order, time and proof are on record.
let takedowns =
    DutyCell.each("PUB-17", of: [.link]) { paper in
        try await comesDown(paper, under: "10.2")
        return Sighting("ordered under its section, chased past the deadline, and down with its proof", at: ["10.2"])
    }
    + DutyCell.silent("PUB-17", in: [.llt, .dsat, .pen, .dhl]) { paper in
        try await comesDown(paper, under: nil)
        return Sighting("open here too, under no section; another paper's is refused")
    }

private func comesDown(_ paper: Paper, under section: String?) async throws {
    let school = try await DutySchool(paper)
    let staff = school.staff
    let out = try await school.published()
    let form = try await school.page("/placements/\(out.placement.text)/take-down", as: staff.slt)
    try see(form.contains("<option value=\"10.2\"") == (section != nil), "the form offers another paper's section")
    let order = { (section: String?) in
        OrderTakedown(
            placement: out.placement, reason: "A family asked", section: section, deadline: school.now + 3_600)
    }
    do {
        try await order("99.9").perform(in: school.organisation, by: .user(staff.slt))
        throw NotSeen(description: "a section that the paper does not have was taken")
    } catch is ActionError {}
    try await order(section).perform(in: school.organisation, by: .user(staff.slt))
    let task = try seen(try await school.tasks(of: staff.author, .takeDown).first, "its author is not told")
    try see(
        task.rule.hasPrefix("It was ordered down" + (section.map { " under section \($0):" } ?? ":")),
        "it rests on: \(task.rule)")
    school.pass(3_601)
    try await school.runDue()
    try see(try await school.tasks(of: staff.slt, .chaseTakedown).count == 1, "past its deadline nobody is told")
    try await RecordTakedown(placement: out.placement, proof: ProofGiven(note: "The page answers with not found"))
        .perform(in: school.organisation, by: .user(staff.author))
    let takedown = try seen(
        try await school.database.postStory(out.post)?.lastPlaces.first?.takedown, "the order is not on record")
    try see(
        takedown.section == section && takedown.overdueAt != nil && takedown.doneAt != nil
            && takedown.proof?.note == "The page answers with not found", "time and proof are not on record")
    try see(try await school.state(of: out.post) == .takenDown, "it is not down")
}
