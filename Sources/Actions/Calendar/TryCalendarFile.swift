import Foundation
import Governance
import Store

/// Reads a calendar file of a school and shows what it would change; nothing of the calendar changes.
package struct TryCalendarFile: Sendable {
    package var school: Identifier<School>
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8], for school: Identifier<School>) {
        self.school = school
        self.bytes = bytes
    }

    @discardableResult
    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws -> CalendarTrial {
        guard !bytes.isEmpty else { throw ActionError.invalid("file", "Choose a file") }
        let reading: SchoolDatesReading
        do throws(ICalendarTrouble) {
            reading = SchoolDatesReading(try ICalendarReader.read(bytes))
        } catch {
            throw ActionError.invalid("file", error.says)
        }
        let known = try await organisation.look(by: .user(user)) { tx in
            try tx.requireCalendarKeeper(at: try tx.school(school).id)
            return try tx.schoolDates(beside: school)
        }
        let randomness = organisation.installation.randomness
        let trial = CalendarTrial(
            id: randomness.identifier(), reading, for: school, beside: known, fresh: { randomness.identifier() })
        try await organisation.database.keep { [school] in try $0.keep(trial, of: school, by: user) }
        return trial
    }
}
