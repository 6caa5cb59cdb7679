import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Taken down by itself") struct TakenDownByItselfTests {
    @Test("what is ordered down comes down by itself, and the record keeps what was there")
    func takenDown() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let post = try await connected.due()
        try await connected.send()
        try await OrderTakedown(
            placement: room.placement(post), reason: "A family asked", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
        #expect(try await connected.send() == .done)
        #expect(connected.texts.isEmpty)
        #expect(try await room.state(post) == .takenDown)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        #expect(try await room.database.postStory(post)?.places.first?.placement.draft.text == cleanText)
    }

    @Test("what went out as another account is never looked for on this one")
    func otherAccount() async throws {
        let connected = try await ConnectedRoom(network: .mastodon)
        let room = connected.room
        let post = try await connected.due()
        try await connected.send()
        try await ConnectAccount(
            connected.website, server: "other.quay.example", userName: "author",
            secret: "p", isConfirmed: true
        ).perform(in: room.organisation, by: .user(room.administrator()))
        try await OrderTakedown(
            placement: room.placement(post), reason: "A family asked", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await connected.send() == .nothingDue)
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
    }
}
