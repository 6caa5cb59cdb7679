import Actions
import Foundation
import Governance
import Reading

/// One request for the calendar: `?month=2026-11`, or `?week=2026-11-20` for the week of that day.
struct CalendarSheet {
    let desk: PublishingDesk
    var visit: Visit { desk.visit }
    private let today: Day

    init(_ visit: Visit) throws {
        desk = try PublishingDesk(visit)
        today = Day(of: visit.now)
    }

    func page() async throws -> Page {
        let entries: [CalendarEntry]
        if let day = Day(visit.query.trimmed("week")) {
            let monday = day.adding(days: -day.weekdayFromMonday)
            entries = try await desk.work.database.calendar(
                from: monday, to: monday.adding(days: 6), within: desk.reach.sent)
            return try await week(of: monday, entries)
        }
        let first =
            Day("\(visit.query.trimmed("month"))-01") ?? Day(year: today.year, month: today.month, day: 1) ?? today
        entries = try await desk.work.database.calendar(from: first, to: first.lastOfMonth, within: desk.reach.sent)
        return try await month(from: first, entries)
    }

    private func month(from first: Day, _ entries: [CalendarEntry]) async throws -> Page {
        let byDay = Dictionary(grouping: entries, by: \.day)
        let before = first.adding(days: -1)
        let after = first.lastOfMonth.adding(days: 1)
        let calendar = try await desk.work.database.calendar(of: nil)
        let days = (0..<first.lastOfMonth.day).map { square(first.adding(days: $0), byDay, calendar) }
        let label = "\(When.month(first)) \(first.year)"
        let sheet = CalendarPage(
            note: try await desk.pausedNote(), before: HeadAction(When.month(before), monthLink(before)),
            today: HeadAction("Today", visit.link(.calendar)), after: HeadAction(When.month(after), monthLink(after)),
            monthLink: monthLink(first), weekLink: weekLink(first.hasSameMonth(as: today) ? today : first),
            listLink: visit.link(.posts), isMonth: true, label: label,
            month: Array(repeating: .blank, count: first.weekdayFromMonday) + days
                + Array(repeating: .blank, count: (7 - (first.weekdayFromMonday + days.count) % 7) % 7),
            week: [])
        return Page(label, actions: ListRoutes.calendarActions(visit), room: .calendar, sheet)
    }

    private func week(of monday: Day, _ entries: [CalendarEntry]) async throws -> Page {
        let byDay = Dictionary(grouping: entries, by: \.day)
        let sheet = CalendarPage(
            note: try await desk.pausedNote(), before: HeadAction("Week before", weekLink(monday.adding(days: -7))),
            today: HeadAction("This week", weekLink(today)),
            after: HeadAction("Week after", weekLink(monday.adding(days: 7))), monthLink: monthLink(monday),
            weekLink: weekLink(monday), listLink: visit.link(.posts), isMonth: false,
            label: "Week of \(When.date(monday))", month: [],
            week: (0..<7).map { number in
                let day = monday.adding(days: number)
                let shown = shown(byDay[day])
                return CalendarPage.WeekDay(
                    name: day == today ? "Today" : When.weekday(day), date: "\(day.day) \(When.month(day))",
                    entries: shown, isEmpty: shown.isEmpty)
            })
        return Page("Week of \(When.date(monday))", actions: ListRoutes.calendarActions(visit), room: .calendar, sheet)
    }

    private func square(
        _ day: Day, _ byDay: [Day: [CalendarEntry]], _ calendar: SchoolCalendar
    ) -> CalendarPage.MonthDay {
        let shown = shown(byDay[day])
        return CalendarPage.MonthDay(
            weekday: String(When.weekday(day).prefix(3)), number: "\(day.day)", isToday: day == today,
            isOff: !calendar.isWorkingDay(day), small: calendar.note(on: day), entries: shown, isEmpty: shown.isEmpty,
            isBlank: false)
    }

    /// What a day shows: a post that goes to several accounts at one time stands there once.
    private func shown(_ entries: [CalendarEntry]?) -> [CalendarPage.Entry] {
        var shown: [(first: CalendarEntry, accounts: [String])] = []
        for entry in entries ?? [] {
            let same = shown.firstIndex {
                $0.first.post == entry.post && $0.first.at == entry.at && $0.first.state == entry.state
            }
            if let same {
                shown[same].accounts.append(entry.account.name)
            } else {
                shown.append((entry, [entry.account.name]))
            }
        }
        return shown.map { self.entry($0.first, at: Composition.listed($0.accounts)) }
    }

    private func entry(_ entry: CalendarEntry, at accounts: String) -> CalendarPage.Entry {
        let tag = Tag(entry.state)
        return CalendarPage.Entry(
            link: visit.link(.post(.value(entry.post.text))), tone: tag.tone, icon: tag.icon, time: When.time(entry.at),
            title: entry.title, small: accounts, state: tag.text)
    }

    private func monthLink(_ day: Day) -> String { visit.link(.calendar) + "?month=\("\(day)".prefix(7))" }
    private func weekLink(_ day: Day) -> String { visit.link(.calendar) + "?week=\(day)" }
}

extension Day {
    /// 0 on a Monday.
    fileprivate var weekdayFromMonday: Int {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].firstIndex(
            of: When.weekday(self))
            ?? 0
    }

    fileprivate var lastOfMonth: Day {
        (28...31).compactMap { Day(year: year, month: month, day: $0) }.last ?? self
    }

    fileprivate func hasSameMonth(as other: Day) -> Bool { year == other.year && month == other.month }
}

extension When {
    /// `November`
    static func month(_ day: Day) -> String {
        let words = date(day).split(separator: " ")
        return words.count > 1 ? String(words[1]) : ""
    }
}
