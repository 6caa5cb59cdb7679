import Actions
import Foundation
import Governance
import Schedule
import Store
import Testing

@Suite("What falls due") struct ScheduleTests {
    /// When the schedule asks what training the next school year has; nothing else is planned.
    private let newYear = Day(year: 2027, month: 9, day: 1)?.start()

    @Test("what is due is done at its time, over all organisations, and known again after a restart")
    func rounds() async throws {
        let room = try await PostRoom()
        // families are asked about pictures of the pupils who have just come
        try await room.runDue()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        let rounds = DueRounds(room.installation)
        try await rounds.start()
        #expect(await rounds.next() == room.now + 3 * 3_600)
        #expect(await rounds.run() == 0)
        room.scratch.pass(3 * 3_600)
        let again = DueRounds(room.installation)
        try await again.start()
        #expect(await again.run() == 1)
        #expect(try await room.state(post) == .ready)
        #expect(await again.next() == newYear)
    }

    @Test("what people plan after the start is heard of")
    func heard() async throws {
        let room = try await PostRoom()
        // families are asked about pictures of the pupils who have just come
        try await room.runDue()
        let rounds = DueRounds(room.installation)
        try await rounds.start()
        #expect(await rounds.next() == newYear)
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        room.scratch.pass(3 * 3_600)
        #expect(await rounds.run() == 1)
        #expect(try await room.state(post) == .expired)
    }

    @Test("a run that dies between taking and finishing has changed nothing; the next one takes it again")
    func killed() async throws {
        let room = try await PostRoom()
        // families are asked about pictures of the pupils who have just come
        try await room.runDue()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        let lost = try #require(try await RunDue().take(in: room.organisation))
        #expect(try await RunDue().perform(in: room.organisation) == false)
        #expect(try await room.state(post) == .scheduled)
        room.scratch.pass(RunDue.lease)
        #expect(try await RunDue().perform(in: room.organisation))
        #expect(try await room.state(post) == .ready)
        try await RunDue().finish(lost, in: room.organisation)
        #expect(try await room.kinds(post).filter { $0 == .postReady }.count == 1)
    }
}
