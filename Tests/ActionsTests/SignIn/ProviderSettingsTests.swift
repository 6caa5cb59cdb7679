import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite struct ProviderSettingsTests {
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
