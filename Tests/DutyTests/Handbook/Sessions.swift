import Actions
import Foundation
import Governance
import Reading

/// HBK-13: a school year without a session or briefing is the leaders' task.
let leadersTrain =
    DutyCell.each("HBK-13", of: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let session = try await ArrangeSession(
            title: "Posting safely", audiences: [.staff], school: school.school, on: Day(of: school.now)
        ).perform(in: school.organisation, by: staff.slt)
        try see(
            try await !school.tasks(of: staff.slt, .offerTraining).isEmpty, "a plan passes for a session that was held")
        school.pass(2 * 86_400)
        try await school.runDue()
        try see(try await !school.tasks(of: staff.slt, .sayHeld).isEmpty, "nobody is asked whether it was held")
        try await SayHeld(session: session).perform(in: school.organisation, by: .user(staff.slt))
        try see(try await school.tasks(of: staff.slt, .offerTraining).isEmpty, "a session does not close the task")
        let page = Shown.words(of: try await school.page("/policy/training/sessions/\(session)", as: staff.governor))
        try see(
            page.contains("Arranged by") && page.contains("Sanjay Mehta"), "the session does not say who arranged it")
        school.pass(300 * 86_400)
        try await school.runDue()
        let task = try seen(
            try await school.tasks(of: staff.slt, .offerTraining).first, "a new school year does not ask")
        try see(task.rule.contains("2027/28"), "the task does not say which school year")
        let register = try await school.page("/policy/training", as: staff.governor)
        try see(Shown.words(of: register).contains("None yet"), "the register does not show that there is none")
        let report = Shown.words(of: try await school.page("/policy/training/print", as: staff.governor))
        try see(
            report.contains("2027/28") && report.contains("Training or a briefing for staff None yet"),
            "the report on paper does not show that there is none")
        let next = try await ArrangeSession(
            title: "Posting safely, again", audiences: [.staff], school: school.school, on: Day(of: school.now)
        ).perform(in: school.organisation, by: staff.slt)
        try await SayHeld(session: next).perform(in: school.organisation, by: .user(staff.slt))
        try see(
            Shown.words(of: try await school.page("/policy/training/print", as: staff.governor))
                .contains("Training or a briefing for staff On record"), "the report does not show the session")
        let cited = Shown.chips(of: register)
        return Sighting(
            "a school year without a session or briefing is the senior leaders' task, and shows in the register and in the "
                + "report on paper until there is one",
            at: school.policy.sections(carriedBy: .offerTraining).filter { cited.contains("Policy \($0)") })
    }
    + DutyCell.silent("HBK-13", in: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        try see(
            try await school.tasks(of: school.staff.slt, .offerTraining).isEmpty, "leaders are asked for training")
        return Sighting("leaders have no task of it")
    }

/// HBK-12: pupils are taught and parents informed, on record; a page that everyone may read speaks to families.
let familiesTaught =
    DutyCell.each("HBK-12", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        try await school.passToNewYear()
        for kind in [NewTask.Kind.teachPupils, .informParents] {
            try see(try await !school.tasks(of: staff.slt, kind).isEmpty, "a year without a session is no task")
        }
        let session = try await ArrangeSession(
            title: "Safe and kind online", audiences: [.pupils, .parents], school: school.school,
            on: Day(of: school.now)
        ).perform(in: school.organisation, by: staff.slt)
        try await SayHeld(session: session).perform(in: school.organisation, by: .user(staff.slt))
        for kind in [NewTask.Kind.teachPupils, .informParents] {
            try see(try await school.tasks(of: staff.slt, kind).isEmpty, "the session does not close the task")
        }
        let listed = Shown.words(of: try await school.page("/policy/training/sessions/\(session)", as: staff.governor))
        try see(
            listed.contains("Safe and kind online") && listed.contains("Arranged by Sanjay Mehta"),
            "the session is not on record")
        let offer = try await school.page("/policy/learning-platforms", as: staff.slt)
        try see(
            offer.contains("/quay/for-families") && offer.contains("link to it from your own website"),
            "nobody at the school is told of the page's address")
        let page = Shown.words(of: try await school.publicPage("/for-families"))
        let told = school.policy.clauses.filter { clause in
            clause.carriers.contains { carrier in
                guard case .told(.families, let text) = carrier else { return false }
                return page.contains(Shown.plain(text))
            }
        }
        try see(told.contains { $0.says.contains("encouraged") }, "families are not welcomed on the public page")
        return Sighting(
            "sessions for pupils and for parents are on record, each year; a page that everyone may read welcomes families, "
                + "and the school's website links to it",
            at: school.policy.sections(naming: "HBK-12").filter { at in
                told.contains { $0.at == at }
                    || school.policy.sections(carriedBy: .teachFamilies).contains(at)
            })
    }
    + DutyCell.silent("HBK-12", in: [.dsat, .link]) { paper in
        let school = try await DutySchool.under(paper)
        let page = Shown.words(of: try await school.publicPage("/for-families"))
        try see(!page.contains("What we say to families"), "the page for families cites the paper")
        return Sighting("the page for families cites nothing")
    }

extension DutySchool {
    /// Into a school year with nothing on record yet.
    fileprivate func passToNewYear() async throws {
        pass(300 * 86_400)
        try await runDue()
    }
}
