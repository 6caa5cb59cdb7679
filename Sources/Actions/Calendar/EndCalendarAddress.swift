import Governance
import Store

/// Ends the address of a calendar: whoever asks there finds nothing.
package struct EndCalendarAddress: Sendable {
    package var school: Identifier<School>?

    package init(for school: Identifier<School>?) { self.school = school }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            guard try tx.removeCalendarAddress(of: user, for: school) else { return .unchanged }
            return Recorded(
                Event(
                    .calendarAddressEnded, RecordSubject(.user, user),
                    before: ["school": RecordValue(school?.text)]))
        }
    }
}
