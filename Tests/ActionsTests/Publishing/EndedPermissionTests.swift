import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("A permission that ends") struct EndedPermissionTests {
    @Test("a permission that ended asks whoever may renew it, and posts wait for a person until then")
    func revoked() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "revoked")
        let post = try await connected.room.start(connected.room.draft(cleanText, at: [connected.website]))
        try await connected.room.send(post)
        try await connected.room.approve(post)
        connected.room.scratch.pass(2 * 3_600 - 1)
        try await NetworkWork().perform(in: connected.room.organisation)
        #expect(connected.networks.asked == ["check"], "it was looked at when it was connected, and not since")
        connected.room.scratch.pass(1)
        // an hour before the post is due
        try await NetworkWork().perform(in: connected.room.organisation)
        let ida = try await connected.room.administrator()
        let task = try #require(
            try await connected.room.database.tasks(of: ida).first { $0.kind == .reconnectAccount })
        #expect(task.due == connected.room.now + 3_600, "before the next post is due")
        connected.room.scratch.pass(3_600)
        try await connected.room.runDue()
        #expect(try await connected.room.state(post) == .ready)
        await #expect(throws: ActionError.self) { try await connected.connect() }
        connected.networks.behave(ConnectedRoom.server, as: "well")
        try await connected.connect()
        #expect(try await !connected.room.taskKinds(of: ida).contains(.reconnectAccount))
    }

    @Test("a connection is looked at once a day, and by itself")
    func lookedAt() async throws {
        let connected = try await ConnectedRoom()
        #expect(try await CheckConnection().perform(in: connected.room.organisation) == false)
        connected.room.scratch.pass(86_400)
        #expect(try await CheckConnection().perform(in: connected.room.organisation))
        #expect(try await CheckConnection().perform(in: connected.room.organisation) == false)
        connected.networks.behave(ConnectedRoom.server, as: "revoked")
        connected.room.scratch.pass(86_400)
        try await NetworkWork().perform(in: connected.room.organisation)
        #expect(
            try await connected.room.taskKinds(of: connected.room.administrator()).contains(.reconnectAccount))
    }

    @Test("a permission that was lengthened is a change, and no ending")
    func lengthened() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let kinds = {
            try await room.database.timeline(of: RecordSubject(.account, connected.website)).map(\.kind)
        }
        for days in [60.0, 90] {
            connected.networks.end(ConnectedRoom.server, at: room.now + days * 86_400)
            try await CheckConnection().check(connected.website, in: room.organisation)
            #expect(try await kinds().last == .connectionChanged)
        }
        connected.networks.end(ConnectedRoom.server, at: room.now + 10 * 86_400)
        try await CheckConnection().check(connected.website, in: room.organisation)
        #expect(try await kinds().last == .permissionEnding)
    }
}
