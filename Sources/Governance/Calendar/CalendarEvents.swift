import Foundation

/// Where a calendar program asks again and again for a school's calendar or for somebody's deadlines. Its secret stands
/// nowhere but in the address; what is kept is its hash.
package struct CalendarAddress: Sendable, Equatable {
    package let user: Identifier<User>
    /// Whose calendar; nil: the deadlines of this user.
    package let school: Identifier<School>?
    package let madeAt: Date

    package init(user: Identifier<User>, school: Identifier<School>?, madeAt: Date) {
        self.user = user
        self.school = school
        self.madeAt = madeAt
    }
}

extension Event.Kind {
    package static let datesAdded = Self("calendar.dates-added")
    package static let datesChanged = Self("calendar.dates-changed")
    package static let datesTakenOut = Self("calendar.dates-taken-out")
    package static let calendarChanged = Self("calendar.calendar-changed")
    package static let bankHolidayAdded = Self("calendar.bank-holiday-added")
    package static let bankHolidayTakenOut = Self("calendar.bank-holiday-taken-out")
    /// A calendar file was brought in.
    package static let calendarBroughtIn = Self("calendar.file-brought-in")
    package static let calendarAddressMade = Self("calendar.address-made")
    package static let calendarAddressEnded = Self("calendar.address-ended")
}
