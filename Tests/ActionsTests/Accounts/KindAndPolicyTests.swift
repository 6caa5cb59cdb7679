import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("When somebody becomes something else to the school, or another policy comes into force")
struct KindAndPolicyTests {
    @Test(
        "a member of staff who becomes a volunteer counts no more among those who run an account, until they are back")
    func operators() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let isAsked = {
            try await school.tasks(school.slt).contains { $0.kind == .findOperator && $0.subject.id == account.text }
        }
        #expect(try await !isAsked())
        try await become(.volunteer, school)
        #expect(try await isAsked())
        try await become(.employee, school)
        #expect(try await !isAsked())
    }

    @Test("their group of staff is handed on, also one of the whole organisation")
    func groups() async throws {
        let school = try await AccountSchool("LLT")
        let places: [(Identifier<School>?, String)] = [(school.school, "Ask the office"), (nil, "Ask the trust")]
        for (place, address) in places {
            try await RegisterGroup(
                school: place, name: "Quay staff", network: .facebook, address: address, purpose: "News", everyDays: 7
            ).perform(in: school.organisation, by: .user(school.second))
        }
        let asked = { try await school.tasks(school.admin).count { $0.kind == .handOnGroup } }
        let askedOfSLT = { try await school.tasks(school.slt).count { $0.kind == .handOnGroup } }
        try await become(.volunteer, school)
        #expect(try await asked() + askedOfSLT() == 2)
        try await become(.employee, school)
        #expect(try await asked() + askedOfSLT() == 0)
    }

    @Test("a policy that asks for no second member of staff takes the task back, and one that does opens it")
    func leastStaff() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await become(.volunteer, school)
        let isAsked = {
            try await school.organisation.database.openTasks(about: .account, seenBy: school.cluster)
                .contains { $0.kind == .findOperator && $0.subject.id == account.text }
        }
        #expect(try await isAsked())
        try await putInForce("LINK", school)
        #expect(try await !isAsked())
        try await putInForce("DHL", school)
        #expect(try await isAsked())
    }

    @Test("who kept a password, and by the new policy does no longer, has it changed the same day by those who do")
    func custody() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await lodged(school)
        try await putInForce("LINK", school)
        let task = try #require(
            try await school.tasks(school.it).first { $0.kind == .changeLogin && $0.subject.id == account.text })
        #expect(task.rule.contains("Ida Ward knows the password") && task.rule.contains("6.3(c)"))
        #expect(task.due.map { Day(of: $0) } == Day(of: school.scratch.clock.now))
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .changeLogin })
        school.scratch.pass(60)
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: "another kettle entirely here"))
            .perform(in: school.organisation, by: .user(school.it))
        #expect(try await school.tasks(school.it).allSatisfy { $0.kind != .changeLogin })
    }

    @Test("the same when the policy begins at a later time, and not before")
    func later() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await lodged(school)
        let isAsked = { try await school.tasks(school.it).contains { $0.kind == .changeLogin } }
        try await putInForce("LINK", school, from: school.scratch.clock.now + 3_600)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await !isAsked())
        school.scratch.pass(3_601)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await isAsked())
    }

    @Test("and when a school’s own policy ends, so that the organisation’s holds there again")
    func ownEnds() async throws {
        let school = try await AccountSchool("LLT")
        try await putInForce("LINK", school, at: school.school)
        let account = try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        try await LodgeLogin(account, LoginDetails(userName: "@old", password: "lantern ferry cobble mast"))
            .perform(in: school.organisation, by: .user(school.it))
        try await EndSchoolsOwnPolicy(school: school.school, why: "The trust’s is enough")
            .perform(in: school.organisation, by: .console)
        let tasks = try await school.tasks(school.admin)
        #expect(tasks.contains { $0.kind == .changeLogin && $0.rule.contains("Dean Lowe") })
    }

    @Test("log-in details that were still to be lodged pass to those who keep them now")
    func toLodge() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let isAsked = { (user: Identifier<User>) in
            try await school.tasks(user).contains { $0.kind == .lodgeLogin && $0.subject.id == account.text }
        }
        #expect(try await isAsked(school.admin))
        try await putInForce("LINK", school)
        #expect(try await isAsked(school.it))
        #expect(try await !isAsked(school.admin))
    }

    private func become(_ kind: Binding.Who, _ school: AccountSchool) async throws {
        try await ChangeUserKind(user: school.second, to: kind, why: "Works otherwise now").perform(
            in: school.organisation, by: .user(school.admin))
    }

    private func lodged(_ school: AccountSchool) async throws -> Identifier<PostingAccount> {
        let account = try await school.opened()
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: "lantern ferry cobble mast"))
            .perform(in: school.organisation, by: .user(school.admin))
        return account
    }

    private func putInForce(
        _ policy: String, _ school: AccountSchool, at place: Identifier<School>? = nil, from: Date? = nil
    ) async throws {
        school.scratch.pass(1)
        try await school.organisation.force(#require(builtInPolicy(policy)), at: place, from: from)
    }
}
