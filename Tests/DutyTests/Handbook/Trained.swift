import Actions
import Foundation
import Governance
import Reading

/// HBK-07: whoever is bound and has no training that counts has a task, until it is on record.
let trained =
    DutyCell.each("HBK-07", of: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let task = try seen(try await school.tasks(of: staff.author, .beTrained).first, "nothing is asked")
        let named = school.policy.courseNamed
        try see((named == "Flick") == (paper == .dsat), "the course that the paper names is not known")
        try see(task.rule.contains("Flick") == (paper == .dsat), "the task does not name the course")
        let home = try await school.page("", as: staff.author)
        try see(home.contains("/quay/me/training"), "the first page does not lead to it")
        let course = try await AddCourse(name: named ?? "Social media", months: 12)
            .perform(in: school.organisation, by: .user(staff.slt))
        try await RecordTraining([staff.author], course: course, on: Day(of: school.now))
            .perform(in: school.organisation, by: .user(staff.slt))
        try see(try await school.tasks(of: staff.author, .beTrained).isEmpty, "the task stays once it is done")
        let listed = Shown.words(of: try await school.page("/policy/training", as: staff.head))
        try see(
            listed.contains("Priya Nair Employee Trained"), "the register does not say who is trained")
        school.pass(340 * 86_400)
        try await school.runDue()
        try see(try await !school.tasks(of: staff.author, .beTrained).isEmpty, "training that ends is not asked again")
        return Sighting(
            "everyone bound has a task"
                + (paper == .dsat ? " that names the Flick course" : "")
                + " until the training is on record, and again before it ends",
            at: try Shown.cited(school.policy.sections(carriedBy: .train), by: task.rule))
    }
    + DutyCell.each("HBK-07", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        try see(
            try await school.tasks(of: school.staff.author, .beTrained).isEmpty,
            "everyone is asked, which the paper does not")
        let course = try await AddCourse(name: "Speaking for the school", months: nil)
            .perform(in: school.organisation, by: .user(school.staff.slt))
        try await RecordTraining([school.staff.author], course: course, on: Day(of: school.now))
            .perform(in: school.organisation, by: .user(school.staff.slt))
        let listed = Shown.words(of: try await school.page("/policy/training", as: school.staff.head))
        try see(listed.contains("Speaking for the school"), "the register does not hold it")
        return Sighting(
            "nobody is asked as a matter of course; what a manager asks for before someone speaks for the school is on record",
            at: school.policy.sections(naming: "HBK-07"))
    }

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
        let cited = Shown.chips(of: register)
        return Sighting(
            "a school year without a session or briefing is the senior leaders' task and shows in the register",
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
        let page = Shown.words(of: try await school.publicPage("/for-families"))
        let told = school.policy.clauses.filter { clause in
            clause.carriers.contains { carrier in
                guard case .told(.families, let text) = carrier else { return false }
                return page.contains(Shown.plain(text))
            }
        }
        try see(told.contains { $0.says.contains("encouraged") }, "families are not welcomed on the public page")
        return Sighting(
            "sessions for pupils and for parents are on record, each year; a page that everyone may read welcomes families",
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

/// HBK-16: each edition of the statutory guidance is read by everyone bound, and the safeguarding lead is on every page.
let guidanceRead =
    DutyCell.each("HBK-16", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let author = school.staff.author
        let asked = { try await school.tasks(of: author, .readGuidance).map(\.subject.id) }
        try see(try await asked() == ["2025"], "the edition in force is not asked")
        let cited = try await school.visit(as: author) { visiting in
            let page = try await visiting.page("/policy/safeguarding")
            let after = try await visiting.post("/policy/safeguarding", ["confirm": "yes", "edition": "2025"])
            try see(Shown.words(of: after).contains("You said so on 21 November 2026"), "the page does not say when")
            return Shown.chips(of: page)
        }
        try see(try await asked().isEmpty, "the task stays once it is read")
        try await AddEdition(edition: 2026, from: Day(of: school.now), link: "https://www.gov.uk/")
            .perform(in: school.organisation, by: .user(school.staff.head))
        try see(try await asked() == ["2026"], "a new edition does not ask again")
        for path in ["", "/policy", "/me"] {
            try see(try await school.page(path).contains("/quay/tell-the-dsl"), "a page does not lead to the DSL")
        }
        return Sighting(
            "everyone bound is asked to read the edition in force and says so; a new one asks again; every page leads to "
                + "the safeguarding lead",
            at: school.policy.sections(carriedBy: .readGuidance).filter { at in
                cited.contains { $0.hasPrefix("Policy \(at)") }
            })
    }
    + DutyCell.silent("HBK-16", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try see(
            try await school.tasks(of: school.staff.author, .readGuidance).isEmpty, "the guidance is asked")
        return Sighting("nobody is asked to read an edition")
    }

/// HBK-09: questions go to the role that the paper names; where it names none, to the school's choice, and said so.
let questionsAnswered =
    DutyCell.each("HBK-09", of: [.dsat, .link]) { paper in
        let school = try await DutySchool.under(paper)
        let role = try paper.own([.link: "headteacher", .dsat: "director of IT"])
        let section = try paper.own([.link: "2.4", .dsat: "12"])
        for path in ["", "/policy", "/me"] {
            let page = Shown.words(of: try await school.page(path))
            try see(page.contains("Ask the \(role). Policy \(section)."), "\(path) does not name the \(role)")
        }
        return Sighting("the foot of every page names the \(role)", at: [section])
    }
    + DutyCell.silent("HBK-09", in: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let page = Shown.words(of: try await school.page(""))
        try see(
            page.contains("Ask the headteacher. Our choice, not in the policy."), "the choice is not marked as ours")
        return Sighting("the foot of every page names the school's own choice, and that it is one")
    }

extension DutySchool {
    /// Into a school year with nothing on record yet.
    fileprivate func passToNewYear() async throws {
        pass(300 * 86_400)
        try await runDue()
    }
}
