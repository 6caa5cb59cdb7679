import Foundation
import Governance
import Store

extension WriteTransaction {
    /// A due time of so many days, moved on to a working day of the school's calendar.
    func within(_ days: Int, at school: Identifier<School>?) throws -> ReckonedDay {
        ReckonedDay(Day(of: now).adding(days: days), at: school, in: try calendar(of: school))
    }

    func requireCalendarKeeper(at school: Identifier<School>?) throws {
        guard try authority().holds(any: SchoolDates.keepers, at: school) else {
            throw ActionError.notPermitted(
                school == nil
                    ? "Only whoever keeps the calendars of all schools can change what holds for all of them"
                    : "Only an administrator, the headteacher, a senior leader or the office keeps the calendar")
        }
    }

    /// The dates as they may stand; throws with the field and a sentence where they may not.
    func checked(_ dates: SchoolDates) throws -> SchoolDates {
        try requireCalendarKeeper(at: dates.school)
        if let school = dates.school { _ = try self.school(school) }
        var dates = dates
        dates.title = try required(
            dates.title, "title", "Enter what it is called", most: SchoolDates.longestTitle)
        guard dates.last >= dates.first else {
            throw ActionError.invalid("last", "The last day cannot come before the first")
        }
        guard SchoolDates.years.contains(dates.first.year), SchoolDates.years.contains(dates.last.year) else {
            throw ActionError.invalid("first", "The year \(dates.first.year) cannot be right")
        }
        guard dates.first.days(until: dates.last) < dates.kind.longest else {
            throw ActionError.invalid(
                "last", "\(dates.kind.called.capitalisedFirst) lasts at most \(dates.kind.longest) days")
        }
        let others = try schoolDates(beside: dates.school).filter { $0.id != dates.id }
        guard others.count < SchoolDates.most else {
            throw ActionError.conflict("This calendar is full. Take out what is long past")
        }
        if let other = others.first(where: dates.clashes) {
            throw ActionError.invalid(
                "first",
                "It overlaps with “\(other.title)”, from \(other.first.inWords) to \(other.last.inWords)")
        }
        return dates
    }
}

extension SchoolDates {
    /// What an event of it is about.
    var subject: RecordSubject { school.map { RecordSubject(.school, $0) } ?? .organisation }
}

extension RecordValue {
    /// What was written, and how many open tasks are due on another day by it.
    static func dates(_ value: some Encodable, moved: Int) throws -> RecordValue {
        ["is": try RecordValue(encoding: value), "tasksMoved": .number(moved)]
    }
}
