import Governance
import Store

/// Changes what stands in a calendar; whose it is stays.
package struct ChangeSchoolDates: Sendable {
    package var dates: SchoolDates

    package init(to dates: SchoolDates) { self.dates = dates }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let before = try tx.schoolDates(dates.id)
            var after = dates
            after.school = before.school
            after.uid = before.uid
            after = try tx.checked(after)
            guard after != before else { return .unchanged }
            try tx.update(after)
            return Recorded(
                Event(
                    .datesChanged, after.subject, before: try RecordValue(encoding: before),
                    after: try .dates(after, moved: try tx.reckonAnew())))
        }
    }
}
