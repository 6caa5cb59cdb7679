import Actions
import Governance
import Reading

/// Calendars for other programs, and the addresses at which those ask.
enum CalendarAddressRoutes {
    static let all: [Route] = [
        .get(.calendarDownload(.any), .signedIn) { visit in
            try await CalendarsOut(visit: visit).school(SchoolRoutes.school(visit))
        },
        .get(.myCalendar, .signedIn) { visit in .page(try await page(visit)) },
        .post(.myCalendar, .signedIn, .form, settle),
        .get(.myDeadlines, .signedIn) { visit in
            try await CalendarsOut(visit: visit).deadlines(of: visit.me.user.id)
        },
        // the secret in the address is who asks: a calendar program cannot sign in
        .get(.calendarAddress(token: .any), .anyone, answer),
    ]

    private static func page(_ visit: Visit, fresh: MyCalendarPage.Fresh? = nil) async throws -> Page {
        let made = try await visit.work.database.calendarAddresses(of: visit.me.user.id)
        let line = { (title: String, of: String, school: Identifier<School>?) in
            let address = made.first { $0.school == school }
            return MyCalendarPage.Line(
                title: title,
                link: visit.link(school == nil ? .home : .schoolCalendar(.value(of))),
                small: address.map { "Made on \(When.date($0.madeAt))" } ?? "No address yet", of: of,
                isMade: address != nil, to: visit.link(.myCalendar))
        }
        return Page(
            "In your own calendar",
            lead: "Your calendar program asks at an address of your own, and shows what is due.",
            crumb: Crumb("My page", visit.link(.me)), room: .me,
            MyCalendarPage(
                fresh: fresh,
                lines: [line("My deadlines", "tasks", nil)]
                    + (try await visit.work.database.schools()).map { line($0.name, $0.slug, $0.id) },
                to: visit.link(.myCalendar), download: visit.link(.myDeadlines)))
    }

    private enum Button: String { case make, end }

    @Sendable private static func settle(_ visit: Visit) async throws -> Reply {
        let me = try visit.me.user.id
        let of = visit.form["of"]
        let school = of == "tasks" ? nil : try await visit.work.school(slug: of)
        guard try visit.form.pressed(Button.self) == .make else {
            try await EndCalendarAddress(for: school?.id).perform(in: visit.work, by: me)
            return .see(.myCalendar)
        }
        let secret = try await MakeCalendarAddress(for: school?.id).perform(in: visit.work, by: me)
        let address = try await visit.site.installation?.publicAddress() ?? ""
        return .page(
            try await page(
                visit,
                fresh: MyCalendarPage.Fresh(
                    what: school?.name ?? "My deadlines",
                    link: address + visit.link(.calendarAddress(token: .value(secret))))))
    }

    @Sendable private static func answer(_ visit: Visit) async throws -> Reply {
        guard let address = try await visit.work.calendarAddress(visit.part("token")) else {
            throw TurnedAway.notFound
        }
        let out = CalendarsOut(visit: visit)
        guard let id = address.school else { return try await out.deadlines(of: address.user) }
        guard let school = try await visit.work.database.schools().first(where: { $0.id == id }) else {
            throw TurnedAway.notFound
        }
        return try await out.school(school)
    }
}
