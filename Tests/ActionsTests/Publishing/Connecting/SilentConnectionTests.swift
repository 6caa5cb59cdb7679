import Actions
import Foundation
import Governance
import Platforms
import Reading
import Testing

@Suite("A network that gives no answer to a look") struct SilentConnectionTests {
    private func look(_ connected: ConnectedRoom) async throws -> Connection? {
        try await CheckConnection().check(connected.website, in: connected.room.organisation)
        return try await connected.room.database.connection(of: connected.website)
    }

    @Test("is no broken connection at first; after a day somebody is asked, and nobody any more once it answers")
    func silent() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let ida = try await room.administrator()
        let kinds = {
            try await room.database.timeline(of: RecordSubject(.account, connected.website)).map(\.kind)
        }
        let before = try await kinds()
        connected.networks.behave(ConnectedRoom.server, as: "down")
        let since = room.now
        #expect(try await look(connected)?.silentSince == since)
        room.scratch.pass(86_399)
        let known = try #require(try await look(connected))
        #expect(known.silentSince == since && known.brokenSince == nil)
        #expect(try await kinds() == before)
        #expect(try await !room.taskKinds(of: ida).contains(.reconnectAccount))
        room.scratch.pass(1)
        for _ in 0..<3 { _ = try await look(connected) }
        #expect(try await kinds() == before + [.connectionSilent])
        let task = try #require(try await room.database.tasks(of: ida).first { $0.kind == .reconnectAccount })
        #expect(task.due == room.now + 86_400)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        #expect(try await look(connected)?.silentSince == nil)
        #expect(try await kinds() == before + [.connectionSilent, .connectionMended])
        #expect(try await !room.taskKinds(of: ida).contains(.reconnectAccount))
    }

    @Test("for less than a day leaves no trace once it answers")
    func short() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        connected.networks.behave(ConnectedRoom.server, as: "down")
        #expect(try await look(connected)?.silentSince != nil)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        room.scratch.pass(3_600)
        let known = try #require(try await look(connected))
        #expect(known.silentSince == nil && known.checkedAt == room.now)
        let kinds = try await room.database.timeline(of: RecordSubject(.account, connected.website)).map(\.kind)
        #expect(!kinds.contains(.connectionSilent) && !kinds.contains(.connectionMended))
    }

    @Test("that says no program can go on there is broken at once")
    func ended() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "ended")
        let known = try #require(try await look(connected))
        #expect(known.brokenSince != nil && known.trouble != nil)
        #expect(try await connected.room.taskKinds(of: connected.room.administrator()).contains(.reconnectAccount))
    }
}
