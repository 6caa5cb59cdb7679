import Foundation
import GRDB
import Governance

extension SchoolDates {
    package static let columns = "id, school, kind, firstDay, lastDay, title, uid"

    package init(_ row: Row) throws {
        guard let kind = Kind(rawValue: row[2]), let first = Day(row[3] as String), let last = Day(row[4] as String)
        else { throw StoreError.damaged("The calendar of a school") }
        self.init(
            id: Identifier(row[0]), school: (row[1] as String?).map(Identifier.init), kind: kind, first: first,
            last: last, title: row[5], uid: row[6])
    }
}

extension BankHoliday {
    package static let columns = "nation, day, title, source, takenOut"

    package init(_ row: Row) throws {
        guard let nation = Nation(rawValue: row[0]), let day = Day(row[1] as String) else {
            throw StoreError.damaged("The list of bank holidays")
        }
        self.init(nation: nation, day: day, title: row[2], source: row[3], takenOut: row[4])
    }
}

extension SchoolCalendar {
    /// The calendar of a school; with nil what holds for the whole organisation, and in one that is one school, that
    /// school's.
    package static func read(_ db: Database, _ school: Identifier<School>?) throws -> SchoolCalendar {
        let schools = try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM school LIMIT 2"))
        let one = school?.text ?? (schools.count == 1 ? schools[0] : nil)
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT coalesce(schoolCalendar.nation, organisation.nation), coalesce(keepsBankHolidays, 1)
                    FROM organisation LEFT JOIN schoolCalendar ON schoolCalendar.school = ?
                    """), arguments: [one])
        guard let row, let nation = Nation(rawValue: row[0]) else { throw ActionError.notFound }
        let holidays = try db.rows(
            "SELECT \(BankHoliday.columns) FROM bankHoliday WHERE nation = ? AND takenOut IS NULL",
            [nation.rawValue], BankHoliday.init)
        return SchoolCalendar(
            nation: nation, keepsBankHolidays: row[1],
            bankHolidays: Dictionary(holidays.map { ($0.day, $0.title) }, uniquingKeysWith: { first, _ in first }),
            dates: try db.rows(
                "SELECT \(SchoolDates.columns) FROM schoolDates WHERE school IS NULL OR school = ? ORDER BY firstDay, id",
                [one], SchoolDates.init))
    }
}
