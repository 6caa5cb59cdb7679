import Foundation
import Testing

@testable import Governance

/// Deadlines worked by hand, in England unless it says otherwise.
@Suite struct DeadlineTests {
    private func calendar(_ nation: Nation = .england) throws -> SchoolCalendar {
        SchoolCalendar(nation: nation, bankHolidays: try NationalDays.of(nation))
    }

    private func at(_ text: String) throws -> Date {
        try #require(try? Date(text, strategy: .iso8601))
    }

    @Test(arguments: [
        // a request for access: 25 December is a holiday, then a weekend, then a substitute day
        ("2026-11-25T10:00:00Z", 1, "2026-12-29"),
        // no 31 February, and the 28th is a Sunday
        ("2027-01-31T10:00:00Z", 1, "2027-03-01"),
    ]) func monthsEndOnTheSameDayOrTheNextWorkingDay(received: String, months: Int, last: String) throws {
        let due = try #require(Deadline.months(months).due(from: at(received), in: calendar()))
        #expect(Day(of: due).description == last)
    }

    @Test(arguments: [("2026-11-25T10:00:00Z", "2026-12-29"), ("2026-11-21T10:00:00Z", "2026-12-21")])
    func thirtyDaysAreCountedFromTheDayAfter(received: String, last: String) throws {
        let due = try #require(Deadline.days(30).due(from: at(received), in: calendar()))
        #expect(Day(of: due).description == last)
    }

    @Test func elapsedHoursCountWeekendsAndClockChanges() throws {
        #expect(
            try Deadline.hours(72).due(from: at("2026-11-20T16:00:00Z"), in: calendar()) == at("2026-11-23T16:00:00Z"))
        #expect(
            try Deadline.hours(24).due(from: at("2026-10-24T11:00:00Z"), in: calendar()) == at("2026-10-25T11:00:00Z"))
    }

    @Test func hoursOfWorkingDaysLeaveWeekendsAndHolidaysOut() throws {
        #expect(
            try Deadline.hoursOfWorkingDays(48).due(from: at("2026-11-20T15:00:00Z"), in: calendar())
                == at("2026-11-24T15:00:00Z"))
    }

    @Test func theCloseOfTheNextWorkingDay() throws {
        let due = try Deadline.workingDays(1).due(from: at("2026-11-20T16:30:00Z"), in: calendar())
        #expect(due == Day("2026-11-23")?.close)
        let scottish = try Deadline.workingDays(1).due(from: at("2027-03-26T12:00:00Z"), in: calendar(.scotland))
        #expect(scottish == Day("2027-03-29")?.close)
        let welsh = try Deadline.workingDays(1).due(from: at("2027-03-26T12:00:00Z"), in: calendar(.wales))
        #expect(welsh == Day("2027-03-30")?.close)
    }

    @Test func schoolDaysNeedATermThatReachesSoFar() throws {
        var calendar = try calendar()
        #expect(try Deadline.schoolDays(15).due(from: at("2026-11-20T12:00:00Z"), in: calendar) == nil)
        calendar.dates = [
            SchoolDates(
                id: Identifier("t"), school: nil, kind: .term, first: try #require(Day("2026-09-01")),
                last: try #require(Day("2026-12-18")), title: "Autumn term")
        ]
        #expect(
            try Deadline.schoolDays(15).due(from: at("2026-11-20T12:00:00Z"), in: calendar)
                == Day("2026-12-11")?.close)
    }
}
