import Actions
import Governance
import Reading

/// The list of bank holidays: everyone may see it, an administrator keeps it.
enum BankHolidayRoutes {
    static let all: [Route] = [
        .get(.bankHolidays, .signedIn, list),
        .get(.newBankHoliday, .administrators) { visit in .page(try await newForm(visit)) },
        .post(.newBankHoliday, .administrators, .form, add),
        .get(.bankHoliday(nation: .any, day: .any), .administrators) { visit in .page(try await endForm(visit)) },
        .post(.bankHoliday(nation: .any, day: .any), .administrators, .form, end),
    ]

    private static func nation(_ visit: Visit, _ asked: String) async throws -> Nation {
        if let nation = Nation(rawValue: asked) { return nation }
        return try await visit.work.database.calendar(of: nil).nation
    }

    private static func crumb(_ visit: Visit, _ nation: Nation) -> Crumb {
        Crumb("Bank holidays", visit.link(.bankHolidays) + "?nation=\(nation.rawValue)")
    }

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let nation = try await nation(visit, visit.query.trimmed("nation"))
        let isKeeper = WhoMay.administrators.admits(visit.visitor)
        let since = Day(of: visit.now).year
        let listed = try await visit.work.database.bankHolidays(of: nation).filter { $0.day.year >= since }
        let lines = listed.map { holiday in
            BankHolidaysPage.Line(
                day: "\(When.weekday(holiday.day)) \(When.date(holiday.day))", title: holiday.title,
                source: holiday.source, takenOut: holiday.takenOut,
                link: isKeeper && holiday.takenOut == nil
                    ? visit.link(
                        .bankHoliday(nation: .value(nation.rawValue), day: .value(holiday.day.description))) : nil)
        }
        return .page(
            Page(
                "Bank holidays in \(nation.title)",
                lead: "Days proclaimed at short notice are not on it until somebody adds them.",
                crumb: visit.site.routes.admit(visit.visitor, to: .schools)
                    ? Crumb("Schools", visit.link(.schools)) : Crumb("Home", visit.link(.home)),
                actions: isKeeper ? [HeadAction("Add a day", icon: .plus, visit.link(.newBankHoliday))] : [],
                tabs: Nation.allCases.map {
                    Tab($0.title, visit.link(.bankHolidays) + "?nation=\($0.rawValue)", current: $0 == nation)
                }, room: .schools,
                BankHolidaysPage(
                    lines: lines, anyLines: !lines.isEmpty,
                    blank: Blank("No bank holiday is on the list", "Add the days that are announced."))))
    }

    private static func newForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let nation = try await nation(visit, visit.form["nation"])
        return CalendarForms.bankHoliday(
            nation, visit.form, to: visit.link(.newBankHoliday), back: crumb(visit, nation), problems: problems)
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        do {
            let nation = try await nation(visit, visit.form["nation"])
            guard let day = Day(written: visit.form.trimmed("day")) else {
                throw ActionError.invalid("day", "Write the day like this: 24 November 2026")
            }
            try await AddBankHoliday(nation, on: day, title: visit.form["title"], source: visit.form["source"])
                .perform(in: visit.work, by: visit.actor)
            return .seeLink(visit.link(.bankHolidays) + "?nation=\(nation.rawValue)")
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, errors.map(Problem.init)))
        }
    }

    private static func holiday(_ visit: Visit) async throws -> BankHoliday {
        guard let nation = Nation(rawValue: visit.part("nation")) else { throw TurnedAway.notFound }
        let listed = try await visit.work.database.bankHolidays(of: nation)
        guard let holiday = listed.first(where: { $0.day.description == visit.part("day") && $0.takenOut == nil })
        else { throw TurnedAway.notFound }
        return holiday
    }

    private static func endForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let holiday = try await holiday(visit)
        return ReasonForm.page(
            "Is \(When.date(holiday.day)) no bank holiday?",
            lead: "\(holiday.title) then counts as a working day. Open deadlines are counted anew.",
            to: visit.link(
                .bankHoliday(nation: .value(holiday.nation.rawValue), day: .value(holiday.day.description))),
            button: "Take it out", back: crumb(visit, holiday.nation), room: .schools, form: visit.form,
            problems: problems)
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let holiday = try await holiday(visit)
        do {
            try await TakeOutBankHoliday(holiday.nation, on: holiday.day, why: visit.form["why"])
                .perform(in: visit.work, by: visit.actor)
            return .seeLink(visit.link(.bankHolidays) + "?nation=\(holiday.nation.rawValue)")
        } catch ActionError.invalid(let errors) {
            return .page(try await endForm(visit, errors.map(Problem.init)))
        }
    }
}
