import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite struct ProviderGroupsTests {
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
}
