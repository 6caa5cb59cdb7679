import Actions
import Foundation
import Governance
import Reading

/// CON-07: nobody speaks for the school without a manager's leave, until its day.
let speaking =
    DutyCell.each("CON-07", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let writer = try await InviteUser(
            name: "Ruth Calder", email: "ruth.calder@quay.example", roles: [.author], school: school.school
        ).perform(in: school.organisation, by: .console).user
        let draft = school.draft("Sports day is on Friday.")
        let post = try await school.start(draft, by: writer)
        let held = try seen(
            try await school.findings(on: draft, of: post).first { $0.code == "authority_missing" },
            "an author without leave is not stopped")
        try see(held.severity == .hold, "it is \(held.severity)")
        _ = try await school.send(post, by: writer)
        guard case .refused = try await school.approve(post) else {
            throw NotSeen(description: "it goes out without a release")
        }
        let day = Day(of: school.now).adding(days: 40)
        let page = try await school.visit(as: staff.slt) { visiting in
            _ = try await visiting.page("/policy/speaking/new")
            _ = try await visiting.post(
                "/policy/speaking/new",
                ["user": writer.text, "until": "\(day)", "course": "", "why": "News of the sports field"])
            return try await visiting.page("/policy/speaking")
        }
        try see(Shown.words(of: page).contains("Given by Sanjay Mehta"), "the register does not say who gave it")
        guard case .approved = try await school.approve(post) else {
            throw NotSeen(description: "it stays held once the manager has given leave")
        }
        try await waitsForTraining(school)
        let planned = try await school.start(
            school.draft("The boats go out again in spring.") { $0.publishAt = school.now + 42 * 86_400 }, by: writer)
        _ = try await school.send(planned, by: writer)
        guard case .approved = try await school.approve(planned) else {
            throw NotSeen(description: "what is planned for later is held while the leave lasts")
        }
        school.pass(11 * 86_400)
        try await school.runDue()
        try see(try await !school.tasks(of: staff.slt, .renewAuthority).isEmpty, "nobody is asked before it ends")
        school.pass(30 * 86_400)
        try await school.runDue()
        let later = try await school.start(school.draft("Boats are back."), by: writer)
        let ended = try await school.findings(on: school.draft("Boats are back."), of: later)
        try see(ended.contains { $0.code == "authority_ended" }, "it holds after its day")
        guard case .sent = try await school.send(later, by: writer) else {
            throw NotSeen(description: "an author whose leave has ended cannot even propose")
        }
        try see(
            try await !school.tasks(of: staff.slt, .releaseFinding).filter { $0.subject.id == later.text }.isEmpty,
            "no manager is asked about the proposal")
        guard case .refused = try await school.approve(later) else {
            throw NotSeen(description: "the proposal goes out without a manager")
        }
        school.pass(2 * 86_400)
        try await school.runDue()
        try see(try await school.state(of: later) == .expired, "the proposal went further than to wait")
        try see(try await school.state(of: planned) == .stopped, "what was approved before goes out after the day")
        return Sighting(
            "a manager gives the leave until a day, after a training where that is asked, and is asked before it ends; "
                + "without it an author only proposes, and nothing goes out",
            at: [held.clause].compactMap(\.self).filter { Shown.chips(of: page).contains("Policy \($0)") })
    }
    + DutyCell.silent("CON-07", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let trial = try await school.trial(school.draft("Sports day is on Friday."))
        try see(trial.findings.allSatisfy { !$0.code.hasPrefix("authority") }, "an author without leave is stopped")
        let page = try await school.page("/policy", as: school.staff.slt)
        try see(!page.contains("/policy/speaking"), "the policy’s pages offer a register of it")
        return Sighting("whoever holds a role that writes may write")
    }

/// A leave that waits for its training counts once that is on record, and no longer when it is taken back.
private func waitsForTraining(_ school: DutySchool) async throws {
    let staff = school.staff
    let course = try await AddCourse(name: "Speaking for the school", months: 24, counts: false)
        .perform(in: school.organisation, by: .console)
    let writer = try await school.invited("Ama Boakye", .author)
    try await GiveAuthority(
        to: writer, at: school.school, until: Day(of: school.now).adding(days: 300), after: course, why: "Choir news"
    ).perform(in: school.organisation, by: .user(staff.slt))
    let draft = school.draft("The choir sings on Friday.")
    let post = try await school.start(draft, by: writer)
    try see(
        try await school.findings(on: draft, of: post).contains { $0.code == "authority_untrained" },
        "it counts before the training")
    _ = try await school.send(post, by: writer)
    guard case .refused = try await school.approve(post) else {
        throw NotSeen(description: "it goes out before the training")
    }
    try await RecordTraining([writer], course: course, on: Day(of: school.now))
        .perform(in: school.organisation, by: .user(staff.slt))
    guard case .approved = try await school.approve(post) else {
        throw NotSeen(description: "the training is on record, and it stays held")
    }
}
