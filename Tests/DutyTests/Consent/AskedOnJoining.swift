import Actions
import Foundation
import Governance
import Reading

/// IMG-09: a new pupil has an open request the same day; those never asked are listed; under LINK silence counts only once
/// somebody was asked.
let askedOnJoining =
    DutyCell.each("IMG-09", of: [.llt, .link]) { paper in
        let school = try await DutySchool(paper)
        try await school.runDue()
        let person = try await school.person("P1")
        let line = try seen(try await school.database.consentLine(person), "they are not in the register")
        try see(line.request != nil, "no request is open")
        let tasks = try await school.database.tasks(of: school.staff.head).filter { $0.kind == .askOnPaper }
        let office = try await school.officeTasks()
        let task = try seen((tasks + office).first, "nobody is asked to ask on paper")
        let never = Shown.words(of: try await school.page("/consent?show=never", as: school.staff.head))
        try see(never.contains("Jamie T.") && never.contains("Marina D."), "who was never asked is not listed")
        try await GiveLetters(to: [person]).perform(in: school.organisation, by: .user(school.staff.head))
        let post = try await school.pictured("P1")
        try await refused(try await school.send(post), "silence counts at once")
        if paper == .link {
            school.pass(14 * 86_400)
            let later = try await school.pictured("P1")
            guard case .sent = try await school.send(later) else {
                throw NotSeen(description: "silence does not count after asking")
            }
        }
        return Sighting(
            "a request is open the same day; who was never asked is listed"
                + (paper == .link ? ", and silence counts two weeks after asking" : ""),
            at: school.policy.sections(carriedBy: .askFamilies).filter { task.rule.contains($0) })
    }
    + DutyCell.silent("IMG-09", in: [.dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        try await school.runDue()
        let person = try await school.person("P1")
        try see(try await school.database.consentLine(person)?.request == nil, "a request is open")
        return Sighting("nobody is asked unless the office asks")
    }

private func refused(_ sending: Sending, _ says: String) async throws {
    guard case .refused(let places) = sending,
        places.flatMap(\.stopping).contains(where: { $0.code == "image_no_consent" })
    else { throw NotSeen(description: says) }
}

extension DutySchool {
    /// Where there is no office, whoever administers is asked.
    func officeTasks() async throws -> [OpenTask] {
        var found: [OpenTask] = []
        for line in try await database.users() {
            found += try await database.tasks(of: line.user.id).filter { $0.kind == .askOnPaper }
        }
        return found
    }
}
