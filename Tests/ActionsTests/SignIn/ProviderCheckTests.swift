import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite struct ProviderCheckTests {
    /// A school that signs in with Google, and what Google says of everybody there.
    private func google() async throws -> (ProviderScene, claims: [String: any Sendable]) {
        let issuer = "https://accounts.google.com"
        let scene = try await ProviderScene(on: false, pretending: issuer) {
            $0 = SignInProvider(.google, hostedDomain: "school.example", clientID: PretendProvider.clientID)
        }
        let claims: [String: any Sendable] = ["iss": issuer, "hd": "school.example"]
        guard case .tried = try await scene.come(.trial(scene.ida), claims.merging(["sub": "ida-there"]) { $1 })
        else { throw Unexpected() }
        try await SwitchSignInProvider(on: true).perform(in: scene.organisation, by: .user(scene.ida))
        return (scene, claims)
    }

    @Test func googleIsAskedOnceMoreWithConsentWhereNothingIsKeptToAskByLater() async throws {
        let (scene, claims) = try await google()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link), claims) else { throw Unexpected() }
        guard case .signedIn = try await scene.come(.signIn, claims, refreshToken: nil) else { throw Unexpected() }
        scene.pretend.refuse("invalid_grant")
        #expect(try await CheckWithProvider(user: sam.user).perform(in: scene.organisation) == .refused)
        scene.pretend.refuse(nil)
        guard case .consentNeeded(let user) = try await scene.come(.signIn, claims, refreshToken: nil)
        else { throw Unexpected() }
        #expect(user == sam.user)
        let again = try await BeginProviderSignIn(.consent(user), back: scene.back).perform(in: scene.organisation)
        #expect(again.address.contains("consent"))
        guard case .signedIn = try await scene.come(.consent(user), claims, refreshToken: "r-2")
        else { throw Unexpected() }
        #expect(try await CheckWithProvider(user: sam.user).perform(in: scene.organisation) == .stands)
    }

    @Test func googleThatGivesNoneAlthoughAskedLetsInAllTheSame() async throws {
        let (scene, claims) = try await google()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link), claims, refreshToken: nil)
        else { throw Unexpected() }
        guard case .consentNeeded = try await scene.come(.signIn, claims, refreshToken: nil) else { throw Unexpected() }
        guard case .signedIn = try await scene.come(.consent(sam.user), claims, refreshToken: nil)
        else { throw Unexpected() }
    }

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
