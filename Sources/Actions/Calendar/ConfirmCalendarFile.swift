import Governance
import Store

/// Does what the trial of a calendar file showed, and nothing else; what is ticked of that which the file has no more is taken out.
package struct ConfirmCalendarFile: Sendable {
    package var trial: Identifier<CalendarTrial>
    package var school: Identifier<School>
    package var takenOut: Set<Identifier<SchoolDates>>

    package init(
        _ trial: Identifier<CalendarTrial>, for school: Identifier<School>, takingOut: Set<Identifier<SchoolDates>> = []
    ) {
        self.trial = trial
        self.school = school
        takenOut = takingOut
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.requireCalendarKeeper(at: school)
            guard let trial = try tx.calendarTrial(trial, of: school) else {
                throw ActionError.conflict(
                    "This was brought in already, or another file was tried since. Look at the calendar, and bring the "
                        + "file in again if it is missing there")
            }
            let gone = trial.gone.filter { takenOut.contains($0.id) }
            for dates in gone { try tx.delete(dates) }
            for line in trial.lines {
                do {
                    let dates = try tx.checked(line.dates)
                    try line.isChange ? tx.update(dates) : tx.insert(dates)
                } catch ActionError.invalid {
                    throw ActionError.conflict(
                        "The calendar was changed since this was tried: “\(line.dates.title)” does not fit any more. "
                            + "Bring the file in again")
                }
            }
            try tx.clearCalendarTrial(of: school)
            guard !trial.lines.isEmpty || !gone.isEmpty else { return .unchanged }
            return Recorded(
                Event(
                    .calendarBroughtIn, RecordSubject(.school, school),
                    before: ["takenOut": .list(try gone.map { try RecordValue(encoding: $0) })],
                    after: [
                        "added": .list(
                            try trial.lines.filter { !$0.isChange }.map { try RecordValue(encoding: $0.dates) }),
                        "changed": .list(
                            try trial.lines.filter(\.isChange).map { try RecordValue(encoding: $0.dates) }),
                        "held": .number(trial.held.count), "tasksMoved": .number(try tx.reckonAnew()),
                    ]))
        }
    }
}
