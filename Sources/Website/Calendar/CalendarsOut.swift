import Actions
import Foundation
import Governance
import Reading

/// Calendars for other programs: a school's days, and somebody's deadlines.
struct CalendarsOut {
    let visit: Visit
    private var place: String { "\(visit.organisation?.key ?? "").chaperone" }

    func school(_ school: School) async throws -> Reply {
        let calendar = try await visit.work.database.calendar(of: school.id)
        let from = Day(of: visit.now).adding(days: -366)
        let dates = calendar.dates.filter { $0.last >= from }.map { dates in
            ICalendarWriter.Entry(
                uid: "\(dates.id.text)@\(place)", title: dates.title, about: dates.kind.title.capitalisedFirst,
                first: dates.first, last: dates.last)
        }
        let holidays = calendar.keepsBankHolidays ? calendar.bankHolidays.filter { $0.key >= from } : [:]
        return file(
            school.name,
            dates
                + holidays.sorted { $0.key < $1.key }.map { day, title in
                    ICalendarWriter.Entry(
                        uid: "bank-\(calendar.nation.rawValue)-\(day)@\(place)", title: title, about: "Bank holiday",
                        first: day, last: day)
                })
    }

    func deadlines(of user: Identifier<User>) async throws -> Reply {
        let tasks = try await visit.work.database.tasks(of: user)
        let home = (try await visit.site.installation?.publicAddress() ?? "") + visit.link(.home)
        return file(
            "Deadlines",
            tasks.compactMap { task in
                task.due.map { due in
                    ICalendarWriter.Entry(
                        uid: "\(task.id.text)@\(place)",
                        title: TaskTitles.title(task.kind) ?? "Something waits for you in Chaperone",
                        about: "By \(When.time(due)). See \(home)", first: Day(of: due), last: Day(of: due))
                }
            })
    }

    private func file(_ name: String, _ entries: [ICalendarWriter.Entry]) -> Reply {
        .download(
            name: "chaperone.ics", type: "text/calendar; charset=utf-8",
            ICalendarWriter(name: name, entries).bytes(at: visit.now))
    }
}
