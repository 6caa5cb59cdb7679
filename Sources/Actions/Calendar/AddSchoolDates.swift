import Governance
import Store

/// Puts a term, a half term, INSET days or a closure into a school's calendar, or into every school's.
package struct AddSchoolDates: Sendable {
    package var school: Identifier<School>?
    package var kind: SchoolDates.Kind
    package var first: Day
    package var last: Day
    package var title: String

    /// - Parameter school: nil for every school of the organisation.
    package init(
        _ kind: SchoolDates.Kind, at school: Identifier<School>?, from first: Day, to last: Day, title: String
    ) {
        self.school = school
        self.kind = kind
        self.first = first
        self.last = last
        self.title = title
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<SchoolDates> {
        try await organisation.change(by: actor) { tx in
            let dates = try tx.checked(
                SchoolDates(id: tx.identifier(), school: school, kind: kind, first: first, last: last, title: title))
            try tx.insert(dates)
            return Recorded(
                dates.id, Event(.datesAdded, dates.subject, after: try .dates(dates, moved: try tx.reckonAnew())))
        }
    }
}
