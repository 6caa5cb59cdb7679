import Foundation
import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// The calendar of a school; with nil what holds for the whole organisation.
    package func calendar(of school: Identifier<School>?) async throws -> SchoolCalendar {
        try await read { try SchoolCalendar.read($0, school) }
    }

    /// The bank holidays of a nation by day, those that were taken out among them.
    package func bankHolidays(of nation: Nation) async throws -> [BankHoliday] {
        try await read { db in
            try db.rows(
                "SELECT \(BankHoliday.columns) FROM bankHoliday WHERE nation = ? ORDER BY day", [nation.rawValue],
                BankHoliday.init)
        }
    }

    /// The trial of a calendar file that waits at a school.
    package func calendarTrial(of school: Identifier<School>) async throws -> CalendarTrial? {
        try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT trial FROM calendarTrial WHERE school = ?"), arguments: [school.text]
            ).map { try StoredJSON.value($0) }
        }
    }

    /// The addresses that a user has made and that answer.
    package func calendarAddresses(of user: Identifier<User>) async throws -> [CalendarAddress] {
        try await read { db in
            try db.rows(
                "SELECT \(CalendarAddress.columns) FROM calendarAddress WHERE user = ?", [user.text],
                CalendarAddress.init)
        }
    }
}
