import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Who connects an account") struct WhoConnectsTests {
    @Test("who connects an account is who runs it, keeps its log-in details, or administers; what signs in is sealed")
    func whoConnects() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        for user in [room.author, room.moderator] {
            await #expect(throws: ActionError.self) {
                try await ConnectAccount(
                    connected.website, server: "www.quay.example", userName: "a", secret: "p"
                ).perform(in: room.organisation, by: .user(user))
            }
        }
        await #expect(throws: ActionError.self, "no real network from a pretended one") {
            try await ConnectAccount(
                connected.website, server: "wordpress.com", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        await #expect(throws: ActionError.self, "another website than the register says") {
            try await ConnectAccount(
                connected.website, server: "www.other.example", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        await #expect(throws: ActionError.self, "it is allowed on the network’s own page") {
            try await ConnectAccount(
                room.facebook, server: "facebook.example", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        let sealed = try #require(try await room.database.sealedConnection(of: connected.website))
        #expect(!sealed.secret.contains(Data("p w d".utf8)))
        try await DisconnectAccount(connected.website).perform(
            in: room.organisation, by: .user(room.administrator()))
        #expect(try await room.database.sealedConnection(of: connected.website) == nil)
    }

    @Test("whom the school’s sign-in refused neither connects an account nor disconnects one, whatever they run")
    func refused() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let refused = try await room.administrator()
        try await room.organisation.change(by: .schedule) { tx in
            let subject = RecordSubject(.user, refused)
            return Recorded(
                Event(.providerRefused, subject),
                tasks: [
                    .open(
                        NewTask(
                            .lookAtRefusedUser, subject, for: .role(.administrator, at: nil), rule: "Have they left?"))
                ])
        }
        await #expect(throws: ActionError.self) { try await connected.connect() }
        await #expect(throws: ActionError.self) {
            try await DisconnectAccount(connected.website).perform(in: room.organisation, by: .user(refused))
        }
        #expect(try await room.database.sealedConnection(of: connected.website) != nil)
    }
}
