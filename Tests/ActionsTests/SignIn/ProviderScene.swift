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

    init(
        on: Bool = true, pretending issuer: String? = nil, change: (inout SignInProvider) -> Void = { _ in }
    ) async throws {
        if let issuer { pretend.say("issuer", issuer) }
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

extension ProviderScene {
    /// How many tasks ask whether somebody has left.
    func tasks() async throws -> Int {
        try await organisation.database.home(
            of: ida, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 5
        ).tasks.count { $0.kind == .lookAtRefusedUser }
    }
}
