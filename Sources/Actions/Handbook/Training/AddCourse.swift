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
