import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct SignInTests {
    private func signIn(
        _ email: String = "nell@school.example", _ password: String = goodPassword, from address: String = "203.0.113.7"
    ) -> SignIn {
        SignIn(email: email, password: password, address: address, device: "Firefox on Linux")
    }

    @Test func theRightPasswordBeginsASessionAndItsCookieIsKnown() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        guard case .signedIn(let user, let cookie) = try await signIn(" NELL@School.example").perform(in: organisation)
        else { throw Unexpected() }
        let signedIn = try #require(try await organisation.signedIn(cookie: cookie))
        #expect(signedIn.user == user)
        #expect(signedIn.authority.holds(.author, at: nil))
        #expect(try await organisation.signedIn(cookie: cookie + "0") == nil)
        #expect(try await organisation.database.sessions(of: user.id).map(\.device) == ["Firefox on Linux"])
    }

    @Test func aSessionEndsWhenIdleWhenOldAndWhenEnded() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let cookie = try await cookie(in: organisation)
        scratch.pass(11 * 3600)
        #expect(try await organisation.signedIn(cookie: cookie) != nil)
        scratch.pass(11 * 3600)
        let signedIn = try #require(try await organisation.signedIn(cookie: cookie))
        scratch.pass(13 * 3600)
        #expect(try await organisation.signedIn(cookie: cookie) == nil)

        let second = try await self.cookie(in: organisation)
        for _ in 0..<34 {
            scratch.pass(10 * 3600)
            _ = try await organisation.signedIn(cookie: second)
        }
        #expect(try await organisation.signedIn(cookie: second) == nil)

        let third = try await self.cookie(in: organisation)
        let fourth = try await self.cookie(in: organisation)
        let own = try #require(try await organisation.signedIn(cookie: third))
        try await EndAllSessions(user: signedIn.user.id, but: own.session)
            .perform(in: organisation, by: .user(signedIn.user.id))
        #expect(try await organisation.signedIn(cookie: fourth) == nil)
        try await SignOut(session: own.session).perform(in: organisation, by: .user(own.user.id))
        #expect(try await organisation.signedIn(cookie: third) == nil)
    }

    @Test func nobodyEndsAnothersSession() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let own = try #require(try await organisation.signedIn(cookie: try await cookie(in: organisation)))
        let author = try await organisation.person("Sam Poe", .author)
        await #expect(throws: ActionError.notFound) {
            try await EndSession(session: own.session).perform(in: organisation, by: .user(author))
        }
        await #expect(throws: ActionError.self) {
            try await EndAllSessions(user: own.user.id).perform(in: organisation, by: .user(author))
        }
    }

    @Test(arguments: ["nell@school.example", "nobody@school.example"])
    func guessingIsCountedDownAndThenWaitsWhetherTheAddressIsKnownOrNot(email: String) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        for left in [4, 3, 2, 1] {
            #expect(try await signIn(email, "wrong").perform(in: organisation) == .refused(triesLeft: left))
        }
        #expect(try await signIn(email, "wrong").perform(in: organisation) == .wait(seconds: 600))
        #expect(try await signIn(email).perform(in: organisation) == .wait(seconds: 600))
        scratch.pass(601)
        #expect(try await signIn(email, "wrong").perform(in: organisation) == .wait(seconds: 1200))
        scratch.pass(25 * 3600)
        #expect(try await signIn(email, "wrong").perform(in: organisation) == .refused(triesLeft: 4))
    }

    @Test func manyGuessesAtOnceAreCountedEach() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let answers = try await withThrowingTaskGroup(of: SignIn.Answer.self) { group in
            for _ in 0..<20 { group.addTask { try await signIn(password: "wrong").perform(in: organisation) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { if case .refused = $0 { true } else { false } }.count <= 5)
    }

    @Test func theRightPasswordForgetsTheCount() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        for _ in 0..<4 { _ = try await signIn(password: "wrong").perform(in: organisation) }
        _ = try await cookie(in: organisation)
        #expect(try await signIn(password: "wrong").perform(in: organisation) == .refused(triesLeft: 4))
    }

    @Test func aSchoolBehindOneAddressSignsInAsOftenAsItLikes() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        for _ in 0..<Throttle.triesPerAddress * 2 { _ = try await cookie(in: organisation) }
    }

    @Test func someoneElsewhereWhoGuessesDoesNotKeepThePersonOut() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        for _ in 0..<Throttle.triesPerPerson {
            _ = try await signIn("nell@school.example", "wrong", from: "198.51.100.1").perform(in: organisation)
        }
        let there = try await signIn(from: "198.51.100.1").perform(in: organisation)
        #expect(there == .wait(seconds: 600))
        _ = try await cookie(in: organisation)
    }

    @Test func guessesFromManyPlacesAreStoppedTogether() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        for number in 0..<Throttle.triesPerEmail {
            _ = try await signIn("nell@school.example", "wrong", from: "198.51.100.\(number)").perform(in: organisation)
        }
        #expect(try await signIn(from: "192.0.2.1").perform(in: organisation) == .wait(seconds: 600))
    }

    @Test func onlyADemonstrationIsEnteredWithoutAPassword() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let ida = try #require(try await organisation.database.users().first?.user.id)
        await #expect(throws: ActionError.self) {
            try await DemonstrationSignIn(user: ida, device: "").perform(in: organisation)
        }
        let other = try Scratch()
        let demonstration = try await other.organisation(isDemonstration: true)
        let user = try #require(try await demonstration.database.users().first?.user.id)
        let cookie = try await DemonstrationSignIn(user: user, device: "").perform(in: demonstration)
        #expect(try await demonstration.signedIn(cookie: cookie)?.user.id == user)
    }

    private func signIn(password: String) -> SignIn { signIn("nell@school.example", password) }

    private func cookie(in organisation: Organisation) async throws -> String {
        guard case .signedIn(_, let cookie) = try await signIn().perform(in: organisation) else { throw Unexpected() }
        return cookie
    }
}

struct Unexpected: Error {}
