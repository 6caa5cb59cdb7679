import Foundation
import Governance
import Store

/// Makes the address at which a calendar program asks for a school's calendar, or for one's own deadlines. Whoever knows
/// it may read that and nothing else; the one before answers no more.
package struct MakeCalendarAddress: Sendable {
    package var school: Identifier<School>?

    /// - Parameter school: nil for one's own deadlines.
    package init(for school: Identifier<School>?) { self.school = school }

    /// The secret of the address, which is shown once and stored nowhere.
    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws -> String {
        let secret = Randomness.system.secret()
        try await organisation.change(by: .user(user)) { tx in
            if let school { _ = try tx.school(school) }
            guard try tx.user(user).endedAt == nil else { throw ActionError.notPermitted("Your way in has ended") }
            try tx.insert(CalendarAddress(user: user, school: school, madeAt: tx.now), tokenHash: tokenHash(secret))
            return Recorded(
                Event(
                    .calendarAddressMade, RecordSubject(.user, user),
                    after: ["school": RecordValue(school?.text)]))
        }
        return secret
    }
}

extension Organisation {
    /// What an address stands for; nil when it is made up or was ended.
    package func calendarAddress(_ secret: String) async throws -> CalendarAddress? {
        try await database.calendarAddress(tokenHash(secret))
    }
}
