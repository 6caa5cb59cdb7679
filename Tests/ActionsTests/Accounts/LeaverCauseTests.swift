import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("Why an account is handed over") struct LeaverCauseTests {
    private func task(
        _ kind: NewTask.Kind, of user: Identifier<User>, _ school: AccountSchool
    ) async throws -> OpenTask? {
        try await school.tasks(user).first { $0.kind == kind }
    }

    private func endRole(_ user: Identifier<User>, _ school: AccountSchool) async throws {
        let grant = try #require(try await school.organisation.database.user(user)?.grants.first)
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
    }

    @Test("the stronger cause is what the task says, and it stays due when it was")
    func stronger() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        let person = try await school.rolled(school.lead)
        try await endRole(school.lead, school)
        let weak = try #require(try await task(.handOverAccount, of: school.admin, school))
        #expect(weak.rule.contains("has lost the role"))
        school.scratch.pass(2 * 86_400)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        let strong = try #require(try await task(.handOverAccount, of: school.admin, school))
        #expect(strong.rule.contains("Priya Nair leaves") && strong.due == weak.due && strong.id == weak.id)
        #expect(try await school.tasks(school.admin).count { $0.kind == .handOverAccount } == 1)
        let kinds = try await school.organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        #expect(kinds.count { $0 == .handoverOpened } == 2)
    }

    @Test("back on the roll without the role that was lost meanwhile, they hand over still")
    func weakerStays() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await school.opened()
        let person = try await school.rolled(school.lead)
        try await endRole(school.lead, school)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        #expect(try await task(.handOverAccount, of: school.admin, school)?.rule.contains("has lost the role") == true)
        try await GrantRole(user: school.lead, role: .author, school: school.school, why: "Back again").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await task(.handOverAccount, of: school.admin, school) == nil)
    }

    @Test("no role calls it off but one that undoes the loss, whoever gives it and when")
    func oneJudgement() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await school.opened()
        try await endRole(school.lead, school)
        var provider = SignInProvider(.other, address: "https://login.example/1", clientID: "c")
        provider.groupRoles = [
            SignInProvider.GroupRole(group: "governors", role: .governor, school: school.school)
        ]
        try await school.organisation.apply(["governors"], of: provider, to: school.lead)
        #expect(try await task(.handOverAccount, of: school.admin, school) != nil, "a governor writes nothing")
        try await GrantRole(
            user: school.lead, role: .author, school: school.school, from: school.scratch.clock.now + 3_600,
            why: "From tomorrow"
        ).perform(in: school.organisation, by: .user(school.admin))
        #expect(try await task(.handOverAccount, of: school.admin, school) != nil, "the role has not begun")
        school.scratch.pass(3_601)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await task(.handOverAccount, of: school.admin, school) == nil)
    }

    @Test("posts are handed on school by school, by somebody there, and only those of the schools that were lost")
    func posts() async throws {
        let school = try await AccountSchool("LLT")
        let mill = try await school.organisation.school(slug: "mill").id
        try await GrantRole(user: school.lead, role: .author, school: mill, why: "Both").perform(
            in: school.organisation, by: .user(school.admin))
        let millLeader = try await school.organisation.person("Mona Mill", .slt, at: mill)
        for place in [school.school, mill] {
            _ = try await StartPost(school: place, content: PostDraft(text: "News")).perform(
                in: school.organisation, by: .user(school.lead))
        }
        try await endRole(school.lead, school)
        let quays = try #require(try await task(.handOnPosts, of: school.slt, school))
        #expect(quays.rule.contains("one post or draft"))
        #expect(try await task(.handOnPosts, of: millLeader, school) == nil)
        #expect(
            try await HandOnPosts(from: school.lead, to: school.second, why: "Other duties").perform(
                in: school.organisation, by: .user(school.slt)) == 1)
        #expect(try await task(.handOnPosts, of: school.slt, school) == nil)
    }

    @Test("nobody who is off the roll is named to run an account, by hand, in a list, or when it is opened")
    func named() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await AddAccount(school: school.school, name: "Old", network: .instagram, handle: "@old")
            .perform(in: school.organisation, by: .user(school.slt))
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        let person = try await school.rolled(third)
        let application = try await school.taken(school.asked { $0.operators.append(third) })
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        await #expect {
            try await ChangeOperators(
                account, operators: [school.lead, school.second, third], lead: school.lead, why: "One more"
            ).perform(in: school.organisation, by: .user(school.slt))
        } throws: {
            guard case .invalid(let errors)? = $0 as? ActionError else { return false }
            return errors.contains { $0.says.contains("not on the roll any more") }
        }
        await #expect(throws: ActionError.self) {
            try await DecideApplication(application, .approve()).perform(
                in: school.organisation, by: .user(school.slt))
        }
        let list = "Platform,Address,Lead,School\nYouTube,@quay,Anna Whitcombe,quay\n"
        let faults = try await ImportAccounts(Array(list.utf8)).trial(
            in: school.organisation, by: .user(school.slt)
        ).faults
        #expect(faults.map(\.column) == ["Lead"])
    }

    @Test("who comes back says anew, at the next leaving, that what is confidential stays so")
    func wordOver() async throws {
        let school = try await AccountSchool("LLT")
        let person = try await school.rolled(school.lead)
        let leaving = RecordLeaving(person, why: "Moves away")
        try await leaving.perform(in: school.organisation, by: .user(school.admin))
        try await AcknowledgeLeaving(school.lead).perform(in: school.organisation, by: .user(school.lead))
        #expect(try await task(.acknowledgeLeaving, of: school.lead, school) == nil)
        try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        try await leaving.perform(in: school.organisation, by: .user(school.admin))
        #expect(try await task(.acknowledgeLeaving, of: school.lead, school) != nil)
        try await AcknowledgeLeaving(school.lead).perform(in: school.organisation, by: .user(school.lead))
        #expect(try await task(.acknowledgeLeaving, of: school.lead, school) == nil)
    }

    @Test("whoever saw a password and leaves has it changed the same day, though they do not run the account")
    func custodian() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await school.lodge("lantern ferry cobble mast", at: account)
        let keeper = try await school.organisation.person("Olu Grant", .administrator)
        let last = try await school.organisation.person("Ivy Long", .administrator)
        for user in [keeper, last] {
            _ = try await ShowLogin(account, reason: "A new telephone").perform(
                in: school.organisation, by: .user(user))
        }
        try await endRole(keeper, school)
        let asked = try #require(try await task(.changeLogin, of: school.admin, school))
        #expect(asked.rule.contains("Olu Grant") && asked.due.map { Day(of: $0) } == Day(of: school.scratch.clock.now))
        school.scratch.pass(60)
        try await school.lodge("another kettle entirely here", at: account)
        #expect(try await task(.changeLogin, of: school.admin, school) == nil)
        try await EndUser(user: last, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await task(.changeLogin, of: school.admin, school) == nil, "it was changed since they looked")
    }

    @Test("log-in details of a new account are lodged by somebody who may")
    func lodging() async throws {
        let school = try await AccountSchool("LLT")
        let moderator = try await school.organisation.person("Mo Dean", .moderator, at: school.school)
        let application = try await school.taken(school.asked())
        try await school.approve(application)
        guard
            case .done(let account) = try await ActivateAccount(
                application, handle: "@quay", details: school.details()
            ).perform(in: school.organisation, by: .user(moderator))
        else { throw Unexpected() }
        let lodging = { (user: Identifier<User>) in
            try await school.tasks(user).contains { $0.kind == .lodgeLogin && $0.subject.id == account.text }
        }
        #expect(try await !lodging(moderator))
        #expect(try await lodging(school.admin))
    }
}

extension AccountSchool {
    func lodge(_ password: String, at account: Identifier<PostingAccount>) async throws {
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: password)).perform(
            in: organisation, by: .user(admin))
    }
}
