import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("A group of staff") struct GroupReachTests {
    private func registered(_ school: AccountSchool) async throws -> Identifier<StaffGroup> {
        try await RegisterGroup(
            school: school.school, name: "Quay staff", network: .facebook, address: "Ask the office",
            purpose: "News among staff", everyDays: 7
        ).perform(in: school.organisation, by: .user(school.lead))
    }

    @Test("is answered for by somebody with a role at its school, and nobody registers one elsewhere")
    func itsOwnSchool() async throws {
        let school = try await AccountSchool("LLT")
        let mill = try await school.organisation.school(slug: "mill").id
        let stranger = try await school.organisation.person("Mona Mill", .author, at: mill)
        let elsewhere = RegisterGroup(
            school: mill, name: "Mill staff", network: .facebook, address: "Ask", purpose: "News", everyDays: 7)
        await #expect(throws: ActionError.self) {
            try await elsewhere.perform(in: school.organisation, by: .user(school.lead))
        }
        let group = try await registered(school)
        await #expect(throws: ActionError.self) {
            try await HandOnGroup(group, to: stranger, why: "Take it").perform(
                in: school.organisation, by: .user(school.lead))
        }
        try await HandOnGroup(group, to: school.second, why: "Other duties").perform(
            in: school.organisation, by: .user(school.lead))
    }

    @Test("is handed on by whoever loses their roles there, and stays so though they sign in once more")
    func handedOn() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await registered(school)
        let grant = try #require(try await school.organisation.database.user(school.lead)?.grants.first)
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        let isAsked = { try await school.tasks(school.slt).contains { $0.kind == .handOnGroup } }
        #expect(try await isAsked())
        let lead = school.lead
        let organisation = school.organisation
        try await organisation.change(by: .schedule) { tx in
            Recorded(
                Event(.groupChecked, RecordSubject(.user, lead)),
                tasks: try organisation.withdrawHandovers(of: lead, [.refused], tx))
        }
        #expect(try await isAsked())
        try await GrantRole(user: lead, role: .author, school: school.school, why: "Back again").perform(
            in: organisation, by: .user(school.admin))
        #expect(try await !isAsked())
    }

    @Test("has its look asked of the register's keepers when whoever answered is gone")
    func rota() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await registered(school)
        try await EndUser(user: school.lead, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        school.scratch.pass(8 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.tasks(school.slt).contains { $0.kind == .checkGroup })
    }

    @Test("has its look done by the deputy of a creator who is away")
    func deputy() async throws {
        let school = try await AccountSchool("LLT")
        let group = try await registered(school)
        let now = school.scratch.clock.now
        try await NameDeputy(absent: school.lead, deputy: school.second, from: now, until: now + 30 * 86_400)
            .perform(in: school.organisation, by: .user(school.lead))
        school.scratch.pass(8 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.tasks(school.second).contains { $0.kind == .checkGroup })
        try await CheckGroup(group, found: "All as it should be").perform(
            in: school.organisation, by: .user(school.second))
        #expect(try await school.tasks(school.second).allSatisfy { $0.kind != .checkGroup })
    }

    @Test("stands once at a school however its address is written, and at another school may have the same")
    func addresses() async throws {
        let school = try await AccountSchool("LLT")
        let mill = try await school.organisation.school(slug: "mill").id
        let stranger = try await school.organisation.person("Mona Mill", .author, at: mill)
        func register(
            _ place: Identifier<School>?, _ address: String, _ user: Identifier<User>
        ) async throws {
            try await RegisterGroup(
                school: place, name: "Staff", network: .facebook, address: address, purpose: "News", everyDays: 7
            ).perform(in: school.organisation, by: .user(user))
        }
        try await register(school.school, "facebook.com/groups/Staff", school.lead)
        await #expect(throws: ActionError.self) {
            try await register(school.school, "https://www.facebook.com/groups/staff/", school.second)
        }
        try await register(school.school, "Ask the office", school.lead)
        try await register(mill, "Ask the office", stranger)
    }

    @Test("is entered for a colleague by IT, who hears of it")
    func forAnother() async throws {
        let school = try await AccountSchool("LLT")
        let group = RegisterGroup(
            school: school.school, name: "Quay staff", network: .facebook, address: "Ask the office",
            purpose: "News among staff", creator: school.lead, everyDays: 7)
        await #expect(throws: ActionError.self) {
            try await group.perform(in: school.organisation, by: .user(school.second))
        }
        try await group.perform(in: school.organisation, by: .user(school.it))
        let news = try await school.organisation.database.home(
            of: school.lead, decidingWith: nil, writes: false, mostNews: 20, mostPosts: 0
        ).news
        #expect(news.contains { $0.says.contains("you answer for it") })
    }

    @Test("stays with a creator who can still answer for it, whatever role they lose")
    func otherRole() async throws {
        let school = try await AccountSchool("LLT")
        _ = try await registered(school)
        let grant = try #require(try await school.organisation.database.user(school.lead)?.grants.first)
        try await GrantRole(user: school.lead, role: .governor, school: school.school, why: "Elected").perform(
            in: school.organisation, by: .user(school.admin))
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .handOnGroup })
    }
}
