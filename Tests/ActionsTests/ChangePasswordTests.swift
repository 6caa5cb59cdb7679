import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct ChangePasswordTests {
    private let fresh = "another harbour wall"

    private func signIn(_ organisation: Organisation, _ password: String) async throws -> SignIn.Answer {
        try await SignIn(email: "nell@school.example", password: password, address: "", device: "")
            .perform(in: organisation)
    }

    @Test func theCurrentPasswordChangesItAndEveryOtherSessionEnds() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        guard case .signedIn(let user, let here) = try await signIn(organisation, goodPassword),
            case .signedIn(_, let there) = try await signIn(organisation, goodPassword)
        else { throw Unexpected() }
        let session = try #require(try await organisation.signedIn(cookie: here)?.session)
        func change(from current: String, to new: String) async throws -> Int {
            try await ChangePassword(current: current, new: new, session: session)
                .perform(in: organisation, by: user.id)
        }
        await #expect(throws: ActionError.invalid("current", "This is not your password now")) {
            try await change(from: "wrong", to: fresh)
        }
        await #expect(throws: ActionError.invalid("password", "Choose another than the one you have")) {
            try await change(from: goodPassword, to: goodPassword)
        }
        await #expect(throws: ActionError.invalid("password", "Choose a password of at least 12 characters")) {
            try await change(from: goodPassword, to: "short")
        }
        #expect(try await organisation.signedIn(cookie: there) != nil)
        #expect(try await change(from: goodPassword, to: fresh) == 1)
        #expect(try await organisation.signedIn(cookie: here) != nil)
        #expect(try await organisation.signedIn(cookie: there) == nil)
        #expect(try await signIn(organisation, goodPassword).says != nil)
        #expect(try await signIn(organisation, fresh).says == nil)
    }

    @Test func anOpenBrowserIsNoPlaceToGuessAPassword() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        guard case .signedIn(let user, let cookie) = try await signIn(organisation, goodPassword) else {
            throw Unexpected()
        }
        let session = try #require(try await organisation.signedIn(cookie: cookie)?.session)
        func tryOut(_ password: String) async throws {
            try await ChangePassword(current: password, new: fresh, session: session)
                .perform(in: organisation, by: user.id)
        }
        for _ in 0..<5 { await #expect(throws: ActionError.self) { try await tryOut("guess") } }
        let error = await #expect(throws: ActionError.self) { try await tryOut(goodPassword) }
        guard case .later = error else { throw Unexpected() }
        scratch.pass(601)
        try await tryOut(goodPassword)
    }
}
