import Actions
import Foundation
import Governance
import Reading

/// The calendars of schools: to see, to keep, to bring in and to take along.
enum CalendarRoutes {
    static let all: [Route] =
        [
            .get(.schoolCalendar(.any), .signedIn) { visit in
                .page(try await SchoolCalendarBuilding(visit).page())
            },
            .get(.newSchoolDates(.any), .calendarKeepers) { visit in .page(try await newForm(visit)) },
            .post(.newSchoolDates(.any), .calendarKeepers, .form, add),
            .get(.schoolDates(.any, dates: .any), .calendarKeepers) { visit in .page(try await changeForm(visit)) },
            .post(.schoolDates(.any, dates: .any), .calendarKeepers, .form, change),
            .get(.schoolDatesEnd(.any, dates: .any), .calendarKeepers) { visit in .page(try await endForm(visit)) },
            .post(.schoolDatesEnd(.any, dates: .any), .calendarKeepers, .form, end),
            .get(.schoolCalendarNation(.any), .calendarKeepers) { visit in .page(try await nationForm(visit)) },
            .post(.schoolCalendarNation(.any), .calendarKeepers, .form, setNation),
            .get(.calendarFile(.any), .calendarKeepers) { visit in .page(try await fileForm(visit)) },
            .post(.calendarFile(.any), .calendarKeepers, .upload(megabytes: 2), tryFile),
            .get(.calendarTrial(.any), .calendarKeepers) { visit in .page(try await trialPage(visit)) },
            .post(.calendarTrial(.any), .calendarKeepers, .form, confirm),
        ] + BankHolidayRoutes.all + CalendarAddressRoutes.all

    private static func school(_ visit: Visit) async throws -> School {
        let school = try await SchoolRoutes.school(visit)
        guard try visit.me.authority.holds(any: SchoolDates.keepers, at: school.id) else {
            throw ActionError.notPermitted("You keep the calendar of another school, not of \(school.name)")
        }
        return school
    }

    private static func crumb(_ visit: Visit, _ school: School) -> Crumb {
        Crumb("Calendar of \(school.name)", visit.link(.schoolCalendar(.value(school.slug))))
    }

    private static func back(_ visit: Visit) -> Reply { .see(.schoolCalendar(.value(visit.part("school")))) }

    // MARK: - By hand

    private static func mayAll(_ visit: Visit) async throws -> Bool {
        let several = try await visit.work.database.schools().count > 1
        return try several && visit.me.authority.holds(any: SchoolDates.keepers, at: nil)
    }

    private static func newForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        return CalendarForms.dates(
            visit.form, now: nil, school: school.name, mayAll: try await mayAll(visit),
            to: visit.link(.newSchoolDates(.value(school.slug))), back: crumb(visit, school), problems: problems)
    }

    /// The kind, the days and the title as they were typed; throws naming every field that cannot be read.
    private static func typed(
        _ visit: Visit
    ) throws -> (kind: SchoolDates.Kind, first: Day, last: Day, title: String) {
        var errors: [FieldError] = []
        let kind = SchoolDates.Kind(rawValue: visit.form["kind"])
        if kind == nil { errors.append(FieldError("kind", "Choose what they are")) }
        if visit.form.trimmed("title").isEmpty { errors.append(FieldError("title", "Enter what it is called")) }
        let day = { (field: String) in Day(written: visit.form.trimmed(field)) }
        let like = "Write the day like this: 24 November 2026"
        let first = day("first")
        if first == nil { errors.append(FieldError("first", like)) }
        let last = visit.form.trimmed("last").isEmpty ? first : day("last")
        if last == nil, first != nil { errors.append(FieldError("last", like)) }
        guard errors.isEmpty, let kind, let first, let last else { throw ActionError.invalid(errors) }
        return (kind, first, last, visit.form["title"])
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        do {
            let school = try await school(visit)
            let typed = try typed(visit)
            let everywhere = try await mayAll(visit) && visit.form["where"] == "all"
            try await AddSchoolDates(
                typed.kind, at: everywhere ? nil : school.id, from: typed.first, to: typed.last, title: typed.title
            ).perform(in: visit.work, by: visit.actor)
            return .seeLink(
                visit.link(.schoolCalendar(.value(school.slug)))
                    + "?year=\(SchoolYear(of: typed.first, in: try await visit.work.database.calendar(of: school.id).nation).first.year)"
            )
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, errors.map(Problem.init)))
        }
    }

    private static func dates(_ visit: Visit, _ school: School) async throws -> SchoolDates {
        let known = try await visit.work.database.calendar(of: school.id).dates
        guard let dates = known.first(where: { $0.id.text == visit.part("dates") }) else { throw TurnedAway.notFound }
        return dates
    }

    private static func changeForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        let dates = try await dates(visit, school)
        let here = SiteURL.Part.value(school.slug)
        let id = SiteURL.Part.value(dates.id.text)
        return CalendarForms.dates(
            visit.form, now: dates, school: school.name, mayAll: false,
            to: visit.link(.schoolDates(here, dates: id)), out: visit.link(.schoolDatesEnd(here, dates: id)),
            back: crumb(visit, school), problems: problems)
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        var dates = try await dates(visit, school)
        do {
            let typed = try typed(visit)
            (dates.kind, dates.first, dates.last, dates.title) = typed
            try await ChangeSchoolDates(to: dates).perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await changeForm(visit, errors.map(Problem.init)))
        }
    }

    private static func endForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        let dates = try await dates(visit, school)
        return ReasonForm.page(
            "Take “\(dates.title)” out?",
            lead: "\(SchoolCalendarBuilding.span(dates.first, dates.last)). Open deadlines are counted anew.",
            to: visit.link(.schoolDatesEnd(.value(school.slug), dates: .value(dates.id.text))), button: "Take it out",
            back: crumb(visit, school), room: .schools, form: visit.form, problems: problems)
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        let dates = try await dates(visit, school)
        do {
            try await TakeOutSchoolDates(dates.id, why: visit.form["why"]).perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await endForm(visit, errors.map(Problem.init)))
        }
    }

    // MARK: - Nation

    private static func nationForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        return CalendarForms.nation(
            try await visit.work.database.calendar(of: school.id), visit.form, school: school.name,
            to: visit.link(.schoolCalendarNation(.value(school.slug))), back: crumb(visit, school), problems: problems)
    }

    @Sendable private static func setNation(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        guard let nation = Nation(rawValue: visit.form["nation"]) else {
            return .page(try await nationForm(visit, [Problem("nation", "Choose the nation")]))
        }
        guard let isKept = ["yes": true, "no": false][visit.form["kept"]] else {
            return .page(try await nationForm(visit, [Problem("kept", "Choose yes or no")]))
        }
        try await ChangeSchoolCalendar(of: school.id, nation: nation, keepsBankHolidays: isKept)
            .perform(in: visit.work, by: visit.actor)
        return back(visit)
    }

    // MARK: - From a file

    private static func fileForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        return CalendarForms.file(
            to: visit.link(.calendarFile(.value(school.slug))), back: crumb(visit, school), problems: problems)
    }

    @Sendable private static func tryFile(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        guard let file = visit.form.files["file"], !file.bytes.isEmpty else {
            return .page(try await fileForm(visit, [Problem("file", "Choose a file")]))
        }
        do {
            try await TryCalendarFile(file.bytes, for: school.id).perform(in: visit.work, by: visit.me.user.id)
            return .see(.calendarTrial(.value(school.slug)))
        } catch ActionError.invalid(let errors) {
            return .page(try await fileForm(visit, errors.map(Problem.init)))
        }
    }

    private static func trialPage(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit)
        guard let trial = try await visit.work.database.calendarTrial(of: school.id) else {
            return try await fileForm(visit, problems)
        }
        return CalendarTrialPage.page(
            trial, to: visit.link(.calendarTrial(.value(school.slug))), back: crumb(visit, school), problems: problems)
    }

    @Sendable private static func confirm(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        do {
            try await ConfirmCalendarFile(
                Identifier(visit.form["trial"]), for: school.id,
                takingOut: Set(visit.form.all("gone").map { Identifier($0) })
            ).perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.conflict(let says) {
            return .page(try await fileForm(visit, [Problem("file", says)]))
        }
    }
}
