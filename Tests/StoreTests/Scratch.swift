import Foundation
import Governance
import Store

/// A folder of its own for one test, removed with this object.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("chaperone-test-\(Randomness.system.secret())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func organisation(at instant: Date = Date(timeIntervalSince1970: 1_795_255_200)) throws -> OrganisationDatabase {
        try OrganisationDatabase(folder: folder.appendingPathComponent("school"), clock: .at(instant))
    }
}
