import Actions
import Foundation
import Governance
import Reading
import Testing

/// A school's calendar is kept by those who may, is on record, and deadlines follow it.
@Suite struct CalendarActionTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func room() async throws -> (Scratch, Organisation, quay: Identifier<School>, ida: Actor) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        return (scratch, organisation, try await organisation.school(slug: "quay").id, .user(ida))
    }

    /// A platform where parents can post opens a task that is due within seven days.
    private func task(_ organisation: Organisation, _ quay: Identifier<School>, _ ida: Actor) async throws -> ()
        async throws
        -> Date?
    {
        let office = try await organisation.person("Olga Fee", .office, at: quay)
        try await AddLearningPlatform(school: quay, name: "Hub", parentsPost: true, rules: "Be kind.")
            .perform(in: organisation, by: ida)
        return {
            try await organisation.database.tasks(of: office).first { $0.kind == .tellParents }?.due
        }
    }

    @Test func aDeadlineOnAClosureMovesAndMovesBack() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        // Saturday 21 November and seven days: Saturday the 28th, so Monday
        let due = try await task(organisation, quay, ida)
        #expect(try await due() == day("2026-11-30").close)
        let closed = try await AddSchoolDates(
            .closure, at: quay, from: day("2026-11-30"), to: day("2026-12-01"), title: "Flood"
        ).perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-12-02").close)
        let story = try await organisation.database.timeline(of: RecordSubject(.school, quay))
        #expect(story.last { $0.kind == .datesAdded }?.content?.after?["tasksMoved"] == .number(1))
        try await TakeOutSchoolDates(closed, why: "The water went").perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-11-30").close)
        withExtendedLifetime(scratch) {}
    }

    @Test func anotherSchoolsClosureMovesNothingAndTheWholeTrustsDoes() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        let due = try await task(organisation, quay, ida)
        let mill = try await organisation.school(slug: "mill").id
        try await AddSchoolDates(.closure, at: mill, from: day("2026-11-30"), to: day("2026-11-30"), title: "Shut")
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-11-30").close)
        try await AddSchoolDates(.closure, at: nil, from: day("2026-11-30"), to: day("2026-11-30"), title: "Trust day")
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-12-01").close)
        withExtendedLifetime(scratch) {}
    }

    @Test func aProclaimedHolidayAndANationMoveDeadlines() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        let due = try await task(organisation, quay, ida)
        try await ChangeSchoolCalendar(of: quay, nation: .scotland, keepsBankHolidays: true)
            .perform(in: organisation, by: ida)
        // St Andrew's Day
        #expect(try await due() == day("2026-12-01").close)
        try await AddBankHoliday(.scotland, on: day("2026-12-01"), title: "A jubilee", source: "The Gazette")
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-12-02").close)
        try await TakeOutBankHoliday(.scotland, on: day("2026-11-30"), why: "Moved to the day after")
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-11-30").close)
        try await AddBankHoliday(.scotland, on: day("2026-11-30"), title: "St Andrew’s Day", source: "After all")
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-12-02").close)
        try await ChangeSchoolCalendar(of: quay, nation: .scotland, keepsBankHolidays: false)
            .perform(in: organisation, by: ida)
        #expect(try await due() == day("2026-11-30").close)
        withExtendedLifetime(scratch) {}
    }

    @Test func theListOfEachNationIsThePublishedOne() async throws {
        let (scratch, organisation, _, _) = try await room()
        let of = { (nation: Nation, year: Int) in
            try await organisation.database.bankHolidays(of: nation).filter { $0.day.year == year }
        }
        #expect(
            try await of(.england, 2026).map(\.day.description) == [
                "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
                "2026-12-28",
            ])
        #expect(try await of(.england, 2027).map(\.day) == of(.wales, 2027).map(\.day))
        #expect(try await of(.scotland, 2026).contains { $0.day.description == "2026-06-15" })
        #expect(try await !of(.scotland, 2027).contains { $0.day.description == "2027-03-29" })
        #expect(try await of(.northernIreland, 2026).count == 10)
        for nation in Nation.allCases {
            for year in 2025...2030 {
                let days = try await of(nation, year)
                #expect(days.allSatisfy { $0.day.weekday <= 5 && !$0.source.isEmpty })
                #expect(days.count >= (nation == .scotland ? 7 : 8), "\(nation) \(year)")
            }
        }
        withExtendedLifetime(scratch) {}
    }

    @Test func whatDoesNotFitIsRefusedByItsField() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        try await AddSchoolDates(.term, at: quay, from: day("2026-09-01"), to: day("2026-12-18"), title: "Autumn term")
            .perform(in: organisation, by: ida)
        let refused = { (kind: SchoolDates.Kind, first: String, last: String, title: String) async throws -> String? in
            do {
                try await AddSchoolDates(kind, at: quay, from: try day(first), to: try day(last), title: title)
                    .perform(in: organisation, by: ida)
                return nil
            } catch ActionError.invalid(let errors) { return errors.first?.field }
        }
        #expect(try await refused(.term, "2026-12-01", "2027-02-01", "Spring") == "first")
        #expect(try await refused(.term, "2027-02-01", "2027-01-01", "Spring") == "last")
        #expect(try await refused(.inset, "2027-01-04", "2027-03-01", "Long") == "last")
        #expect(try await refused(.inset, "1926-01-04", "1926-01-04", "Old") == "first")
        #expect(try await refused(.inset, "2027-01-04", "2027-01-04", "  ") == "title")
        #expect(try await refused(.inset, "2026-09-01", "2026-09-01", "In the term") == nil)
        withExtendedLifetime(scratch) {}
    }

    @Test func onlyItsKeepersKeepACalendar() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let mill = try await organisation.school(slug: "mill").id
        let head = Actor.user(try await organisation.person("Hana Roe", .headteacher, at: quay))
        let author = Actor.user(try await organisation.person("Abe Poe", .author))
        let add = { (school: Identifier<School>?, actor: Actor) in
            try await AddSchoolDates(
                .inset, at: school, from: try day("2027-01-04"), to: try day("2027-01-04"), title: "INSET"
            ).perform(in: organisation, by: actor)
        }
        _ = try await add(quay, head)
        for (school, actor) in [(mill, head), (nil, head), (quay, author)] as [(Identifier<School>?, Actor)] {
            await #expect(throws: ActionError.self) { try await add(school, actor) }
        }
        await #expect(throws: ActionError.self) {
            try await AddBankHoliday(.england, on: try day("2027-05-10"), title: "x", source: "y")
                .perform(in: organisation, by: head)
        }
        withExtendedLifetime(scratch) {}
    }

    // MARK: - Files

    private func file(_ events: [(String, String, String, String)]) -> [UInt8] {
        Array(
            ("BEGIN:VCALENDAR\r\n"
                + events.map { title, first, end, uid in
                    "BEGIN:VEVENT\r\nUID:\(uid)\r\nSUMMARY:\(title)\r\nDTSTART;VALUE=DATE:\(first)\r\n"
                        + "DTEND;VALUE=DATE:\(end)\r\nEND:VEVENT\r\n"
                }.joined() + "END:VCALENDAR\r\n").utf8)
    }

    @Test func aFileIsTriedThenConfirmedAndAgainChangesNothing() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        let me = try #require(ida.user)
        let first = file([
            ("Autumn term", "20260903", "20261219", "a"), ("INSET day", "20260902", "20260903", "b"),
            ("Concert", "20261201", "20261202", "c"),
        ])
        let trial = try await TryCalendarFile(first, for: quay).perform(in: organisation, by: me)
        #expect(trial.lines.count == 2 && trial.notNeeded == 1)
        #expect(try await organisation.database.calendar(of: quay).dates.isEmpty)
        try await ConfirmCalendarFile(trial.id, for: quay).perform(in: organisation, by: ida)
        #expect(try await organisation.database.calendar(of: quay).dates.map(\.title) == ["INSET day", "Autumn term"])
        #expect(try await organisation.database.calendarTrial(of: quay) == nil)
        // the second click
        await #expect(throws: ActionError.self) {
            try await ConfirmCalendarFile(trial.id, for: quay).perform(in: organisation, by: ida)
        }
        let again = try await TryCalendarFile(first, for: quay).perform(in: organisation, by: me)
        #expect(again.changesNothing && again.same == 2)

        let next = file([("Autumn term", "20260903", "20261218", "a")])
        let changed = try await TryCalendarFile(next, for: quay).perform(in: organisation, by: me)
        #expect(changed.lines.map(\.isChange) == [true])
        #expect(changed.gone.isEmpty)
        let wider = file([("Autumn term", "20260901", "20261218", "a")])
        let moved = try await TryCalendarFile(wider, for: quay).perform(in: organisation, by: me)
        #expect(moved.gone.map(\.title) == ["INSET day"])
        // a trial that another one has taken the place of changes nothing
        await #expect(throws: ActionError.self) {
            try await ConfirmCalendarFile(changed.id, for: quay).perform(in: organisation, by: ida)
        }
        try await ConfirmCalendarFile(moved.id, for: quay).perform(in: organisation, by: ida)
        #expect(try await organisation.database.calendar(of: quay).dates.count == 2)
        let third = try await TryCalendarFile(wider, for: quay).perform(in: organisation, by: me)
        try await ConfirmCalendarFile(third.id, for: quay, takingOut: Set(third.gone.map(\.id)))
            .perform(in: organisation, by: ida)
        #expect(try await organisation.database.calendar(of: quay).dates.map(\.last.description) == ["2026-12-17"])
        withExtendedLifetime(scratch) {}
    }

    @Test func whatOverlapsWithWhatIsKnownIsHeld() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        try await AddSchoolDates(.term, at: nil, from: day("2026-09-01"), to: day("2026-12-18"), title: "Autumn term")
            .perform(in: organisation, by: ida)
        let trial = try await TryCalendarFile(
            file([("Winter term", "20261201", "20270202", "w")]), for: quay
        ).perform(in: organisation, by: try #require(ida.user))
        #expect(trial.lines.isEmpty)
        #expect(trial.held.map(\.line) == [2])
        #expect(trial.held.first?.says.hasPrefix("It overlaps with “Autumn term”") == true)
        withExtendedLifetime(scratch) {}
    }

    // MARK: - Addresses

    @Test func anAddressAnswersUntilItIsEndedOrItsUserLeaves() async throws {
        let (scratch, organisation, quay, ida) = try await room()
        let nell = try await organisation.person("Nell Ode", .author)
        let first = try await MakeCalendarAddress(for: nil).perform(in: organisation, by: nell)
        let second = try await MakeCalendarAddress(for: nil).perform(in: organisation, by: nell)
        let school = try await MakeCalendarAddress(for: quay).perform(in: organisation, by: nell)
        #expect(try await organisation.calendarAddress(first) == nil)
        #expect(try await organisation.calendarAddress(second)?.user == nell)
        #expect(try await organisation.calendarAddress(school)?.school == quay)
        #expect(try await organisation.calendarAddress("guessed") == nil)
        try await EndCalendarAddress(for: nil).perform(in: organisation, by: nell)
        #expect(try await organisation.calendarAddress(second) == nil)
        let link = try await MakePasswordLink(user: nell).perform(in: organisation, by: ida).secret
        try await SetPassword(link: link, password: goodPassword).perform(in: organisation)
        #expect(try await organisation.calendarAddress(school) == nil, "somebody else may know it")
        let again = try await MakeCalendarAddress(for: quay).perform(in: organisation, by: nell)
        try await EndAllSessions(user: nell).perform(in: organisation, by: ida)
        #expect(try await organisation.calendarAddress(again) == nil)
        let last = try await MakeCalendarAddress(for: quay).perform(in: organisation, by: nell)
        try await EndUser(user: nell, why: "Left").perform(in: organisation, by: ida)
        #expect(try await organisation.calendarAddress(last) == nil)
        withExtendedLifetime(scratch) {}
    }
}
