import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("A leaver and the log-in details") struct LeaverLoginTests {
    private let known = "lantern ferry cobble mast"

    private func lodge(
        _ password: String, at account: Identifier<PostingAccount>, _ school: AccountSchool, changed: Bool = false
    ) async throws {
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: password), saysChanged: changed)
            .perform(in: school.organisation, by: .user(school.admin))
    }

    /// The lead is gone, and two others run it.
    private func leaderless(_ policy: String = "LLT") async throws -> (AccountSchool, Identifier<PostingAccount>) {
        let school = try await AccountSchool(policy)
        let account = try await school.opened()
        try await EndUser(user: school.lead, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        let third = try await school.organisation.person("Anna Whitcombe", .author, at: school.school)
        try await school.read([third])
        try await school.train([third])
        try await ChangeOperators(account, operators: [school.second, third], lead: school.second, why: "Priya left")
            .perform(in: school.organisation, by: .user(school.slt))
        school.scratch.pass(60)
        return (school, account)
    }

    private func isHandedOver(_ account: Identifier<PostingAccount>, _ school: AccountSchool) async throws -> Bool {
        try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount || $0.subject.id != account.text }
    }

    @Test("the first password that is lodged may be the one the leaver knows, unless somebody says that it is new")
    func firstLodging() async throws {
        let (school, account) = try await leaderless()
        try await lodge(known, at: account, school)
        #expect(try await !isHandedOver(account, school))
        #expect(try await school.organisation.database.officialAccount(account)?.details.passwordChangedAt == nil)
        school.scratch.pass(60)
        try await lodge("another kettle entirely here", at: account, school)
        #expect(try await isHandedOver(account, school))
        let (said, other) = try await leaderless()
        try await lodge(known, at: other, said, changed: true)
        #expect(try await isHandedOver(other, said))
    }

    @Test("closing has its own page, and whoever opens an account again finds what leavers ran")
    func reopened() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await lodge(known, at: account, school)
        try await EndUser(user: school.lead, why: "Moves away", isUnasked: true).perform(
            in: school.organisation, by: .user(school.admin))
        var plain = try #require(try await school.organisation.database.officialAccount(account)).account
        plain.state = .closed
        let closing = ChangeAccount(account: plain)
        await #expect(throws: ActionError.self) {
            try await closing.perform(in: school.organisation, by: .user(school.slt))
        }
        try await CloseAccount(account, reason: "Quiet", archive: "None", followers: "Told", proof: "Not found")
            .perform(in: school.organisation, by: .user(school.slt))
        #expect(try await isHandedOver(account, school))
        school.scratch.pass(60)
        plain.state = .open
        try await ChangeAccount(account: plain).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await !isHandedOver(account, school))
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.tasks(school.admin).contains { $0.kind == .changeLogin })
    }

    @Test("whoever hands an account over sees no new password, and a lead without a role none at all")
    func leaversLook() async throws {
        let school = try await AccountSchool("DSAT")
        let application = try await school.taken(school.asked { $0.talk = "On 3 November" })
        try await DecideApplication(application, .approve()).perform(
            in: school.organisation, by: .user(school.head))
        guard
            case .done(let account) = try await ActivateAccount(
                application, handle: "@quay", details: school.details()
            ).perform(in: school.organisation, by: .user(school.lead))
        else { throw Unexpected() }
        try await LodgeLogin(account, LoginDetails(userName: "@quay", password: known)).perform(
            in: school.organisation, by: .user(school.lead))
        let look = ShowLogin(account, reason: "A new telephone")
        #expect(
            try await look.perform(in: school.organisation, by: .user(school.lead))
                == .shown(LoginDetails(userName: "@quay", password: known)))
        let person = try await school.rolled(school.lead)
        try await RecordLeaving(person, why: "Moves away").perform(in: school.organisation, by: .user(school.admin))
        guard case .refused = try await look.perform(in: school.organisation, by: .user(school.lead)) else {
            Issue.record("the leaver saw it")
            return
        }
        try await RecordReturn(person).perform(in: school.organisation, by: .user(school.admin))
        guard case .shown = try await look.perform(in: school.organisation, by: .user(school.lead)) else {
            Issue.record("back again, and refused")
            return
        }
    }

    @Test("whom the school's sign-in refused sees none by a password of their own")
    func refused() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        try await lodge(known, at: account, school)
        let admin = school.admin
        try await school.organisation.change(by: .schedule) { _ in
            Recorded(
                Event(.providerRefused, RecordSubject(.user, admin)),
                tasks: [
                    .open(
                        NewTask(
                            .lookAtRefusedUser, RecordSubject(.user, admin), for: .role(.administrator, at: nil),
                            rule: "Refused", hiddenFrom: [admin]))
                ])
        }
        guard
            case .refused = try await ShowLogin(account, reason: "Look").perform(
                in: school.organisation, by: .user(admin))
        else {
            Issue.record("it was shown")
            return
        }
        await #expect(throws: ActionError.self) {
            try await ReleaseIdentity(user: admin, why: "Mine").perform(in: school.organisation, by: .user(admin))
        }
    }

    @Test("whose roles ended first is asked about confidentiality like any leaver, by their own school, and not before")
    func asked() async throws {
        let school = try await AccountSchool("LLT")
        await #expect(throws: ActionError.self) {
            try await AcknowledgeLeaving(school.second).perform(in: school.organisation, by: .user(school.second))
        }
        let mill = try await school.organisation.school(slug: "mill").id
        let stranger = try await school.organisation.person("Mona Mill", .headteacher, at: mill)
        await #expect(throws: ActionError.self) {
            try await AcknowledgeLeaving(school.second, how: "By letter").perform(
                in: school.organisation, by: .user(stranger))
        }
        let grant = try #require(try await school.organisation.database.user(school.second)?.grants.first)
        try await EndGrant(grant: grant.id, why: "Other duties").perform(
            in: school.organisation, by: .user(school.admin))
        await #expect(throws: ActionError.self) {
            try await EndUser(user: school.second, why: "Moves away").perform(
                in: school.organisation, by: .user(school.admin))
        }
    }
}
