import Governance
import Store

/// Takes something out of a calendar, with a reason.
package struct TakeOutSchoolDates: Sendable {
    package var dates: Identifier<SchoolDates>
    package var why: String

    package init(_ dates: Identifier<SchoolDates>, why: String) {
        self.dates = dates
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is taken out", most: 500)
        try await organisation.change(by: actor) { tx in
            let before = try tx.schoolDates(dates)
            try tx.requireCalendarKeeper(at: before.school)
            try tx.delete(before)
            return Recorded(
                Event(
                    .datesTakenOut, before.subject, before: try RecordValue(encoding: before),
                    after: ["tasksMoved": .number(try tx.reckonAnew())], why: why))
        }
    }
}
