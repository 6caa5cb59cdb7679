import Governance
import Store

/// Puts a kind of training on the register.
package struct AddCourse: Sendable {
    package var name: String
    package var months: Int?
    package var counts: Bool

    /// - Parameter months: for how long it counts; nil: for good.
    package init(name: String, months: Int?, counts: Bool = true) {
        self.name = name
        self.months = months
        self.counts = counts
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Course> {
        try await organisation.change(by: actor) { tx in
            try tx.requireTrainingKeeper(at: nil)
            let course = try checked(
                Course(id: tx.identifier(), name: name, months: months, counts: counts), among: tx.courses())
            try tx.insert(course)
            return Recorded(
                course.id,
                Event(
                    .courseAdded, RecordSubject(.course, course.id), after: try RecordValue(encoding: course)))
        }
    }
}

/// Changes what a course is called, or what it counts for, or ends it. What was done before keeps its last day.
package struct ChangeCourse: Sendable {
    package var course: Course

    package init(to course: Course) {
        self.course = course
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.requireTrainingKeeper(at: nil)
            let courses = try tx.courses()
            guard let before = courses.first(where: { $0.id == course.id }) else { throw ActionError.notFound }
            let after = try checked(course, among: courses)
            guard after != before else { return .unchanged }
            try tx.update(after)
            return Recorded(
                Event(
                    .courseChanged, RecordSubject(.course, after.id), before: try RecordValue(encoding: before),
                    after: try RecordValue(encoding: after)),
                tasks: try tx.handbookTasks(organisation.installation.policies))
        }
    }
}

private func checked(_ course: Course, among courses: [Course]) throws -> Course {
    var course = course
    course.name = try required(course.name, "name", "Enter what the training is called", most: 120)
    if let months = course.months, !(1...Course.mostMonths).contains(months) {
        throw ActionError.invalid("months", "Enter a number of months from 1 to \(Course.mostMonths), or nothing")
    }
    if courses.contains(where: { $0.id != course.id && $0.name.lowercased() == course.name.lowercased() }) {
        throw ActionError.invalid("name", "There is a course of this name already")
    }
    return course
}

extension WriteTransaction {
    /// - Parameter school: nil: of the whole organisation.
    func requireTrainingKeeper(at school: Identifier<School>?) throws {
        let authority = try authority()
        let isOnly = try school == nil && schools().count == 1
        let held = try isOnly ? schools().first?.id : school
        guard authority.holds(any: TrainingRoles.keepers, at: held) else {
            throw ActionError.notPermitted(
                "Only an administrator, the headteacher, a senior leader or the trust's executive keeps the register "
                    + (held == nil ? "of training of the whole organisation" : "of training of this school"))
        }
    }
}
