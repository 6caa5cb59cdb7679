import Actions
import Foundation
import Governance
import Store
import Testing

@Suite("The health of an installation") struct HealthTests {
    @Test("is well while every database can be read and the disk has room")
    func well() async throws {
        let scratch = try Scratch()
        _ = try await scratch.organisation()
        #expect(try await scratch.installation().health() == .ok)
    }

    @Test("is not well when the disk is full")
    func full() async throws {
        let scratch = try Scratch()
        _ = try await scratch.organisation()
        #expect(try await scratch.installation().health { _ in 1_000 } == .diskFull)
    }

    @Test("is not well when the database of an organisation is damaged")
    func damaged() async throws {
        let scratch = try Scratch()
        try await scratch.organisation().database.close()
        let folder = scratch.folder.appendingPathComponent("organisations/harbour-view")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        try Data(repeating: 7, count: 10_000)
            .write(to: folder.appendingPathComponent(OrganisationDatabase.fileName))
        #expect(try await scratch.installation().health() == .unreadable)
    }
}
