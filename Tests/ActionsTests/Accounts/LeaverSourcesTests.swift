import Foundation
import Governance
import Platforms
import Reading
import Store
import Synchronization
import Testing

@testable import Actions

@Suite("Who is known to have left") struct LeaverSourcesTests {
    @Test("someone whom an import takes off the roll hands over the same day, and no more once they are back on it")
    func imported() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        _ = try await school.rolled(school.lead)
        let others = listHeading + "S9,staff,Nora,Page,,quay,\n"
        _ = try await school.organisation.bring(others, leavers: .all, isSure: true)
        #expect(
            try await school.tasks(school.admin).contains {
                $0.kind == .handOverAccount && $0.subject.id == account.text
            })
        #expect(try await school.tasks(school.lead).contains { $0.kind == .acknowledgeLeaving })
        _ = try await school.organisation.bring(
            others + "S-\(school.lead.text),staff,Priya,Nair,,quay,\n", isSure: true)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        #expect(try await school.tasks(school.lead).allSatisfy { $0.kind != .acknowledgeLeaving })
    }

    @Test("the vault asks the provider first: silence opens nothing, a refusal begins the handover, a return ends it")
    func provider() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        for role in [Role.administrator, .it] {
            try await GrantRole(user: sam.user, role: role).perform(in: scene.organisation, by: .console)
        }
        try await ImportAccounts(Array("Platform,Address,Lead,School\nX,@quay,Sam Poe,quay\n".utf8))
            .perform(in: scene.organisation, by: .console)
        let account = try #require(try await scene.organisation.database.officialAccounts().first).id
        let login = LoginDetails(userName: "@quay", password: "lantern ferry cobble mast")
        try await LodgeLogin(account, login).perform(in: scene.organisation, by: .user(sam.user))
        func look() async throws -> ShowLogin.Shown {
            try await ShowLogin(account, reason: "A new telephone")
                .perform(in: scene.organisation, by: .user(sam.user))
        }
        func isHandedOver() async throws -> Bool {
            try await scene.organisation.database.tasks(of: scene.ida).contains { $0.kind == .handOverAccount }
        }
        let claims = PretendProvider.claims(nil, at: scene.organisation.clock.now)
        scene.pretend.give(try scene.pretend.token(claims), refreshToken: "r-2")
        #expect(try await look() == .shown(login))
        scene.pretend.goDown()
        await #expect(throws: ActionError.self) { try await look() }
        scene.pretend.goDown(false)
        scene.pretend.refuse("invalid_grant")
        guard case .refused = try await look() else { throw Unexpected() }
        #expect(try await isHandedOver())
        scene.pretend.refuse(nil)
        guard case .signedIn = try await scene.come() else { throw Unexpected() }
        #expect(try await !isHandedOver())
        withExtendedLifetime(scene.scratch) {}
    }

    @Test("what is owed on leaving is read while another writes")
    func readBesideWriter() async throws {
        let school = try await AccountSchool("LLT")
        let (began, mayEnd) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
        let hasEnded = Mutex(false)
        let writer = Task { [school] in
            try await school.organisation.database.change(by: .console) { _ in
                began.continuation.yield()
                _ = mayEnd.wait(timeout: .now() + 120)
                hasEnded.withLock { $0 = true }
                return .unchanged
            }
        }
        for await _ in began.stream { break }
        let owed = try await school.organisation.sectionsOwedOnLeaving(by: school.lead)
        #expect(!owed.isEmpty && hasEnded.withLock { !$0 })
        mayEnd.signal()
        try await writer.value
    }
}
