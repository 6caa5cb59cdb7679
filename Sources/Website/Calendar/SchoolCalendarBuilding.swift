import Actions
import Foundation
import Governance
import Reading

/// One request for a school's calendar: `?year=2026` for the school year that begins then.
struct SchoolCalendarBuilding {
    let visit: Visit
    let school: School
    let calendar: SchoolCalendar
    private let year: SchoolYear
    private let mayKeep: Bool
    private let mayKeepAll: Bool

    init(_ visit: Visit) async throws {
        self.visit = visit
        school = try await SchoolRoutes.school(visit)
        calendar = try await visit.work.database.calendar(of: school.id)
        let authority = try visit.me.authority
        mayKeep = authority.holds(any: SchoolDates.keepers, at: school.id)
        mayKeepAll = authority.holds(any: SchoolDates.keepers, at: nil)
        let now = SchoolYear(of: Day(of: visit.now), in: calendar.nation)
        let asked = Int(visit.query.trimmed("year")).flatMap { SchoolDates.years.contains($0) ? $0 : nil }
        let nation = calendar.nation
        year =
            asked.flatMap { Day(year: $0, month: now.first.month, day: 1) }
            .map { SchoolYear(of: $0, in: nation) } ?? now
    }

    func page() async throws -> Page {
        let here = SiteURL.Part.value(school.slug)
        let terms = dates(.term)
        let days = terms.isEmpty ? 0 : calendar.schoolDays(from: year.first, to: year.last)
        let addresses = try await visit.work.database.calendarAddresses(of: visit.me.user.id)
        let yearLink = { (other: SchoolYear) in
            visit.link(.schoolCalendar(here)) + "?year=\(other.first.year)"
        }
        let years = [
            SchoolYear(of: year.first.adding(days: -1), in: calendar.nation), year,
            SchoolYear(of: year.next, in: calendar.nation),
        ]
        return Page(
            terms.isEmpty
                ? "No term of \(year.title) is known" : "\(days) school days in \(year.title)",
            title: "Calendar of \(school.name)", eyebrow: school.name,
            crumb: visit.site.routes.admit(visit.visitor, to: .schools)
                ? Crumb("Schools", visit.link(.schools)) : Crumb("Home", visit.link(.home)),
            actions: mayKeep
                ? [
                    HeadAction("Bring in a file", icon: .upload, visit.link(.calendarFile(here))),
                    HeadAction("Add days", icon: .plus, visit.link(.newSchoolDates(here)), filled: true),
                ] : [],
            tabs: years.map { Tab($0.title, yearLink($0), current: $0 == year) }, room: .schools,
            SchoolCalendarPage(
                notes: notes(hasTerms: !terms.isEmpty), facts: facts(here), months: months(), groups: groups(here),
                holidays: holidays(), anyHolidays: !holidays().isEmpty,
                noHolidays: calendar.keepsBankHolidays
                    ? "No bank holiday of this year is on the list."
                    : "The school keeps local holidays instead: they stand above, as closures.",
                downloadLink: visit.link(.calendarDownload(here)), addressTo: visit.link(.myCalendar),
                addressOf: school.slug, hasAddress: addresses.contains { $0.school == school.id }))
    }

    private func dates(_ kind: SchoolDates.Kind) -> [SchoolDates] {
        calendar.dates.filter { $0.kind == kind && $0.first <= year.last && year.first <= $0.last }
    }

    private func notes(hasTerms: Bool) -> [Note] {
        var notes: [Note] = []
        if !hasTerms {
            notes.append(
                Note(
                    .hold, "No term of this year is known.",
                    "Working days are counted all the same; days on which pupils are in are not.",
                    link: mayKeep
                        ? HeadAction("Bring in the school’s calendar", visit.link(.calendarFile(.value(school.slug))))
                        : nil))
        }
        if let last = calendar.bankHolidays.keys.max(), last < year.last {
            notes.append(
                Note(
                    .warn, "The list of bank holidays ends on \(When.date(last)).",
                    "Days after that are counted as worked until they are added.",
                    link: HeadAction("See the list", visit.link(.bankHolidays))))
        }
        return notes
    }

    private func facts(_ here: SiteURL.Part) -> [Fact] {
        let today = Day(of: visit.now)
        let next = calendar.workingDay(1, after: today)
        let kept = calendar.keepsBankHolidays ? "kept" : "worked: it has local holidays of its own"
        return [
            Fact(
                "Nation", "\(calendar.nation.title); its bank holidays are \(kept)",
                link: mayKeep ? visit.link(.schoolCalendarNation(here)) : nil),
            Fact(
                "Today",
                calendar.note(on: today)
                    ?? (calendar.isSchoolDay(today)
                        ? "Pupils are in"
                        : calendar.isWorkingDay(today) ? "A working day; no pupils" : "Not a working day")),
            Fact("Next working day", next.map { "\(When.weekday($0)) \(When.date($0))" } ?? "None is known"),
        ]
    }

    // MARK: - The picture

    private func months() -> [SchoolCalendarPage.Month] {
        var months: [SchoolCalendarPage.Month] = []
        var first = year.first
        while first <= year.last {
            let weeks = Day.weeks(ofMonth: first.month, year: first.year)
            let month = first.month
            months.append(
                SchoolCalendarPage.Month(
                    name: "\(When.month(first)) \(first.year)",
                    days: weeks.flatMap { $0 }.map { day in
                        day.month == month
                            ? SchoolCalendarPage.Square(number: "\(day.day)", look: look(day))
                            : SchoolCalendarPage.Square(number: "", look: "day-none")
                    }))
            first = first.adding(months: 1) ?? year.next
        }
        return months
    }

    private func look(_ day: Day) -> String {
        let isToday = day == Day(of: visit.now) ? " day-today" : ""
        let isIn = { (kind: SchoolDates.Kind) in calendar.dates.contains { $0.kind == kind && $0.contains(day) } }
        if day.weekday > 5 { return "day-off" + isToday }
        if isIn(.closure) { return "day-closed" + isToday }
        if calendar.keepsBankHolidays, calendar.bankHolidays[day] != nil { return "day-bank" + isToday }
        if isIn(.inset) { return "day-inset" + isToday }
        if isIn(.halfTerm) { return "day-half" + isToday }
        return (calendar.isSchoolDay(day) ? "day-term" : "") + isToday
    }

    // MARK: - The lists

    private func groups(_ here: SiteURL.Part) -> [SchoolCalendarPage.Group] {
        [
            (SchoolDates.Kind.term, "Terms", "No term is known."),
            (.halfTerm, "Half terms", "No half term is known."), (.inset, "INSET days", "No INSET day is known."),
            (.closure, "Closures", "On no day is the school shut beside weekends and bank holidays."),
        ].map { kind, heading, says in
            let lines = dates(kind).map { line($0, here) }
            return SchoolCalendarPage.Group(
                anchor: kind.rawValue, heading: heading, says: says, lines: lines, anyLines: !lines.isEmpty)
        }
    }

    private func line(_ dates: SchoolDates, _ here: SiteURL.Part) -> SchoolCalendarPage.Line {
        var small: [String] = []
        if dates.kind == .term {
            small.append("\(calendar.schoolDays(from: dates.first, to: dates.last)) school days")
        }
        if dates.school == nil { small.append("All schools") }
        let may = dates.school == nil ? mayKeepAll : mayKeep
        return SchoolCalendarPage.Line(
            title: dates.title, when: Self.span(dates.first, dates.last),
            small: small.isEmpty ? nil : small.joined(separator: ", "),
            links: may
                ? [HeadAction("Change", visit.link(.schoolDates(here, dates: .value(dates.id.text))))] : [])
    }

    private func holidays() -> [SchoolCalendarPage.Line] {
        guard calendar.keepsBankHolidays else { return [] }
        return calendar.bankHolidays.filter { year.contains($0.key) }.sorted { $0.key < $1.key }.map { day, title in
            SchoolCalendarPage.Line(
                title: title, when: "\(When.weekday(day)) \(When.date(day))", small: nil, links: [])
        }
    }

    /// `Monday 19 October 2026`, or from one day to another.
    static func span(_ first: Day, _ last: Day) -> String {
        first == last
            ? "\(When.weekday(first)) \(When.date(first))"
            : "\(When.weekday(first)) \(When.date(first)) to \(When.weekday(last)) \(When.date(last))"
    }
}
