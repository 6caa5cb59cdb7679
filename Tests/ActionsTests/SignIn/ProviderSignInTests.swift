import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite struct ProviderSignInTests {
    @Test func anInvitationBindsTheAccountAndFromThenOnItSignsIn() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .refused(let says, false) = try await scene.come() else { throw Unexpected() }
        #expect(says.contains("invitation"))
        guard case .signedIn(let user, let cookie) = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        #expect(user.id == sam.user)
        #expect(try await scene.organisation.signedIn(cookie: cookie)?.user.id == sam.user)
        guard case .signedIn(let again, _) = try await scene.come(.signIn, ["email": "other@elsewhere.example"])
        else { throw Unexpected() }
        #expect(again.id == sam.user)
        await #expect(throws: ActionError.notFound) { _ = try await scene.come(.link(sam.link)) }
    }

    @Test func anEMailAddressAloneIsNobody() async throws {
        let scene = try await ProviderScene()
        _ = try await scene.invited("Sam Poe", .author)
        guard case .refused = try await scene.come(.signIn, ["email_verified": true]) else { throw Unexpected() }
        guard case .refused = try await scene.come(.signIn, ["email_verified": true, "sub": "another"])
        else { throw Unexpected() }
    }

    @Test func aLinkThatWasOnlyAskedForBindsNobody() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        let asked = Randomness.system.secret()
        try await scene.organisation.change(by: .visitor) { tx in
            try tx.insert(
                OneTimeLink(user: sam.user, purpose: .lostPassword, expiresAt: tx.now + 3600),
                tokenHash: tokenHash(asked))
            return Recorded(Event(.linkAsked, RecordSubject(.user, sam.user)))
        }
        await #expect(throws: ActionError.notFound) { _ = try await scene.come(.link(asked)) }
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let news = try await scene.organisation.database.home(
            of: sam.user, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 0
        ).news
        #expect(news.map(\.kind) == [.providerBound])
    }

    @Test func whoeverOwesACodeIsNotBoundByALink() async throws {
        let scene = try await ProviderScene()
        let head = try await scene.invited("Sam Poe", .headteacher)
        guard case .refused(let says, _) = try await scene.come(.link(head.link)) else { throw Unexpected() }
        #expect(says.contains("code"))
        #expect(try await scene.organisation.user(ofLink: head.link)?.id == head.user)
    }

    @Test func bindingFromOnesOwnPageNeedsThePasswordAndTheAccountIsChosenThere() async throws {
        let scene = try await ProviderScene()
        await #expect(throws: ActionError.invalid("current", "This is not your password now")) {
            _ = try await scene.come(.bind(scene.ida, password: "another"))
        }
        let reasons: [(BeginProviderSignIn.Reason, Bool)] = [
            (.bind(scene.ida, password: goodPassword), true),
            (.link(try await scene.invited("Sam Poe", .author).link), true), (.signIn, false),
        ]
        for (reason, chooses) in reasons {
            let begun = try await BeginProviderSignIn(reason, back: scene.back).perform(in: scene.organisation)
            #expect(begun.address.contains("prompt=select_account") == chooses)
        }
    }

    @Test func theAnswerCountsOnceInTheBrowserWhereItWasBegunAndForAQuarterOfAnHour() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        guard case .refused = try await scene.come(meanwhile: { $0.browser = "another" }) else { throw Unexpected() }
        guard case .refused = try await scene.come(meanwhile: { $0.browser = nil }) else { throw Unexpected() }
        guard case .refused = try await scene.come(meanwhile: { $0.state = "made up" }) else { throw Unexpected() }
        guard case .refused = try await scene.come(meanwhile: { _ in scene.scratch.pass(15 * 60) })
        else { throw Unexpected() }
        guard case .refused = try await scene.come(meanwhile: { $0.issuer = "https://evil.example" })
        else { throw Unexpected() }
        var used: FinishProviderSignIn?
        guard case .signedIn = try await scene.come(meanwhile: { used = $0 }) else { throw Unexpected() }
        guard case .refused = try await used?.perform(in: scene.organisation) else { throw Unexpected() }
        guard case .refused(let says, _) = try await scene.come(meanwhile: { $0.refusal = "access_denied" })
        else { throw Unexpected() }
        #expect(says.contains("did not sign in"))
    }

    @Test func aTokenForAnotherSignInOrAnotherClientIsRefused() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        let wrong: [[String: any Sendable]] = [
            ["nonce": "of another"], ["aud": "another"], ["iss": "https://evil.example"], ["exp": 1],
        ]
        for claims in wrong {
            guard case .refused = try await scene.come(.signIn, claims) else { throw Unexpected() }
        }
    }

    @Test func nobodyIsBoundToTwoAccountsAndNoAccountToTwoPeople() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        let una = try await scene.invited("Una Ray", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        guard case .refused(let taken, _) = try await scene.come(.link(una.link)) else { throw Unexpected() }
        #expect(taken.contains("somebody else"))
        guard case .refused = try await scene.come(.bind(sam.user, password: goodPassword), ["sub": "second"]) else {
            throw Unexpected()
        }
        try await ReleaseIdentity(user: sam.user, why: "New account").perform(
            in: scene.organisation, by: .user(scene.ida))
        guard case .refused = try await scene.come() else { throw Unexpected() }
        guard
            case .signedIn(let user, _) = try await scene.come(
                .bind(sam.user, password: goodPassword), ["sub": "second"])
        else { throw Unexpected() }
        #expect(user.id == sam.user)
    }

    @Test func whoeverIsBoundNeedsNoPasswordSaveAdministrators() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        try await SetPassword(link: sam.link, password: goodPassword).perform(in: scene.organisation)
        guard case .signedIn = try await scene.come(.bind(sam.user, password: goodPassword)) else { throw Unexpected() }
        #expect(try await scene.organisation.database.user(sam.user)?.hasPassword == false)
        guard case .signedIn = try await scene.come(.bind(scene.ida, password: goodPassword), ["sub": "ida-there"])
        else { throw Unexpected() }
        #expect(try await scene.organisation.database.user(scene.ida)?.hasPassword == true)
    }

    @Test func someoneWhoIsShutOutStaysOut() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        try await EndUser(user: sam.user, why: "Left").perform(in: scene.organisation, by: .user(scene.ida))
        guard case .refused(let says, _) = try await scene.come() else { throw Unexpected() }
        #expect(says.contains("ended"))
    }

    /// Anybody may begin: one client that begins again and again loses its own oldest, and nobody else's.
    @Test func whoeverBeginsAgainAndAgainFillsNoTableAndKeepsNobodyOut() async throws {
        let scene = try await ProviderScene()
        let begin = { (address: String) in
            try await BeginProviderSignIn(.signIn, back: scene.back, address: address).perform(in: scene.organisation)
        }
        let honest = try await begin("192.0.2.7")
        let query = { (begun: BeginProviderSignIn.Begun) in
            URLComponents(string: begun.address)?.queryItems?.first { $0.name == "state" }?.value ?? ""
        }
        let first = try await begin("198.51.100.9")
        scene.scratch.pass(1)
        for _ in 0..<ProviderSignIn.mostOfClient { _ = try await begin("198.51.100.9") }
        let stands = { (begun: BeginProviderSignIn.Begun) in
            let state = tokenHash(query(begun))
            return try await scene.organisation.database.keep { try $0.takeSignIn(stateHash: state) } != nil
        }
        #expect(try await stands(honest))
        #expect(try await !stands(first))
    }
}
