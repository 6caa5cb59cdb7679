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
