import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite struct ProviderCheckTests {
    /// Google gives a refresh token with consent alone, and none at a second sign-in.
    @Test func aRefreshTokenIsKeptWhenTheProviderGivesNoOther() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let kept = try await scene.organisation.database.providerCheck(of: sam.user)?.refreshToken
        guard case .signedIn = try await scene.come(refreshToken: nil) else { throw Unexpected() }
        #expect(kept != nil)
        #expect(try await scene.organisation.database.providerCheck(of: sam.user)?.refreshToken == kept)
    }

    @Test func aRefusalEndsTheSessionsAndAsksAnAdministratorAndSilenceDoesNot() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn(_, let cookie) = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let check = CheckWithProvider(user: sam.user)
        #expect(try await CheckDueWithProvider().perform(in: scene.organisation) == 0)
        scene.scratch.pass(CheckWithProvider.interval)
        _ = try await scene.organisation.signedIn(cookie: cookie)
        scene.pretend.goDown()
        #expect(try await check.perform(in: scene.organisation) == .unknown)
        #expect(try await scene.organisation.signedIn(cookie: cookie) != nil)
        scene.pretend.goDown(false)
        var claims = PretendProvider.claims(nil, at: scene.organisation.clock.now)
        scene.pretend.give(try scene.pretend.token(claims), refreshToken: "r-2")
        #expect(try await check.perform(in: scene.organisation) == .stands)
        #expect(scene.pretend.asked.last { $0.form != nil }?.form?.contains { $0.value == "r-1" } == true)
        #expect(try await check.perform(in: scene.organisation) == .stands)
        #expect(scene.pretend.asked.last { $0.form != nil }?.form?.contains { $0.value == "r-2" } == true)
        #expect(try await scene.organisation.signedIn(cookie: cookie) != nil)
        scene.pretend.refuse("invalid_grant")
        scene.scratch.pass(CheckWithProvider.interval)
        _ = try await scene.organisation.signedIn(cookie: cookie)
        #expect(try await CheckDueWithProvider().perform(in: scene.organisation) == 1)
        #expect(try await scene.organisation.signedIn(cookie: cookie) == nil)
        #expect(try await scene.tasks() == 1)
        scene.pretend.refuse(nil)
        claims["sub"] = "subject-7"
        guard case .signedIn = try await scene.come() else { throw Unexpected() }
        #expect(try await scene.tasks() == 0)
    }

    @Test func aTokenThatTheProviderChangedIsKeptAlsoWhenTheRestOfTheAnswerIsLost() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let check = CheckWithProvider(user: sam.user)
        scene.pretend.changeKey()
        scene.pretend.hideKeys()
        let claims = PretendProvider.claims(nil, at: scene.organisation.clock.now)
        scene.pretend.give(try scene.pretend.token(claims), refreshToken: "r-2")
        #expect(try await check.perform(in: scene.organisation) == .unknown)
        scene.pretend.hideKeys(false)
        #expect(try await check.perform(in: scene.organisation) == .stands)
        #expect(scene.pretend.asked.last { $0.form != nil }?.form?.contains { $0.value == "r-2" } == true)
    }

    @Test func aRefusalOfATokenThatWasReplacedMeanwhileEndsNothing() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn(_, let cookie) = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let old = try #require(try await scene.organisation.database.providerCheck(of: sam.user)).refreshToken
        guard case .signedIn = try await scene.come(refreshToken: "r-2") else { throw Unexpected() }
        let check = CheckWithProvider(user: sam.user)
        #expect(try await check.refuse("Taken back", old, scene.organisation) == .unknown)
        #expect(try await scene.organisation.signedIn(cookie: cookie) != nil)
        #expect(try await scene.organisation.database.providerCheck(of: sam.user) != nil)
    }
}
