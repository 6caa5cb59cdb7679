import Actions
import Foundation
import Governance
import Reading
import Testing

/// When reading is asked: by what begins or is corrected, by when, and again.
@Suite struct AskedToReadTests {
    @Test func whatBeginsOrEndsLaterAsksThen() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let first = try await organisation.force(bindingPolicy("NEW"))
        scratch.pass(60)
        let second = try await organisation.force(
            bindingPolicy("NEW", says: "Be kinder."), from: scratch.clock.now + 3600)
        let idle = try await organisation.invite("Ian Low", .employee)
        try await GrantRole(
            user: idle, role: .author, school: quay, from: scratch.clock.now + 600, until: scratch.clock.now + 7200,
            why: "For a while"
        ).perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(author) == [first])
        #expect(try await organisation.toRead(idle).isEmpty)
        scratch.pass(600)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(idle) == [first])
        scratch.pass(3000)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(author) == [second])
        #expect(try await organisation.toRead(idle) == [second])
        scratch.pass(3600)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(idle).isEmpty)
        let events = try await organisation.database.events().filter { $0.kind == .acknowledgementAsked }
        #expect(events.count == 3 && events.allSatisfy { $0.actor == .schedule })
    }

    @Test func aCorrectionAsksNobodyWhoReadTheVersionBefore() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let read = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let not = try await organisation.invite("Una Fox", .employee, .author, at: quay)
        let first = try await organisation.force(bindingPolicy("NEW"))
        try await AcknowledgePolicy(version: first).perform(in: organisation, by: read)
        let due = try #require(try await organisation.database.tasks(of: not).first?.due)
        scratch.pass(5 * 86_400)
        let second = try await organisation.force(bindingPolicy("NEW", says: "Be kind!"), correction: "A full stop")
        #expect(try await organisation.toRead(read).isEmpty)
        #expect(try await organisation.toRead(not) == [second])
        #expect(try await organisation.database.tasks(of: not).first?.due == due)
        let line = try #require(try await organisation.register().lines.first { $0.user.id == read })
        #expect(line.isByCorrection && line.acknowledgement?.version == first && line.version.id == second)
        let event = try #require(
            try await organisation.database.timeline(of: RecordSubject(.policyVersion, second)).last)
        #expect(event.content?.after?["correction"] == "A full stop")
        scratch.pass(60)
        let third = try await organisation.force(bindingPolicy("NEW", says: "Be very kind."))
        #expect(try await organisation.toRead(read) == [third])
    }

    @Test func aCorrectionNeedsAReasonAndAVersionBefore() async throws {
        let kept = try await twoSchools()
        let (_, organisation, _, _) = kept
        await #expect(throws: ActionError.self) {
            try await organisation.force(bindingPolicy("OTHER"), correction: "A comma")
        }
        await #expect(throws: ActionError.invalid("correction", "Say why nobody has to read it again")) {
            try await organisation.force(bindingPolicy("TEST"), correction: " ")
        }
        #expect(try await organisation.policyInForce()?.version.correction == nil)
    }

    @Test func aCorrectionChangesNeitherWhomItBindsNorWhatTheyAreTold() async throws {
        let (scratch, organisation, _, _) = try await twoSchools()
        try await organisation.force(bindingPolicy("NEW"))
        await #expect(
            throws: ActionError.invalid(
                "correction", "It changes whom the policy binds, or what they are told: they have to read it")
        ) {
            try await organisation.force(bindingPolicy("NEW", binds: "employee"), correction: "A comma")
        }
        let unapproved = try await AddPolicyVersion(bytes: bindingPolicy("NEW", says: "Be kind!"))
            .perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self, "its approver says why") {
            try await PutPolicyInForce(version: unapproved, why: "A test", correction: "A full stop")
                .perform(in: organisation, by: .console)
        }
        withExtendedLifetime(scratch) {}
    }

    @Test func theSettingSaysHowLongThereIs() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        var settings = Settings()
        settings.acknowledgeWithinDays = 3
        try await ChangeSettings(at: quay, to: settings).perform(in: organisation, by: .console)
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        try await organisation.force(bindingPolicy("NEW"))
        let due = try #require(try await organisation.database.tasks(of: author).first?.due)
        #expect(Day(of: due) == Day(of: scratch.clock.now).adding(days: 3))
        settings.acknowledgeWithinDays = 0
        await #expect(throws: ActionError.invalid("acknowledgeWithinDays", "Enter a number of days from 1 to 180")) {
            try await ChangeSettings(at: quay, to: settings).perform(in: organisation, by: .console)
        }
    }

    @Test func aReminderGoesOutOnceADayAndStandsOnRecord() async throws {
        let (scratch, organisation, quay, mill) = try await twoSchools()
        let head = try await organisation.invite("Eve Lund", .employee, .headteacher, at: quay)
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let there = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        let version = try await organisation.force(bindingPolicy("NEW"))
        try await AcknowledgePolicy(version: version).perform(in: organisation, by: head)
        let first = try await RemindToAcknowledge().perform(in: organisation, by: .user(head))
        #expect(first.reminded == 1 && first.already == 0)
        let notice = try #require(try await organisation.database.news(to: here).first)
        #expect(notice.kind == .acknowledgementReminder && notice.says.hasPrefix("Eve Lund reminds you to read"))
        #expect(try await organisation.database.news(to: there).isEmpty)
        let again = try await RemindToAcknowledge(user: here).perform(in: organisation, by: .user(head))
        #expect(again.reminded == 0 && again.already == 1)
        let events = try await organisation.database.timeline(of: RecordSubject(.user, here))
        #expect(events.count { $0.kind == .acknowledgementReminded } == 1)
        scratch.pass(86_400)
        #expect(try await RemindToAcknowledge(user: here).perform(in: organisation, by: .user(head)).reminded == 1)
        await #expect(throws: ActionError.notFound) {
            try await RemindToAcknowledge(user: there).perform(in: organisation, by: .user(head))
        }
        await #expect(throws: ActionError.self) {
            try await RemindToAcknowledge().perform(in: organisation, by: .user(here))
        }
    }

    @Test func theRegisterOfOneSchoolShowsItsPeopleAlone() async throws {
        let kept = try await twoSchools()
        let (_, organisation, quay, mill) = kept
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        _ = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        try await organisation.force(bindingPolicy("NEW"))
        #expect(try await organisation.register(within: .only([quay])).lines.map(\.user.id) == [here])
        // Ida Ward, the administrator of all, is asked as well.
        #expect(try await organisation.register().lines.count == 3)
        let head = Authority(grants: [Grant(.headteacher, at: quay, from: .distantPast)])
        #expect(head.reach(as: PolicyRegister.readers, among: [quay, mill]) == .only([quay]))
        #expect(head.reach(as: PolicyRegister.readers, among: [quay]) == .all)
    }
}
