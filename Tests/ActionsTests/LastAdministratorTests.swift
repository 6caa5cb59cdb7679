import Foundation
import Governance
import Reading
import Testing

@testable import Actions

/// There is always somebody who administers the organisation, and nobody makes themselves more than they are.
@Suite struct LastAdministratorTests {
    /// Ida gave the role by hand; Uma has it from the group at the provider, and signs in there.
    private func scene() async throws -> (ProviderScene, uma: Identifier<User>) {
        let scene = try await ProviderScene { $0.groupRoles = [.init(group: "admins", role: .administrator)] }
        let uma = try await scene.invited("Uma Roy", .author)
        _ = try await scene.come(.link(uma.link), ["sub": "uma-there", "groups": ["admins"]])
        return (scene, uma.user)
    }

    private func grants(_ scene: ProviderScene, _ user: Identifier<User>) async throws -> [RoleGrant] {
        try await scene.organisation.database.user(user)?.grants.filter { $0.grant.role == .administrator } ?? []
    }

    @Test func oneWhoseRoleComesFromAGroupIsTheLastAndStays() async throws {
        let (scene, uma) = try await scene()
        let umas = try #require(try await grants(scene, uma).first)
        let idas = try #require(try await grants(scene, scene.ida).first)
        try await EndGrant(grant: idas.id, why: "Another does it").perform(in: scene.organisation, by: .user(uma))
        // neither by hand, nor by shutting out, nor by leaving the group
        for actor in [Actor.user(uma), .console] {
            await #expect(throws: ActionError.self) {
                try await EndGrant(grant: umas.id, why: "No more").perform(in: scene.organisation, by: actor)
            }
            await #expect(throws: ActionError.self) {
                try await EndUser(user: uma, why: "Left").perform(in: scene.organisation, by: actor)
            }
        }
        _ = try await scene.come(.signIn, ["sub": "uma-there", "groups": [String]()])
        #expect(try await grants(scene, uma).map(\.id) == [umas.id])
    }

    @Test func withAnotherByHandTheGroupsWordCounts() async throws {
        let (scene, uma) = try await scene()
        _ = try await scene.come(.signIn, ["sub": "uma-there", "groups": [String]()])
        #expect(try await grants(scene, uma).isEmpty)
        #expect(try await grants(scene, scene.ida).count == 1)
    }

    @Test func anAdministratorForATimeDoesNotReplaceALastingOne() async throws {
        let (scene, _) = try await scene()
        let organisation = scene.organisation
        let other = try await organisation.person("Ola Fry", .author)
        try await GrantRole(
            user: other, role: .administrator, until: scene.scratch.clock.now + 86_400, why: "For the day"
        ).perform(in: organisation, by: .user(scene.ida))
        let idas = try #require(try await grants(scene, scene.ida).first)
        // Uma administers by her group, so this is allowed; then hers is the last
        try await EndGrant(grant: idas.id, why: "x").perform(in: organisation, by: .user(other))
        let users = try await organisation.database.users()
        #expect(
            users.contains { line in
                line.grants.contains {
                    $0.grant.role == .administrator && $0.grant.until == nil && $0.grant.school == nil
                }
            })
    }

    @Test func nobodyRaisesThemselves() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let head = try await organisation.person("Hana Roe", .headteacher)
        let author = try await organisation.person("Abe Poe", .author)
        await #expect(throws: ActionError.self) {
            try await GrantRole(user: ida, role: .headteacher, why: "I can").perform(in: organisation, by: .user(ida))
        }
        await #expect(throws: ActionError.self) {
            try await NameDeputy(
                absent: head, deputy: ida, from: scratch.clock.now, until: scratch.clock.now + 86_400
            ).perform(in: organisation, by: .user(ida))
        }
        for actor in [head, author] {
            await #expect(throws: ActionError.self) {
                try await GrantRole(user: actor, role: .administrator, why: "I can")
                    .perform(in: organisation, by: .user(actor))
            }
            await #expect(throws: ActionError.self) {
                try await InviteUser(name: "Me Too", email: "me@x.example", roles: [.administrator], school: nil)
                    .perform(in: organisation, by: .user(actor))
            }
        }
        // who stands in for an administrator administers nothing
        try await NameDeputy(
            absent: ida, deputy: author, from: scratch.clock.now, until: scratch.clock.now + 86_400
        ).perform(in: organisation, by: .user(ida))
        await #expect(throws: ActionError.self) {
            try await GrantRole(user: head, role: .dsl, why: "For Ida").perform(in: organisation, by: .user(author))
        }
        withExtendedLifetime(scratch) {}
    }
}
