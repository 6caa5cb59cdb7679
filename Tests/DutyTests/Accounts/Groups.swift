import Actions
import Foundation
import Governance
import Reading

/// ACC-12: groups of staff have somebody who answers for them and looks at them in turn.
let groups =
    DutyCell.each("ACC-12", of: [.dsat]) { paper in
        let task = try await lookedAt(paper)
        let sections = try Shown.cited(
            try await DutySchool.under(paper).policy.sections(carriedBy: .staffGroups), by: task.rule)
        return Sighting("a look is asked of its creator by its rota, and it is handed on when they leave", at: sections)
    }
    + DutyCell.silent("ACC-12", in: [.llt, .pen, .link, .dhl]) { paper in
        let task = try await lookedAt(paper)
        try see(task.rule.contains("own rule"), "it rests on: \(task.rule)")
        return Sighting("kept here too where staff make one, by the product's own rule")
    }

private func lookedAt(_ paper: Paper) async throws -> OpenTask {
    let school = try await DutySchool(paper)
    let staff = school.staff
    let group = try await RegisterGroup(
        school: school.school, name: "Maths teachers", network: .facebook, address: "maths-teachers",
        purpose: "Ideas for lessons, for teachers of maths", everyDays: 7
    ).perform(in: school.organisation, by: .user(staff.author))
    try see(try await school.tasks(of: staff.author, .checkGroup).isEmpty, "a look is asked at once")
    school.pass(8 * 86_400)
    try await school.runDue()
    let task = try seen(try await school.tasks(of: staff.author, .checkGroup).first, "no look is asked by the rota")
    try await CheckGroup(group, found: "All as it should be").perform(in: school.organisation, by: .user(staff.author))
    try see(try await school.tasks(of: staff.author, .checkGroup).isEmpty, "the look is asked again at once")
    let admin = try await school.administrator()
    try await EndUser(user: staff.author, why: "Moves away", isUnasked: true).perform(
        in: school.organisation, by: .user(admin))
    try see(try await !school.tasks(of: staff.slt, .handOnGroup).isEmpty, "nobody is asked to hand it on")
    try await HandOnGroup(group, to: staff.colleague, why: "Priya left").perform(
        in: school.organisation, by: .user(staff.slt))
    try see(try await school.tasks(of: staff.slt, .handOnGroup).isEmpty, "it is asked again")
    try see(try await !school.tasks(of: staff.colleague, .checkGroup).isEmpty, "whoever takes it on looks at nothing")
    try await CloseGroup(group, why: "Nobody uses it").perform(in: school.organisation, by: .user(staff.colleague))
    try see(try await school.tasks(of: staff.colleague, .checkGroup).isEmpty, "a closed group is looked at")
    return task
}
