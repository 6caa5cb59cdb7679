import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite struct OneTimeCodesTests {
    /// RFC 6238, appendix B, SHA-1, the last six of eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func codesAreThoseOfTheStandard(seconds: Int, code: String) {
        let secret = Data("12345678901234567890".utf8)
        let step = OneTimeCode.step(at: Date(timeIntervalSince1970: TimeInterval(seconds)))
        #expect(OneTimeCode.code(secret, step: step) == code)
        #expect(OneTimeCode.text(of: secret) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    @Test func aCodeCountsOneStepEitherSideAndNoFurther() {
        let secret = OneTimeCode.secret()
        let now = Date(timeIntervalSince1970: 1_795_255_200)
        let step = OneTimeCode.step(at: now)
        for other in -3...3 {
            let code = OneTimeCode.code(secret, step: step + Int64(other))
            #expect((OneTimeCode.step(of: code, secret: secret, at: now) != nil) == (abs(other) <= 1))
        }
    }

    private func signIn(_ organisation: Organisation) async throws -> SignIn.Answer {
        try await SignIn(email: "ida@school.example", password: goodPassword, address: "203.0.113.7", device: "Firefox")
            .perform(in: organisation)
    }

    private func code(_ key: SetUpOneTimeCodes.Key, _ organisation: Organisation) -> String {
        OneTimeCode.code(ofKey: key.text, at: organisation.clock.now)
    }

    @Test func anAdministratorSetsThemUpAndGivesOneAtEachSignIn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        guard case .needsCodeSetUp(let step) = try await signIn(organisation) else { throw Unexpected() }
        let setUp = SetUpOneTimeCodes(step: step)
        let key = try #require(try await setUp.key(in: organisation))
        #expect(try await setUp.key(in: organisation) == key)
        guard case .refused = try await setUp.confirm("000000", in: organisation) else { throw Unexpected() }
        guard
            case .signedIn(let ida, let cookie, let recovery) = try await setUp.confirm(
                code(key, organisation), in: organisation)
        else { throw Unexpected() }
        #expect(try await organisation.signedIn(cookie: cookie)?.user == ida)
        #expect(Set(recovery).count == 10)
        guard case .over = try await setUp.confirm(code(key, organisation), in: organisation) else {
            throw Unexpected()
        }

        guard case .needsCode(let second) = try await signIn(organisation) else { throw Unexpected() }
        guard
            case .refused = try await GiveOneTimeCode(step: second, code: code(key, organisation))
                .perform(in: organisation)
        else { throw Unexpected() }
        scratch.pass(30)
        guard
            case .signedIn = try await GiveOneTimeCode(step: second, code: code(key, organisation))
                .perform(in: organisation)
        else { throw Unexpected() }
        guard case .needsCode(let third) = try await signIn(organisation) else { throw Unexpected() }
        guard
            case .refused = try await GiveOneTimeCode(step: third, code: code(key, organisation))
                .perform(in: organisation)
        else { throw Unexpected() }
        guard
            case .signedIn(_, _, let left) = try await GiveOneTimeCode(step: third, code: recovery[3].uppercased())
                .perform(in: organisation)
        else { throw Unexpected() }
        #expect(left == 9)
        guard case .needsCode(let fourth) = try await signIn(organisation) else { throw Unexpected() }
        guard case .refused = try await GiveOneTimeCode(step: fourth, code: recovery[3]).perform(in: organisation)
        else { throw Unexpected() }
        scratch.pass(15 * 60)
        guard case .over = try await GiveOneTimeCode(step: fourth, code: recovery[4]).perform(in: organisation)
        else { throw Unexpected() }
    }

    @Test func guessingIsSlowedDown() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        _ = try await signInWithCodes(organisation, scratch)
        guard case .needsCode(let step) = try await signIn(organisation) else { throw Unexpected() }
        var says = ""
        for _ in 0..<7 {
            guard
                case .refused(let said) = try await GiveOneTimeCode(step: step, code: "123456")
                    .perform(in: organisation)
            else { throw Unexpected() }
            says = said
        }
        #expect(says.contains("too many tries"))
    }

    @Test func aCodeThatIsOwedIsOwedNoMoreWhenTheSessionsAreEnded() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        _ = try await signInWithCodes(organisation, scratch)
        guard case .needsCode(let step) = try await signIn(organisation) else { throw Unexpected() }
        #expect(try await GiveOneTimeCode.isSettingUp(step, in: organisation) == false)
        let ida = try await organisation.user(email: "ida@school.example").id
        try await EndAllSessions(user: ida).perform(in: organisation, by: .user(ida))
        #expect(try await GiveOneTimeCode.isSettingUp(step, in: organisation) == nil)
    }

    /// Whatever gives it: a grant, one that begins later, or somebody whom they stand in for.
    @Test func aSessionFromBeforeARoleThatAsksForACodeCountsNoMore() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let nell = try await organisation.user(email: "nell@school.example").id
        func nells() async throws -> SignIn.Answer {
            try await SignIn(
                email: "nell@school.example", password: goodPassword, address: "192.0.2.7", device: "Firefox"
            ).perform(in: organisation)
        }
        guard case .signedIn(_, let cookie) = try await nells() else { throw Unexpected() }
        #expect(try await organisation.signedIn(cookie: cookie) != nil)
        try await GrantRole(
            user: nell, role: .headteacher, from: organisation.clock.now + 60, until: organisation.clock.now + 3600,
            why: "For an hour"
        ).perform(in: organisation, by: .console)
        #expect(try await organisation.signedIn(cookie: cookie) != nil, "it has not begun yet")
        scratch.pass(61)
        #expect(try await organisation.signedIn(cookie: cookie) == nil)
        guard case .needsCodeSetUp = try await nells() else { throw Unexpected() }
    }

    @Test func theConsoleTakesCodesAwayAndNobodyComesInWithTheOldPassword() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example")
        let ways: [() async throws -> String] = [
            { try await MakePasswordLink(user: ida.id).perform(in: organisation, by: .console).secret },
            {
                try await MakeAdministratorAtConsole(name: "", email: ida.email, why: "The telephone is lost")
                    .perform(in: organisation).secret
            },
        ]
        for way in ways {
            let cookie = try await signInWithCodes(organisation, scratch)
            let link = try await way()
            #expect(try await organisation.signedIn(cookie: cookie) == nil)
            guard case .refused = try await signIn(organisation) else { throw Unexpected() }
            try await SetPassword(link: link, password: goodPassword).perform(in: organisation)
            guard case .needsCodeSetUp = try await signIn(organisation) else { throw Unexpected() }
        }
    }

    @Test func aRecoveryCodeLetsInAlsoWhenTheKeysAreLost() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        guard case .needsCodeSetUp(let first) = try await signIn(organisation) else { throw Unexpected() }
        let key = try #require(try await SetUpOneTimeCodes(step: first).key(in: organisation))
        guard
            case .signedIn(_, _, let recovery) = try await SetUpOneTimeCodes(step: first).confirm(
                code(key, organisation), in: organisation)
        else { throw Unexpected() }
        let file = scratch.folder.appending(path: "secrets.key")
        try FileManager.default.removeItem(at: file)
        try SecretsKey.make(file)
        let again = try await scratch.installation().organisation("harbour-view")
        guard case .needsCode(let step) = try await signIn(again) else { throw Unexpected() }
        await #expect(throws: SecretsTrouble.self) {
            _ = try await GiveOneTimeCode(step: step, code: "123456").perform(in: again)
        }
        guard case .signedIn = try await GiveOneTimeCode(step: step, code: recovery[0]).perform(in: again)
        else { throw Unexpected() }
    }

    @Test func onlyThoseWhoseRoleCarriesMuchMustAndAnyoneMay() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await InviteUser(name: "Sam Poe", email: "sam@school.example", roles: [.author])
            .perform(in: organisation, by: .console)
        try await SetPassword(link: sam.link, password: goodPassword).perform(in: organisation)
        let signIn = SignIn(email: "sam@school.example", password: goodPassword, address: "203.0.113.7", device: "")
        guard case .signedIn = try await signIn.perform(in: organisation) else { throw Unexpected() }
        await #expect(throws: ActionError.self) {
            _ = try await BeginOneTimeCodes(user: sam.user, password: "another", device: "").perform(in: organisation)
        }
        let step = try await BeginOneTimeCodes(user: sam.user, password: goodPassword, device: "")
            .perform(in: organisation)
        let key = try #require(try await SetUpOneTimeCodes(step: step).key(in: organisation))
        guard
            case .signedIn = try await SetUpOneTimeCodes(step: step).confirm(code(key, organisation), in: organisation)
        else { throw Unexpected() }
        guard case .needsCode = try await signIn.perform(in: organisation) else { throw Unexpected() }
        let ida = try await organisation.user(email: "ida@school.example").id
        await #expect(throws: ActionError.self) {
            try await ResetOneTimeCodes(user: sam.user, why: "Lost").perform(in: organisation, by: .user(sam.user))
        }
        await #expect(throws: ActionError.self) {
            try await ResetOneTimeCodes(user: sam.user, why: " ").perform(in: organisation, by: .user(ida))
        }
        let link = try #require(
            try await ResetOneTimeCodes(user: sam.user, why: "Lost the telephone; came to my desk")
                .perform(in: organisation, by: .user(ida)))
        guard case .refused = try await signIn.perform(in: organisation) else { throw Unexpected() }
        try await SetPassword(link: link.secret, password: goodPassword).perform(in: organisation)
        guard case .signedIn = try await signIn.perform(in: organisation) else { throw Unexpected() }
        #expect(Role.allCases.filter(\.needsCode).count == 9)
    }
}

/// Signs the administrator in who has to set codes up first, and gives the cookie.
func signInWithCodes(
    _ organisation: Organisation, _ scratch: Scratch, password: String = goodPassword
) async throws -> String {
    let signIn = SignIn(
        email: "ida@school.example", password: password, address: "203.0.113.7", device: "Firefox on Linux")
    guard case .needsCodeSetUp(let step) = try await signIn.perform(in: organisation),
        let key = try await SetUpOneTimeCodes(step: step).key(in: organisation),
        case .signedIn(_, let cookie, _) = try await SetUpOneTimeCodes(step: step).confirm(
            OneTimeCode.code(ofKey: key.text, at: organisation.clock.now), in: organisation)
    else { throw Unexpected() }
    return cookie
}
