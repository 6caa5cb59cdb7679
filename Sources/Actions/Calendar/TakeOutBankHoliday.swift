import Governance
import Store

/// Takes a day off the list: it was moved to another, or is none.
package struct TakeOutBankHoliday: Sendable {
    package var nation: Nation
    package var day: Day
    package var why: String

    package init(_ nation: Nation, on day: Day, why: String) {
        self.nation = nation
        self.day = day
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is no bank holiday", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.requireBankHolidayKeeper()
            guard var holiday = try tx.bankHoliday(nation, day) else { throw ActionError.notFound }
            guard holiday.takenOut == nil else { return .unchanged }
            let before = holiday
            holiday.takenOut = why
            try tx.write(holiday)
            return Recorded(
                Event(
                    .bankHolidayTakenOut, .organisation, before: try RecordValue(encoding: before),
                    after: ["tasksMoved": .number(try tx.reckonAnew())], why: why))
        }
    }
}
