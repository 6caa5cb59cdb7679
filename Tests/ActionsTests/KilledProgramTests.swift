import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

private let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/debug/chaperone")

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: program.path)))
struct KilledProgramTests {
    @Test(.timeLimit(.minutes(10))) func aKillAtAnyMomentLeavesNothingHalfSaved() async throws {
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
        let child = Process()
        child.executableURL = program
        child.arguments = ["user", "reset-password", "--data", scratch.folder.path, "ida@school.example"]
        child.standardOutput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        try child.runAlone()
        if let end {
            try await Task.sleep(for: end)
            if child.isRunning { kill(child.processIdentifier, SIGKILL) }
        }
        child.waitUntilExit()
    }
}
