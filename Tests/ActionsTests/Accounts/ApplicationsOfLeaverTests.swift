import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("An application whose asker, or somebody who was to run the account, leaves") struct ApplicationsOfLeaverTests {
    private func leave(_ user: Identifier<User>, _ school: AccountSchool) async throws {
        try await EndUser(user: user, why: "Moves away", isUnasked: true)
            .perform(in: school.organisation, by: .user(school.admin))
    }

    private func isAsked(
        _ user: Identifier<User>, of application: Identifier<AccountApplication>, _ school: AccountSchool
    ) async throws -> Bool {
        try await school.tasks(user).contains { $0.kind == .settleApplication && $0.subject.id == application.text }
    }

    @Test("is taken back the same day by who keeps the register, and can be asked anew", arguments: ["LLT", "DSAT"])
    func asker(policy: String) async throws {
        let school = try await AccountSchool(policy)
        let application = try await school.taken(school.asked { $0.talk = "With the trust" })
        try await leave(school.lead, school)
        #expect(try await isAsked(school.slt, of: application, school))
        #expect(try await !isAsked(school.lead, of: application, school))
        await #expect(throws: ActionError.self) {
            try await WithdrawApplication(application, why: "Priya left")
                .perform(in: school.organisation, by: .user(school.second))
        }
        try await WithdrawApplication(application, why: "Priya left")
            .perform(in: school.organisation, by: .user(school.slt))
        #expect(try await !isAsked(school.slt, of: application, school))
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        _ = try await school.taken(
            school.asked {
                $0.operators = [third, school.second]
                $0.lead = third
                $0.talk = "With the trust"
            }, by: third)
    }

    @Test("is taken back by whoever asked, when somebody who was to run it leaves after it was approved")
    func approved() async throws {
        let school = try await AccountSchool("LLT")
        let application = try await school.taken(school.asked())
        try await school.approve(application)
        try await leave(school.second, school)
        #expect(try await isAsked(school.lead, of: application, school))
        try await WithdrawApplication(application, why: "Tom left")
            .perform(in: school.organisation, by: .user(school.lead))
        #expect(try await school.tasks(school.lead).allSatisfy { $0.subject.id != application.text })
    }

    @Test("leaves no account of old stuck: it can be asked for again")
    func legacy() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await AddAccount(
            school: school.school, name: "Quay on X", network: .x, handle: "@quay"
        ).perform(in: school.organisation, by: .user(school.slt))
        let application = try await school.taken(school.asked { $0.existing = account })
        try await school.approve(application)
        try await leave(school.lead, school)
        #expect(try await isAsked(school.slt, of: application, school))
        try await WithdrawApplication(application, why: "Priya left")
            .perform(in: school.organisation, by: .user(school.slt))
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        let again = try await school.taken(
            school.asked {
                $0.existing = account
                $0.operators = [third, school.second]
                $0.lead = third
            }, by: third)
        #expect(again != application)
    }

    @Test("is asked about no more when they come back onto the roll")
    func back() async throws {
        let school = try await AccountSchool("LLT")
        let application = try await school.taken(school.asked())
        let person = try await school.rolled(school.lead)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        #expect(try await isAsked(school.slt, of: application, school))
        try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        #expect(try await !isAsked(school.slt, of: application, school))
    }
}
