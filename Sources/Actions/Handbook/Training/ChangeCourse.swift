import Governance
import Store

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
