import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("What protects the vault") struct VaultProtectionTests {
    private let secret = "lantern ferry cobble mast"

    private func settings(_ two: Bool?) -> Settings {
        var settings = Settings()
        settings.twoPeopleForLogins = two
        return settings
    }

    @Test("no school goes below two people where they are asked for everywhere")
    func everywhere() async throws {
        let school = try await AccountSchool("LLT")
        try await ChangeSettings(to: settings(true)).perform(in: school.organisation, by: .user(school.admin))
        for user in [school.slt, school.admin] {
            await #expect(throws: ActionError.self) {
                try await ChangeSettings(at: school.school, to: settings(false)).perform(
                    in: school.organisation, by: .user(user))
            }
        }
        #expect(settings(false).over(settings(true)).isTwoPeopleForLogins, "as an older release kept it")
    }

    @Test("only who administers the whole organisation asks to take it back; at the machine itself it is told to all")
    func weakened() async throws {
        let school = try await AccountSchool("LLT")
        try await ChangeSettings(at: school.school, to: settings(true)).perform(
            in: school.organisation, by: .user(school.slt))
        let local = try await school.organisation.person("Ivy Long", .administrator, at: school.school)
        school.scratch.pass(20 * 86_400)
        for user in [school.slt, school.head, local] {
            await #expect(throws: ActionError.self) {
                try await ChangeSettings(at: school.school, to: settings(nil), why: "Half term").perform(
                    in: school.organisation, by: .user(user))
            }
        }
        await #expect(throws: ActionError.self) {
            try await ChangeSettings(at: school.school, to: settings(nil)).perform(
                in: school.organisation, by: .user(school.admin))
        }
        #expect(try await school.organisation.database.settings(at: school.school).isTwoPeopleForLogins)
        try await ChangeSettings(at: school.school, to: settings(nil)).perform(in: school.organisation, by: .console)
        for user in [school.admin, local, school.slt] {
            let news = try await school.organisation.database.news(to: user)
            #expect(news.contains { $0.says.contains("one person alone") })
        }
    }

    @Test("a closed account’s log-in details are open to those who keep them for 30 days, then destroyed, on record")
    func closed() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await school.lodge(secret, at: account)
        try await CloseAccount(account, reason: "Quiet", archive: "None", followers: "Told", proof: "Not found")
            .perform(in: school.organisation, by: .user(school.slt))
        let look = ShowLogin(account, reason: "Its archive")
        #expect(
            try await look.perform(in: school.organisation, by: .user(school.admin))
                == .shown(LoginDetails(userName: "@quay", password: secret)))
        guard case .refused = try await look.perform(in: school.organisation, by: .user(school.lead)) else {
            Issue.record("its lead saw it")
            return
        }
        school.scratch.pass(29 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.organisation.database.lodgedLogins()[account] != nil)
        school.scratch.pass(2 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.organisation.database.lodgedLogins()[account] == nil)
        let kinds = try await school.organisation.database.timeline(of: RecordSubject(.account, account)).map(\.kind)
        #expect(kinds.contains(.loginDestroyed))
    }

    @Test("an account that is opened again in time keeps its log-in details")
    func openedAgain() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await school.lodge(secret, at: account)
        try await CloseAccount(account, reason: "Quiet", archive: "None", followers: "Told", proof: "Not found")
            .perform(in: school.organisation, by: .user(school.slt))
        var plain = try #require(try await school.organisation.database.officialAccount(account)).account
        plain.state = .open
        try await ChangeAccount(account: plain).perform(in: school.organisation, by: .user(school.slt))
        school.scratch.pass(40 * 86_400)
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.organisation.database.lodgedLogins()[account] != nil)
    }
}
