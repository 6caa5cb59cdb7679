import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// The calendar of a school; with nil what holds for the whole organisation.
    package func calendar(of school: Identifier<School>?) throws -> SchoolCalendar {
        try SchoolCalendar.read(db, school)
    }

    package func schoolDates(_ id: Identifier<SchoolDates>) throws -> SchoolDates {
        let sql = "SELECT \(SchoolDates.columns) FROM schoolDates WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id.text]) else { throw ActionError.notFound }
        return try SchoolDates(row)
    }

    /// What a school's calendar holds, the whole organisation's with it; with nil that of every school.
    package func schoolDates(beside school: Identifier<School>?) throws -> [SchoolDates] {
        try db.rows(
            """
            SELECT \(SchoolDates.columns) FROM schoolDates WHERE :school IS NULL OR school IS NULL OR school = :school
            ORDER BY firstDay, id
            """, ["school": school?.text], SchoolDates.init)
    }

    package func insert(_ dates: SchoolDates) throws {
        try execute(
            "INSERT INTO schoolDates (id, school, kind, firstDay, lastDay, title, uid) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                dates.id.text, dates.school?.text, dates.kind.rawValue, dates.first.description,
                dates.last.description, dates.title, dates.uid,
            ])
    }

    package func update(_ dates: SchoolDates) throws {
        try execute(
            "UPDATE schoolDates SET kind = ?, firstDay = ?, lastDay = ?, title = ? WHERE id = ?",
            [dates.kind.rawValue, dates.first.description, dates.last.description, dates.title, dates.id.text])
    }

    package func delete(_ dates: SchoolDates) throws {
        try execute("DELETE FROM schoolDates WHERE id = ?", [dates.id.text])
    }

    package func write(nation: Nation, keepsBankHolidays: Bool, of school: Identifier<School>) throws {
        try execute(
            """
            INSERT INTO schoolCalendar (school, nation, keepsBankHolidays) VALUES (?, ?, ?)
            ON CONFLICT (school) DO UPDATE SET nation = excluded.nation, keepsBankHolidays = excluded.keepsBankHolidays
            """, [school.text, nation.rawValue, keepsBankHolidays])
    }

    package func bankHoliday(_ nation: Nation, _ day: Day) throws -> BankHoliday? {
        try Row.fetchOne(
            db, sql: "SELECT \(BankHoliday.columns) FROM bankHoliday WHERE nation = ? AND day = ?",
            arguments: [nation.rawValue, day.description]
        ).map(BankHoliday.init)
    }

    package func write(_ holiday: BankHoliday) throws {
        try execute(
            """
            INSERT INTO bankHoliday (nation, day, title, source, takenOut) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (nation, day) DO UPDATE
            SET title = excluded.title, source = excluded.source, takenOut = excluded.takenOut
            """,
            [holiday.nation.rawValue, holiday.day.description, holiday.title, holiday.source, holiday.takenOut])
    }
}

extension WriteTransaction {
    /// The trial of a calendar file that waits to be confirmed at a school, under its own id.
    package func calendarTrial(_ id: Identifier<CalendarTrial>, of school: Identifier<School>) throws -> CalendarTrial?
    {
        let text = try String.fetchOne(
            db, sql: "SELECT trial FROM calendarTrial WHERE school = ?", arguments: [school.text])
        let trial = try text.map { try StoredJSON.value($0, as: CalendarTrial.self) }
        return trial?.id == id ? trial : nil
    }

    package func clearCalendarTrial(of school: Identifier<School>) throws {
        try execute("DELETE FROM calendarTrial WHERE school = ?", [school.text])
    }

    /// Every open task whose time follows a calendar is counted anew. Returns how many moved.
    package func reckonAnew() throws -> Int {
        let open = try db.rows(
            "SELECT id, countedDay, countedAt, dueAt FROM task WHERE closedBy IS NULL AND countedDay IS NOT NULL"
        ) { row -> (id: String, day: Day, school: Identifier<School>?, due: Int64?)? in
            guard let day = Day(row[1] as String) else { return nil }
            return (row[0], day, (row[2] as String?).map(Identifier.init), row[3])
        }
        var moved = 0
        for (school, tasks) in Dictionary(grouping: open, by: \.school) {
            let calendar = try calendar(of: school)
            for task in tasks {
                let due = ReckonedDay(task.day, at: school, in: calendar).due.milliseconds
                guard due != task.due else { continue }
                try execute("UPDATE task SET dueAt = ? WHERE id = ?", [due, task.id])
                moved += 1
            }
        }
        return moved
    }
}

extension Bookkeeping {
    /// A trial changes nothing of the school: what it shows is kept until it is confirmed, or until the next one.
    package func keep(
        _ trial: CalendarTrial, of school: Identifier<School>, by user: Identifier<User>
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO calendarTrial (school, trial, by, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (school) DO UPDATE SET trial = excluded.trial, by = excluded.by, at = excluded.at
                """, arguments: [school.text, try StoredJSON.text(trial), user.text, now.milliseconds])
    }
}
