import Actions
import Foundation
import Governance
import Reading
import Testing

/// A session counts once somebody says that it was held, in the school year of its school.
@Suite struct SessionHeldTests {
    private func today(_ scratch: Scratch) -> Day { Day(of: scratch.clock.now) }

    private func tasks(
        _ kind: NewTask.Kind, _ user: Identifier<User>, _ organisation: Organisation
    ) async throws -> [OpenTask] {
        try await organisation.database.tasks(of: user).filter { $0.kind == kind }
    }

    @Test func aSchoolYearWithoutASessionIsItsLeadersTaskUntilOneIsHeld() async throws {
        let (scratch, organisation, quay, mill) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let session = try await ArrangeSession(
            title: "Posting safely", audiences: [.staff], school: quay, on: today(scratch).adding(days: 1)
        ).perform(in: organisation, by: leader)
        let task = try #require(try await tasks(.offerTraining, leader, organisation).first, "a plan closes the task")
        #expect(task.subject == RecordSubject(.school, quay))
        #expect(task.rule == "The school year 2026/27 has had no session or briefing for staff yet: section 1")
        #expect(task.due.map { Day(of: $0) } == Day(year: 2027, month: 8, day: 31))
        await #expect(throws: ActionError.conflict("Its day has not come: say then whether it was held")) {
            try await SayHeld(session: session).perform(in: organisation, by: .user(leader))
        }
        scratch.pass(2 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await tasks(.sayHeld, leader, organisation).map(\.subject.id) == [session.text])
        let head = try await organisation.person("Hal Orme", .headteacher, at: mill)
        #expect(try await tasks(.offerTraining, head, organisation).map(\.subject) == [RecordSubject(.school, mill)])
        await #expect(throws: ActionError.self) {
            try await SayHeld(session: session).perform(in: organisation, by: .user(head))
        }
        try await SayHeld(session: session).perform(in: organisation, by: .user(leader))
        #expect(try await tasks(.offerTraining, leader, organisation).isEmpty)
        #expect(try await tasks(.sayHeld, leader, organisation).isEmpty)
        let story = try await organisation.database.timeline(of: RecordSubject(.trainingSession, session))
        #expect(story.map(\.kind) == [.sessionArranged, .heldAsked, .sessionHeld])
    }

    @Test func oneThatFellOutLeavesTheTaskToItsLeaders() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let session = try await ArrangeSession(
            title: "Posting safely", audiences: [.staff], school: quay, on: today(scratch)
        ).perform(in: organisation, by: leader)
        scratch.pass(2 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        try await CancelSession(session: session, why: "The trainer was ill").perform(
            in: organisation, by: .user(leader))
        #expect(try await tasks(.sayHeld, leader, organisation).isEmpty)
        #expect(try await tasks(.offerTraining, leader, organisation).count == 1)
        await #expect(throws: ActionError.conflict("This session was called off")) {
            try await SayHeld(session: session).perform(in: organisation, by: .user(leader))
        }
    }

    @Test func whoWasThereSaysThatItWasHeldAndWhoPutItOnRecordStands() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: 12).perform(in: organisation, by: .console)
        let session = try await ArrangeSession(
            title: "Talk", audiences: [.staff], course: course, school: quay, on: today(scratch)
        ).perform(in: organisation, by: leader)
        #expect(try await tasks(.offerTraining, leader, organisation).count == 1)
        try await RecordTraining([author], course: course, on: today(scratch), session: session)
            .perform(in: organisation, by: .user(leader))
        #expect(try await tasks(.offerTraining, leader, organisation).isEmpty)
        let line = try #require(try await organisation.database.trainingSessions().first)
        #expect(line.session.held?.by == leader && line.attended == 1)
        let done = try await organisation.database.trainingStanding(of: author).attendances(of: author).first
        #expect(done?.recordedBy == leader)
    }

    @Test func oneOfThePastWasHeldAndOneForAllCountsEverywhere() async throws {
        let (scratch, organisation, quay, mill) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let head = try await organisation.person("Hal Orme", .headteacher, at: mill)
        let executive = try await organisation.person("Ada Moss", .slt)
        try await ArrangeSession(
            title: "For all", audiences: [.staff, .parents], on: today(scratch).adding(days: -1)
        ).perform(in: organisation, by: executive)
        for user in [leader, head] { #expect(try await tasks(.offerTraining, user, organisation).isEmpty) }
        scratch.pass(300 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(
            try await tasks(.offerTraining, leader, organisation).map(\.rule)
                == ["The school year 2027/28 has had no session or briefing for staff yet: section 1"])
    }

    @Test func whoeverLeadsIsAskedWhereTheOneWhoArrangedItHasLeft() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let head = try await organisation.person("Hal Orme", .headteacher, at: quay)
        try await ArrangeSession(title: "Talk", audiences: [.staff], school: quay, on: today(scratch))
            .perform(in: organisation, by: leader)
        try await EndUser(user: leader, why: "Left").perform(in: organisation, by: .console)
        scratch.pass(2 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await tasks(.sayHeld, head, organisation).count == 1)
    }

    @Test func theYearIsThatOfTheSchoolsOwnNation() async throws {
        let (scratch, organisation, quay, mill) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let head = try await organisation.person("Hal Orme", .headteacher, at: mill)
        try await ChangeSchoolCalendar(of: mill, nation: .scotland, keepsBankHolidays: true)
            .perform(in: organisation, by: .console)
        // Saturday 21 November 2026 and 260 days: 8 August 2027
        scratch.pass(260 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        let quays = try #require(try await tasks(.offerTraining, leader, organisation).first)
        let mills = try #require(try await tasks(.offerTraining, head, organisation).first)
        #expect(quays.rule.contains("2026/27") && mills.rule.contains("2027/28"))
    }

    @Test func aSchoolYearThatHadNoneDoesNotStandInForTheNext() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let rules = {
            try await organisation.database.tasks(of: leader).filter { $0.kind == .offerTraining }.map(\.rule)
        }
        #expect(
            try await rules() == ["The school year 2026/27 has had no session or briefing for staff yet: section 1"])
        scratch.pass(300 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(
            try await rules() == ["The school year 2027/28 has had no session or briefing for staff yet: section 1"])
    }

    @Test func theSchoolYearBeginsInSeptemberAndInScotlandInAugust() throws {
        let day = try #require(Day("2026-08-20"))
        #expect(SchoolYear(of: day, in: .england).title == "2025/26")
        #expect(SchoolYear(of: day, in: .scotland).title == "2026/27")
        #expect(SchoolYear(of: try #require(Day("2026-09-01")), in: .wales).first == Day("2026-09-01"))
        #expect(SchoolYear(of: day, in: .england).next == Day("2026-09-01"))
    }
}
