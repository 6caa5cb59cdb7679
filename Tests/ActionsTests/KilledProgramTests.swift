import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite
struct KilledProgramTests {
    @Test(.timeLimit(.minutes(30))) func aKillAtAnyMomentLeavesNothingHalfSaved() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let file = scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
        var head = try await organisation.database.recordHead()
        let clock = ContinuousClock()
        // how long one takes here and now, so that the others are stopped at every part of it
        let whole = try await clock.measure { try await run(scratch, until: nil) }
        head = try RecordVerification.of(file, expected: head).head
        for part in 1...20 {
            try await run(scratch, until: whole * part / 20)
            let verification = try RecordVerification.of(file, expected: head)
            #expect(verification.faults == [])
            head = verification.head
        }
        let events = try await organisation.database.events().filter { $0.kind == .linkMade }
        let links = try await organisation.database.change(by: .console) { tx in .unchanged(tx.nextEvent) }
        #expect(links == head.number + 1)
        #expect(!events.isEmpty)
    }

    private func run(_ scratch: Scratch, until end: Duration?) async throws {
        try await launched(
            ["user", "reset-password", "--data", scratch.folder.path, "ida@school.example"], killedAfter: end)
    }
}
