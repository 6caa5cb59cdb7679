import Governance
import Store

/// Says in which nation a school is, and whether it keeps the nation's bank holidays or has local ones of its own.
package struct ChangeSchoolCalendar: Sendable {
    package var school: Identifier<School>
    package var nation: Nation
    package var keepsBankHolidays: Bool

    package init(of school: Identifier<School>, nation: Nation, keepsBankHolidays: Bool) {
        self.school = school
        self.nation = nation
        self.keepsBankHolidays = keepsBankHolidays
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.requireCalendarKeeper(at: school)
            let before = try tx.calendar(of: try tx.school(school).id)
            guard before.nation != nation || before.keepsBankHolidays != keepsBankHolidays else { return .unchanged }
            try tx.write(nation: nation, keepsBankHolidays: keepsBankHolidays, of: school)
            try tx.setSchoolYearDue()
            return Recorded(
                Event(
                    .calendarChanged, RecordSubject(.school, school),
                    before: [
                        "nation": .text(before.nation.rawValue), "keepsBankHolidays": .flag(before.keepsBankHolidays),
                    ],
                    after: [
                        "nation": .text(nation.rawValue), "keepsBankHolidays": .flag(keepsBankHolidays),
                        "tasksMoved": .number(try tx.reckonAnew()),
                    ]), tasks: try tx.offeringTasks(organisation.installation.policies))
        }
        try await organisation.noteDue()
    }
}
