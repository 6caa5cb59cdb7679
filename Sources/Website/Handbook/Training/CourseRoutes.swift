import Actions
import Governance
import Reading

/// The courses on the register: adding one, changing one.
enum CourseRoutes {
    static let all: [Route] = [
        .get(.newCourse, .registerKeepers) { visit in .page(form(visit)) },
        .post(.newCourse, .registerKeepers, .form, add),
        .get(.course(.any), .registerKeepers) { visit in .page(try await changeForm(visit)) },
        .post(.course(.any), .registerKeepers, .form, change),
    ]

    private static func form(_ visit: Visit, _ problems: [Problem] = []) -> Page {
        TrainingForms.course(
            visit.form, now: nil, to: visit.link(.newCourse), back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        do {
            try await AddCourse(
                name: visit.form["name"], months: months(visit), counts: visit.form.all("is").contains("counts")
            ).perform(in: visit.work, by: visit.actor)
            return .see(.training)
        } catch ActionError.invalid(let errors) {
            return .page(form(visit, errors.map(Problem.init)))
        }
    }

    private static func months(_ visit: Visit) throws -> Int? {
        let text = visit.form.trimmed("months")
        if text.isEmpty { return nil }
        guard let months = Int(text) else { throw ActionError.invalid("months", "Enter a whole number, or nothing") }
        return months
    }

    private static func course(_ visit: Visit) async throws -> Course {
        let courses = try await visit.work.database.trainingStanding(of: visit.me.user.id).courses
        guard let course = courses.first(where: { $0.id.text == visit.part("course") }) else {
            throw TurnedAway.notFound
        }
        return course
    }

    private static func changeForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        TrainingForms.course(
            visit.form, now: try await course(visit), to: visit.link(.course(.value(visit.part("course")))),
            back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        var course = try await course(visit)
        do {
            course.name = visit.form["name"]
            course.months = try months(visit)
            course.counts = visit.form.all("is").contains("counts")
            course.isOver = visit.form.all("is").contains("over")
            try await ChangeCourse(to: course).perform(in: visit.work, by: visit.actor)
            return .see(.training)
        } catch ActionError.invalid(let errors) {
            return .page(try await changeForm(visit, errors.map(Problem.init)))
        }
    }
}
