import Foundation
import Testing

@testable import Governance

/// Working days, school days and calendar days are three units, and each nation has holidays of its own.
@Suite struct SchoolCalendarTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func calendar(_ nation: Nation = .england, _ dates: [SchoolDates] = []) throws -> SchoolCalendar {
        SchoolCalendar(nation: nation, bankHolidays: try NationalDays.of(nation), dates: dates)
    }

    private func dates(_ kind: SchoolDates.Kind, _ first: String, _ last: String? = nil) throws -> SchoolDates {
        SchoolDates(
            id: Identifier("\(kind)\(first)"), school: Identifier("s"), kind: kind, first: try day(first),
            last: try day(last ?? first), title: "\(kind.title) of \(first)")
    }

    /// The autumn term of 2026, with its half term, an INSET day at its head, and a day on which the school is shut.
    private func autumn() throws -> SchoolCalendar {
        try calendar(
            .england,
            [
                dates(.term, "2026-09-01", "2026-12-18"), dates(.inset, "2026-09-01"),
                dates(.halfTerm, "2026-10-26", "2026-10-30"), dates(.closure, "2026-11-27"),
            ])
    }

    @Test func easterMondayIsWorkedInScotlandAlone() throws {
        let easter = try day("2027-03-29")
        #expect(try calendar(.scotland).isWorkingDay(easter))
        for nation in [Nation.england, .wales, .northernIreland] {
            #expect(try !calendar(nation).isWorkingDay(easter))
        }
        #expect(try !calendar(.scotland).isWorkingDay(day("2026-11-30")))
        #expect(try calendar(.wales).isWorkingDay(day("2026-11-30")))
        #expect(try !calendar(.northernIreland).isWorkingDay(day("2026-03-17")))
    }

    @Test func aSchoolWithLocalHolidaysWorksTheNations() throws {
        var calendar = try calendar(.scotland)
        calendar.keepsBankHolidays = false
        #expect(try calendar.isWorkingDay(day("2026-11-30")))
        #expect(try calendar.note(on: day("2026-11-30")) == nil)
    }

    @Test func anINSETDayIsWorkedAndNoSchoolDayAndAClosureIsNeither() throws {
        let calendar = try autumn()
        #expect(try calendar.isWorkingDay(day("2026-09-01")) && !calendar.isSchoolDay(day("2026-09-01")))
        #expect(try calendar.isSchoolDay(day("2026-09-02")))
        #expect(try calendar.isWorkingDay(day("2026-10-27")) && !calendar.isSchoolDay(day("2026-10-27")))
        #expect(try !calendar.isWorkingDay(day("2026-11-27")) && !calendar.isSchoolDay(day("2026-11-27")))
        #expect(try calendar.schoolDays(from: day("2026-09-01"), to: day("2026-12-31")) == 79 - 1 - 5 - 1)
    }

    @Test func aDueDayMovesPastAClosureAndAWeekend() throws {
        let due = ReckonedDay(try day("2026-11-27"), at: nil, in: try autumn()).due
        #expect(due == (try day("2026-11-30")).close)
        #expect(ReckonedDay(try day("2026-11-26"), at: nil, in: try autumn()).due == (try day("2026-11-26")).close)
    }

    @Test func aCalendarThatIsShutForGoodDoesNotHang() throws {
        let shut = try calendar(.england, [dates(.closure, "2026-01-01", "2029-12-31")])
        #expect(try shut.workingDay(onOrAfter: day("2026-06-01")) == day("2026-06-01"))
        #expect(try shut.schoolDay(1, after: day("2026-06-01")) == nil)
    }
}
