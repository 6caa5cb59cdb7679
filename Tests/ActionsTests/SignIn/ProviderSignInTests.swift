import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

/// An organisation whose people sign in with a provider that the test has in its hand.
struct ProviderScene {
    let scratch: Scratch
    let pretend = PretendProvider()
    let organisation: Organisation
    let ida: Identifier<User>
    let back = "https://chaperone.school.example/harbour-view/sign-in/back"

    init(on: Bool = true, change: (inout SignInProvider) -> Void = { _ in }) async throws {
        scratch = try Scratch()
        let installation = try Installation(
            data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4, web: pretend)
        organisation = try await scratch.plan().performFromConsole(in: installation)
        ida = try await organisation.user(email: "ida@school.example").id
        var provider = PretendProvider.settings
        change(&provider)
        try await ChangeSignInProvider(to: provider, secret: "s3cret").perform(in: organisation, by: .user(ida))
        guard on else { return }
        try await tryIt()
        try await SwitchSignInProvider(on: true).perform(in: organisation, by: .user(ida))
    }

    func tryIt() async throws {
        guard case .tried = try await come(.trial(ida), ["sub": "ida-there"]) else { throw Unexpected() }
    }

    /// There and back, with these claims over the right ones.
    func come(
        _ reason: BeginProviderSignIn.Reason = .signIn, _ claims: [String: any Sendable] = [:],
        refreshToken: String? = "r-1", meanwhile: (inout FinishProviderSignIn) -> Void = { _ in }
    ) async throws -> FinishProviderSignIn.Answer {
        let begun = try await BeginProviderSignIn(reason, back: back).perform(in: organisation)
        let query = Dictionary(
            uniqueKeysWithValues: (URLComponents(string: begun.address)?.queryItems ?? []).map {
                ($0.name, $0.value ?? "")
            })
        let right = PretendProvider.claims(query["nonce"], at: organisation.clock.now)
        pretend.give(try pretend.token(right.merging(claims) { $1 }), refreshToken: refreshToken)
        var finish = FinishProviderSignIn(
            state: query["state"] ?? "", code: "c", browser: begun.browser, back: back, device: "Firefox on Linux")
        meanwhile(&finish)
        return try await finish.perform(in: organisation)
    }

    func invited(_ name: String, _ roles: Role...) async throws -> InviteUser.Invited {
        try await InviteUser(
            name: name, email: name.lowercased().replacing(" ", with: ".") + "@school.example", roles: roles
        ).perform(in: organisation, by: .console)
    }
}

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
        let trusting = try await ProviderScene { $0.trustsVerifiedEmails = true }
        let sam = try await trusting.invited("Sam Poe", .author)
        guard case .refused = try await trusting.come() else { throw Unexpected() }
        guard case .refused = try await trusting.come(.signIn, ["email_verified": false]) else { throw Unexpected() }
        guard case .signedIn(let user, _) = try await trusting.come(.signIn, ["email_verified": true])
        else { throw Unexpected() }
        #expect(user.id == sam.user)
        guard case .refused = try await trusting.come(.signIn, ["email_verified": true, "sub": "another"])
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

    @Test func whoeverOwesACodeIsBoundNeitherByALinkNorByAnAddress() async throws {
        let scene = try await ProviderScene { $0.trustsVerifiedEmails = true }
        let head = try await scene.invited("Sam Poe", .headteacher)
        guard case .refused(let says, _) = try await scene.come(.link(head.link)) else { throw Unexpected() }
        #expect(says.contains("code"))
        guard case .refused = try await scene.come(.signIn, ["email_verified": true]) else { throw Unexpected() }
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

    @Test func itIsSwitchedOnOnlyAfterATrialAndOffAgainWhenItIsAnotherProvider() async throws {
        let scene = try await ProviderScene(on: false)
        await #expect(throws: ActionError.notFound) { _ = try await scene.come() }
        await #expect(throws: ActionError.self) {
            try await SwitchSignInProvider(on: true).perform(in: scene.organisation, by: .user(scene.ida))
        }
        try await scene.tryIt()
        try await SwitchSignInProvider(on: true).perform(in: scene.organisation, by: .user(scene.ida))
        #expect(try await scene.organisation.providerInUse() != nil)
        var other = PretendProvider.settings
        other.clientID = "another"
        try await ChangeSignInProvider(to: other).perform(in: scene.organisation, by: .user(scene.ida))
        #expect(try await scene.organisation.providerInUse() == nil)
        let author = try await scene.organisation.person("Una Ray", .author)
        await #expect(throws: ActionError.self) {
            try await ChangeSignInProvider(to: other).perform(in: scene.organisation, by: .user(author))
        }
        await #expect(throws: ActionError.self) { _ = try await scene.come(.trial(author)) }
    }

    @Test func groupsGiveAndTakeTheirRolesAndNoOthers() async throws {
        let scene = try await ProviderScene {
            $0.groupRoles = [
                .init(group: "staff", role: .author), .init(group: "heads", role: .headteacher),
                .init(group: "admins", role: .administrator),
            ]
        }
        let sam = try await scene.invited("Sam Poe", .moderator)
        func roles(_ user: Identifier<User>) async throws -> Set<Role> {
            Set(try await scene.organisation.database.user(user)?.grants.map(\.grant.role) ?? [])
        }
        guard case .signedIn = try await scene.come(.link(sam.link), ["groups": ["staff", "heads", "cooks"]])
        else { throw Unexpected() }
        #expect(try await roles(sam.user) == [.moderator, .author, .headteacher])
        guard case .signedIn = try await scene.come() else { throw Unexpected() }
        #expect(
            try await roles(sam.user) == [.moderator, .author, .headteacher], "a token without groups says nothing")
        guard case .signedIn = try await scene.come(.signIn, ["groups": ["staff"]]) else { throw Unexpected() }
        #expect(try await roles(sam.user) == [.moderator, .author])
        // who entered what a group means gets nothing by it
        guard
            case .signedIn = try await scene.come(
                .bind(scene.ida, password: goodPassword), ["sub": "ida-there", "groups": ["heads"]])
        else { throw Unexpected() }
        #expect(try await roles(scene.ida) == [.administrator])
    }

    @Test func theLastAdministratorStaysWhateverTheGroupsSay() async throws {
        let scene = try await ProviderScene { $0.groupRoles = [.init(group: "admins", role: .administrator)] }
        let sam = try await scene.invited("Sam Poe")
        guard case .signedIn = try await scene.come(.link(sam.link), ["groups": ["admins"]]) else { throw Unexpected() }
        try await EndUser(user: scene.ida, why: "Left").perform(in: scene.organisation, by: .user(sam.user))
        guard case .signedIn = try await scene.come(.signIn, ["groups": [] as [String]]) else { throw Unexpected() }
        #expect(try await scene.organisation.database.user(sam.user)?.grants.map(\.grant.role) == [.administrator])
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

    @Test func rolesThatGroupsGaveEndWithTheirProvider() async throws {
        let scene = try await ProviderScene { $0.groupRoles = [.init(group: "heads", role: .headteacher)] }
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link), ["groups": ["heads"]]) else { throw Unexpected() }
        try await RemoveSignInProvider(why: "Another is bought").perform(
            in: scene.organisation, by: .user(scene.ida))
        #expect(try await scene.organisation.database.user(sam.user)?.grants.map(\.grant.role) == [.author])
        let story = try await scene.organisation.database.timeline(of: RecordSubject(.user, sam.user))
        #expect(story.contains { $0.kind == .roleEnded && $0.content?.why?.contains("removed") == true })
    }

    /// Whoever administers and has no password comes in by the provider alone.
    @Test func aProviderStaysAsLongAsNoAdministratorComesInOtherwise() async throws {
        let scene = try await ProviderScene { $0.groupRoles = [.init(group: "admins", role: .administrator)] }
        let sam = try await scene.invited("Sam Poe")
        guard case .signedIn = try await scene.come(.link(sam.link)) else { throw Unexpected() }
        try await GrantRole(user: sam.user, role: .administrator, why: "The only one left")
            .perform(in: scene.organisation, by: .user(scene.ida))
        try await EndUser(user: scene.ida, why: "Left").perform(in: scene.organisation, by: .user(sam.user))
        let actor = Actor.user(sam.user)
        await #expect(throws: ActionError.self) {
            try await SwitchSignInProvider(on: false).perform(in: scene.organisation, by: actor)
        }
        await #expect(throws: ActionError.self) {
            try await RemoveSignInProvider(why: "Enough").perform(in: scene.organisation, by: actor)
        }
        await #expect(throws: ActionError.self) {
            var other = PretendProvider.settings
            other.address = "https://id.other.example"
            try await ChangeSignInProvider(to: other, secret: "x").perform(in: scene.organisation, by: actor)
        }
        await #expect(throws: ActionError.self) {
            try await ReleaseIdentity(user: sam.user, why: "Wrong").perform(in: scene.organisation, by: .console)
        }
        guard case .signedIn = try await scene.come() else { throw Unexpected() }
        let link = try await MakePasswordLink(user: sam.user).perform(in: scene.organisation, by: actor)
        try await SetPassword(link: link.secret, password: goodPassword).perform(in: scene.organisation)
        try await RemoveSignInProvider(why: "Enough").perform(in: scene.organisation, by: actor)
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

    @Test func theClientSecretGoesToNoOtherProviderThanTheOneItWasEnteredFor() async throws {
        let scene = try await ProviderScene()
        var other = PretendProvider.settings
        other.address = "https://id.evil.example"
        await #expect(throws: ActionError.invalid("secret", "Enter the client secret that this provider gave you")) {
            try await ChangeSignInProvider(to: other).perform(in: scene.organisation, by: .user(scene.ida))
        }
        try await ChangeSignInProvider(to: other, secret: "another").perform(
            in: scene.organisation, by: .user(scene.ida))
    }

    @Test func theSecretsAreInNoFileOfTheDatabase() async throws {
        let scene = try await ProviderScene()
        let sam = try await scene.invited("Sam Poe", .author)
        guard case .signedIn = try await scene.come(.link(sam.link), refreshToken: "refresh-token-in-plain-sight")
        else { throw Unexpected() }
        for name in ["record.sqlite", "record.sqlite-wal"] {
            let bytes = try Data(contentsOf: scene.organisation.database.folder.appending(path: name))
            #expect(bytes.range(of: Data("s3cret".utf8)) == nil)
            #expect(bytes.range(of: Data("refresh-token-in-plain-sight".utf8)) == nil)
        }
    }
}

extension ProviderScene {
    /// How many tasks ask whether somebody has left.
    fileprivate func tasks() async throws -> Int {
        try await organisation.database.home(
            of: ida, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 5
        ).tasks.count { $0.kind == .lookAtRefusedUser }
    }
}
