import Foundation
import Governance
import Store

/// Brings an organisation back from a backup, checked before anyone can use it. It never replaces one that is there.
package struct Restore: Sendable {
    package var file: URL
    /// A head printed earlier, which the backup must contain.
    package var expected: RecordHead?

    package init(from file: URL, expected: RecordHead? = nil) {
        self.file = file
        self.expected = expected
    }

    package struct Restored: Sendable {
        package let slug: String
        package let name: String
        /// The head of the record in the backup, before the restoring itself went on record.
        package let head: RecordHead
        /// What the backup lacked of the proofs its record names, as sentences.
        package let lostProofs: [String]
    }

    package func perform(in installation: Installation) async throws -> Restored {
        let backup = try BackupFile.check(file, expected: expected)
        guard backup.verification.faults.isEmpty else {
            throw RecordDoesNotHold(faults: backup.verification.faults)
        }
        let card = backup.card
        guard try await !installation.database.isListed(card.slug) else {
            throw ActionError.conflict(
                "There is an organisation at /\(card.slug) already. Restore into another data folder")
        }
        let head = backup.verification.head
        let folder = installation.database.folderForMaking(installation.randomness)
        do {
            try BackupFile.copy(file, into: folder)
            let database = try OrganisationDatabase(folder: folder, clock: installation.clock)
            try await database.change(by: .console) { tx in
                try tx.endEverySessionAndLink()
                return Recorded(Event(.restored, .organisation, after: ["head": .text("\(head)")]))
            }
            try database.close()
            try await installation.database.list(card.slug, name: card.name, madeIn: folder)
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
        return Restored(slug: card.slug, name: card.name, head: head, lostProofs: backup.verification.lostProofs)
    }
}

/// A backup whose record was tampered with or damaged.
package struct RecordDoesNotHold: Error {
    package let faults: [String]
}
