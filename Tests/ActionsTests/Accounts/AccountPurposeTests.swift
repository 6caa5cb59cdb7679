import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("What an account is for") struct AccountPurposeTests {
    @Test("is changed on the register, and what the policy wants said of it is not taken away, by its section")
    func changed() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let known = try await details(of: account, school)
        var after = known
        (after.purpose, after.audience, after.openness) = ("Show what is made here", "Families and friends", .closed)
        #expect(try await change(account, after, school).refusal == nil)
        #expect(try await details(of: account, school) == after)
        for (take, code) in [
            ({ $0.purpose = nil }, "case_aim_missing"), ({ $0.audience = nil }, "case_audience_missing"),
            ({ $0.openness = nil }, "case_openness_missing"), ({ $0.promotion = nil }, "case_promotion_missing"),
        ] as [((inout AccountDetails) -> Void, String)] {
            var less = after
            take(&less)
            let refusal = try #require(try await change(account, less, school).refusal)
            #expect(Set((refusal.blocks + refusal.holds).map(\.code)) == [code])
            #expect((refusal.blocks + refusal.holds).allSatisfy { $0.clause != nil })
        }
        #expect(try await details(of: account, school) == after)
        var comments = after
        comments.comments = true
        #expect(try await change(account, comments, school).refusal?.holds.map(\.clause) == ["3.10"])
    }

    @Test("counts it as the sixth form’s own, or as one too many where it is the school’s after all")
    func sixthForm() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        var details = try await details(of: account, school)
        details.forSixthForm = true
        #expect(try await change(account, details, school).refusal == nil)
        try await AddAccount(school: school.school, name: "Old X", network: .x, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        details.forSixthForm = false
        let refusal = try #require(try await change(account, details, school).refusal)
        #expect(Set((refusal.blocks + refusal.holds).map(\.code)) == ["account_second"])
    }

    @Test("and whether it is still needed is asked by a day that who keeps the register chooses, within a year")
    func review() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        var known = try await details(of: account, school)
        let today = Day(of: school.scratch.clock.now)
        known.nextReview = today.adding(days: 30).start()
        let soon = known
        await #expect(throws: ActionError.self) { try await change(account, soon, school, by: school.lead) }
        for days in [0, 367] {
            let wrong = reviewed(soon, on: today.adding(days: days))
            await #expect(throws: ActionError.self) { try await change(account, wrong, school) }
        }
        _ = try await change(account, soon, school)
        let isAsked = { try await school.tasks(school.slt).contains { $0.kind == .reviewAccount } }
        school.scratch.pass(10 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await isAsked())
        known.nextReview = today.adding(days: 200).start()
        _ = try await change(account, known, school)
        #expect(try await !isAsked())
    }

    @Test("is entered with an account that exists already, and the day that was chosen stays when it is in order")
    func entered() async throws {
        let school = try await AccountSchool("LLT")
        var details = AccountDetails()
        (details.purpose, details.audience, details.openness) = ("News", "Families", .open)
        let day = Day(of: school.scratch.clock.now).adding(days: 90)
        details.nextReview = day.start()
        let id = try await AddAccount(
            school: school.school, name: "Old X", network: .x, handle: "@old", details: details
        ).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await self.details(of: id, school) == details)
        let application = try await school.taken(school.asked { $0.existing = id })
        try await school.approve(application)
        _ = try await school.open(application)
        #expect(try await self.details(of: id, school).nextReview.map { Day(of: $0) } == day)
    }

    private func reviewed(_ details: AccountDetails, on day: Day) -> AccountDetails {
        var details = details
        details.nextReview = day.start()
        return details
    }

    private func details(of account: Identifier<PostingAccount>, _ school: AccountSchool) async throws -> AccountDetails
    {
        try #require(try await school.organisation.database.officialAccount(account)).details
    }

    @discardableResult private func change(
        _ account: Identifier<PostingAccount>, _ details: AccountDetails, _ school: AccountSchool,
        by user: Identifier<User>? = nil
    ) async throws -> AccountOutcome<Void> {
        try await ChangeAccountDetails(account, to: details).perform(
            in: school.organisation, by: .user(user ?? school.slt))
    }
}
