import Governance
import Store

/// Adds a day to the bank holidays of a nation, as one is proclaimed, or counts one again that was taken out.
package struct AddBankHoliday: Sendable {
    package var nation: Nation
    package var day: Day
    package var title: String
    package var source: String

    package init(_ nation: Nation, on day: Day, title: String, source: String) {
        self.nation = nation
        self.day = day
        self.title = title
        self.source = source
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let title = try required(title, "title", "Enter what it is called", most: SchoolDates.longestTitle)
        let source = try required(source, "source", "Say where it is announced, with its date", most: 300)
        try await organisation.change(by: actor) { tx in
            try tx.requireBankHolidayKeeper()
            guard SchoolDates.years.contains(day.year) else {
                throw ActionError.invalid("day", "The year \(day.year) cannot be right")
            }
            let before = try tx.bankHoliday(nation, day)
            guard before == nil || before?.takenOut != nil else {
                throw ActionError.invalid("day", "\(before?.title ?? "It") is on the list for that day already")
            }
            let holiday = BankHoliday(nation: nation, day: day, title: title, source: source)
            try tx.write(holiday)
            return Recorded(
                Event(.bankHolidayAdded, .organisation, after: try .dates(holiday, moved: try tx.reckonAnew())))
        }
    }
}

extension WriteTransaction {
    func requireBankHolidayKeeper() throws {
        try require(
            .administrator, at: nil, "Only an administrator of the whole organisation changes the bank holidays")
    }
}
