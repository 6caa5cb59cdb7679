import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("When somebody leaves") struct HandoverTests {
    @Test("their accounts open a handover the same day, which no old password closes")
    func handover() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await lodge("lantern ferry cobble mast", at: account, school)
        try await EndUser(user: school.lead, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        let tasks = try await school.tasks(school.admin)
        let task = try #require(tasks.first { $0.kind == .handOverAccount && $0.subject.id == account.text })
        #expect(task.due.map { Day(of: $0) } == Day(of: school.scratch.clock.now) && task.rule.contains("section 3.1"))
        #expect(try await school.tasks(school.slt).contains { $0.kind == .findOperator })
        #expect(try await school.tasks(school.slt).contains { $0.kind == .chaseLeaver })
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        try await school.read([third])
        try await school.train([third])
        let changed = try await ChangeOperators(
            account, operators: [school.second, third], lead: school.second, why: "Priya left"
        ).perform(in: school.organisation, by: .user(school.slt))
        #expect(changed.refusal == nil)
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .findOperator })
        #expect(try await school.tasks(school.admin).contains { $0.kind == .handOverAccount })
        school.scratch.pass(60)
        try await lodge("another kettle entirely here", at: account, school)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        try await AcknowledgeLeaving(school.lead, how: "In a letter of 3 May").perform(
            in: school.organisation, by: .user(school.slt))
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .chaseLeaver })
    }

    @Test("closing the account settles it too")
    func closed() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await EndUser(user: school.lead, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        try await CloseAccount(
            account, reason: "Nobody runs it", archive: "None", followers: "Sent to the website", proof: "Not found"
        ).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
    }

    @Test("who loses their last role at a school hands over what they ran there")
    func roleLost() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let grant = try #require(try await school.organisation.database.user(school.second)?.grants.first)
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(
            try await school.tasks(school.admin).contains {
                $0.kind == .handOverAccount && $0.subject.id == account.text
            })
    }

    @Test("neither the leaver's own last password nor one from before settles it")
    func leaversPassword() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let person = try await school.rolled(school.lead)
        school.scratch.pass(60)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).contains { $0.kind == .handOverAccount })
        #expect(try await school.tasks(school.lead).contains { $0.kind == .acknowledgeLeaving })
        #expect(try await school.tasks(school.lead).allSatisfy { $0.kind != .handOverAccount })
        school.scratch.pass(60)
        try await lodge("lantern ferry cobble mast", at: account, school, by: school.lead)
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        try await school.read([third])
        try await school.train([third])
        let changed = try await ChangeOperators(
            account, operators: [school.second, third], lead: school.second, why: "Priya leaves"
        ).perform(in: school.organisation, by: .user(school.slt))
        #expect(changed.refusal == nil)
        #expect(try await school.tasks(school.admin).contains { $0.kind == .handOverAccount })
        school.scratch.pass(60)
        try await lodge("another kettle entirely here", at: account, school)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
    }

    @Test("a return to the roll, and the role given again, call it off; the timeline tells both")
    func returns() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let person = try await school.rolled(school.lead)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        #expect(try await school.tasks(school.lead).allSatisfy { $0.kind != .acknowledgeLeaving })
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .findOperator })
        let grant = try #require(try await school.organisation.database.user(school.lead)?.grants.first)
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).contains { $0.kind == .handOverAccount })
        try await GrantRole(user: school.lead, role: .author, school: school.school, why: "Back again")
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        let kinds = try await school.organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        #expect(kinds.count { $0 == .handoverOpened } == 2 && kinds.count { $0 == .handoverWithdrawn } == 2)
    }

    @Test("a role that runs out by itself hands over too")
    func ranOut() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let grant = try #require(try await school.organisation.database.user(school.second)?.grants.first)
        try await GrantRole(
            user: school.second, role: .office, school: school.school, until: school.scratch.clock.now + 3_600,
            why: "Until tonight"
        ).perform(in: school.organisation, by: .user(school.admin))
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        school.scratch.pass(3_601)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(
            try await school.tasks(school.admin).contains {
                $0.kind == .handOverAccount && $0.subject.id == account.text
            })
    }

    @Test("nobody is shut out unasked where the policy has leavers say that what is confidential stays so")
    func saidFirst() async throws {
        let school = try await AccountSchool("LLT")
        await #expect(throws: ActionError.self) {
            try await EndUser(user: school.second, why: "Moves away").perform(
                in: school.organisation, by: .user(school.admin))
        }
        try await AskLeaver(school.second).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await school.tasks(school.second).contains { $0.kind == .acknowledgeLeaving })
        try await AcknowledgeLeaving(school.second).perform(in: school.organisation, by: .user(school.second))
        try await EndUser(user: school.second, why: "Moves away").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .chaseLeaver })
        let silent = try await AccountSchool("DSAT")
        try await EndUser(user: silent.second, why: "Moves away").perform(
            in: silent.organisation, by: .user(silent.admin))
    }

    private func lodge(
        _ password: String, at account: Identifier<PostingAccount>, _ school: AccountSchool,
        by user: Identifier<User>? = nil
    ) async throws {
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: password)).perform(
            in: school.organisation, by: .user(user ?? school.admin))
    }
}

extension AccountSchool {
    /// The person of the roll who signs in as this user.
    func rolled(_ user: Identifier<User>) async throws -> Identifier<Person> {
        let person = try await AddPerson(
            Person(ref: "S-\(user.text)", kind: .staff, given: "Priya", family: "Nair", school: "quay")
        ).perform(in: organisation, by: .console)
        try await LinkUser(person, to: user).perform(in: organisation, by: .console)
        return person
    }
}
