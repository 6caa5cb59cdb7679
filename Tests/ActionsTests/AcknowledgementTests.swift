import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct AcknowledgementTests {
    @Test func aVersionInForceAsksEveryoneItBindsAndIsClosedByReadingIt() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let parent = try await organisation.invite("Pat Roe", .parent, .author, at: quay)
        let version = try await organisation.force(bindingPolicy("NEW"))
        #expect(try await organisation.toRead(author) == [version])
        #expect(try await organisation.toRead(parent).isEmpty)
        let task = try #require(try await organisation.database.tasks(of: author).first)
        #expect(task.due == Day("2026-12-07")?.close)
        #expect(task.rule.hasSuffix(": the product's own rule"))
        scratch.pass(3600)
        let at = try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        #expect(at == scratch.clock.now)
        #expect(try await organisation.toRead(author).isEmpty)
        let story = try await organisation.database.timeline(of: RecordSubject(.policyVersion, version))
        let event = try #require(story.last)
        #expect(event.kind == .policyAcknowledged && event.actor == .user(author))
        #expect(event.content?.after?["digest"]?.text?.count == 64)
        #expect(event.content?.after?["kind"] == "employee")
    }

    @Test func saidTwiceItStandsOnce() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let version = try await organisation.force(bindingPolicy("NEW"))
        let first = try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        scratch.pass(86_400)
        #expect(try await AcknowledgePolicy(version: version).perform(in: organisation, by: author) == first)
        let events = try await organisation.database.timeline(of: RecordSubject(.policyVersion, version))
        #expect(events.count { $0.kind == .policyAcknowledged } == 1)
    }

    @Test func onlyWhoIsBoundIsAsked() async throws {
        let kept = try await twoSchools()
        let (_, organisation, quay, _) = kept
        let version = try await organisation.force(bindingPolicy("NEW"))
        let reader = try await organisation.invite("Val Oak", .volunteer, .governor, at: quay)
        let writer = try await organisation.invite("Vic Elm", .volunteer, .author, at: quay)
        let trustee = try await organisation.invite("Tia Ash", .trustee, .trustee)
        let idle = try await organisation.invite("Ian Low", .employee)
        #expect(try await organisation.toRead(writer) == [version])
        for user in [reader, trustee, idle] {
            #expect(try await organisation.toRead(user).isEmpty)
            await #expect(throws: ActionError.self) {
                try await AcknowledgePolicy(version: version).perform(in: organisation, by: user)
            }
        }
    }

    @Test func onlyTheVersionInForceIsAcknowledged() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let old = try await organisation.force(bindingPolicy("NEW"))
        scratch.pass(60)
        let new = try await organisation.force(bindingPolicy("NEW", says: "Be kinder."))
        let draft = try await AddPolicyVersion(bytes: bindingPolicy("LATER")).perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(author) == [new])
        for version in [old, draft] {
            await #expect(
                throws: ActionError.conflict("This version is not in force, so nobody is asked to read it")
            ) { try await AcknowledgePolicy(version: version).perform(in: organisation, by: author) }
        }
    }

    @Test func aSchoolsOwnVersionIsAskedThereAndTheTrustsOfThoseWithARoleForAll() async throws {
        let (scratch, organisation, quay, mill) = try await twoSchools()
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let there = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        let all = try await organisation.invite("Cal Orr", .employee, .trustCEO)
        let trusts = try await organisation.force(bindingPolicy("TRUST"))
        scratch.pass(60)
        let own = try await organisation.force(bindingPolicy("OWN"), at: quay)
        #expect(try await organisation.toRead(here) == [own])
        #expect(try await organisation.toRead(there) == [trusts])
        #expect(try await organisation.toRead(all) == [trusts])
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: own).perform(in: organisation, by: there)
        }
        try await GrantRole(user: all, role: .author, school: quay, why: "Helps").perform(
            in: organisation, by: .console)
        #expect(Set(try await organisation.toRead(all)) == [own, trusts])
        try await AcknowledgePolicy(version: own).perform(in: organisation, by: here)
        scratch.pass(60)
        try await EndSchoolsOwnPolicy(school: quay, why: "A test").perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(here) == [trusts])
        #expect(try await organisation.toRead(all) == [trusts])
    }

    @Test func anotherOrganisationsUserAndVersionAreUnknown() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        let one = try await scratch.plan("one").performFromConsole(in: installation)
        let two = try await scratch.plan("two").performFromConsole(in: installation)
        let version = try await one.force(bindingPolicy("NEW"))
        let stranger = try await two.invite("Sam Poe", .employee, .author)
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: version).perform(in: one, by: stranger)
        }
        await #expect(throws: ActionError.notFound) {
            try await AcknowledgePolicy(version: version).perform(in: two, by: stranger)
        }
    }

    @Test func whoLeavesIsAskedNoMoreAndCannotSayIt() async throws {
        let kept = try await twoSchools()
        let (_, organisation, quay, _) = kept
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let version = try await organisation.force(bindingPolicy("NEW"))
        try await EndUser(user: author, why: "Left").perform(in: organisation, by: .console)
        #expect(try await organisation.database.registerFacts().open.allSatisfy { $0.user != author })
        #expect(try await organisation.register().lines.allSatisfy { $0.user.id != author })
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        }
    }

    @Test func whoComesLaterOrChangesIsAskedThen() async throws {
        let kept = try await twoSchools()
        let (_, organisation, quay, _) = kept
        let version = try await organisation.force(bindingPolicy("NEW"))
        let later = try await organisation.invite("Lee Day", .employee, .author, at: quay)
        #expect(try await organisation.toRead(later) == [version])
        let parent = try await organisation.invite("Pat Roe", .parent, .author, at: quay)
        #expect(try await organisation.toRead(parent).isEmpty)
        try await ChangeUserKind(user: parent, to: .employee, why: "Works here now").perform(
            in: organisation, by: .console)
        #expect(try await organisation.toRead(parent) == [version])
        let story = try await organisation.database.timeline(of: RecordSubject(.user, parent))
        #expect(story.last?.kind == .userKindChanged)
        #expect(story.last?.content?.before?["kind"] == "parent")
        try await ChangeUserKind(user: parent, to: .parent, why: "Left the job").perform(
            in: organisation, by: .console)
        #expect(try await organisation.toRead(parent).isEmpty)
        let idle = try await organisation.invite("Ian Low", .employee)
        let grant = try await GrantRole(user: idle, role: .author, school: quay, why: "Starts")
            .perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(idle) == [version])
        try await EndGrant(grant: grant, why: "Stops").perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(idle).isEmpty)
    }

    @Test func onlyAnAdministratorChangesAKindAndSaysWhy() async throws {
        let kept = try await twoSchools()
        let (_, organisation, quay, _) = kept
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let head = try await organisation.invite("Eve Lund", .employee, .headteacher, at: quay)
        await #expect(throws: ActionError.self) {
            try await ChangeUserKind(user: author, to: .governor, why: "So").perform(in: organisation, by: .user(head))
        }
        await #expect(throws: ActionError.invalid("kindWhy", "Say why this changes")) {
            try await ChangeUserKind(user: author, to: .governor, why: " ").perform(in: organisation, by: .console)
        }
    }

    @Test func aDeputyDoesNotReadForAnother() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let absent = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let deputy = try await organisation.invite("Una Fox", .parent, .author, at: quay)
        try await organisation.force(bindingPolicy("NEW"))
        try await NameDeputy(
            absent: absent, deputy: deputy, from: scratch.clock.now, until: scratch.clock.now + 86_400
        ).perform(in: organisation, by: .console)
        scratch.pass(60)
        #expect(try await organisation.toRead(deputy).isEmpty)
    }
}
