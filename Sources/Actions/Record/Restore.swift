import Foundation
import Governance
import Store

/// Brings an organisation back from a backup, checked before anyone can use it. It never replaces one that is there.
package struct Restore: Sendable {
    package var file: URL
    /// A head printed earlier, which the backup must contain.
    package var expected: RecordHead?
    /// Where the pictures of backups are.
    package var pictures: URL

    /// - Parameter pictures: nil: the folder of the file.
    package init(from file: URL, expected: RecordHead? = nil, pictures: URL? = nil) {
        self.file = file
        self.pictures = pictures ?? file.deletingLastPathComponent()
        self.expected = expected
    }

    package struct Restored: Sendable {
        package let slug: String
        package let name: String
        /// The head of the record in the backup, before the restoring itself went on record.
        package let head: RecordHead
        /// What the backup lacked of the proofs that its record names, and of the pictures, as sentences.
        package let lost: [String]
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
        var lost = backup.verification.lostProofs
        do {
            try BackupFile.copy(file, into: folder)
            let database = try OrganisationDatabase(folder: folder, clock: installation.clock)
            let missing = try await PictureBackup(in: pictures, of: card.slug).giveBack(
                database.pictureFileNames(), to: PictureFolder(beside: database))
            if missing > 0 { lost.append(Self.says(missing, slug: card.slug)) }
            try await database.change(by: .console) { tx in
                try tx.endEverySessionAndLink()
                let restored = Event(.restored, .organisation, after: ["head": .text("\(head)")])
                guard try !tx.schools().isEmpty else { return Recorded(restored) }
                return try Recorded(restored, and: Self.pauseEverything(tx))
            }
            try database.close()
            try await installation.database.list(card.slug, name: card.name, madeIn: folder)
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
        return Restored(slug: card.slug, name: card.name, head: head, lost: lost)
    }

    /// What a family took back since the backup is not in it, and what went out since is not known to be out.
    private static let whyPaused =
        "This record was brought back from a backup, and what happened after the backup is not in it. Type again what "
        + "families have said since, look which posts are out already, and then let publishing go on"

    /// One pause of all schools stands at a time. One that stood in the backup, as after an earlier restore or in a crisis,
    /// is ended, and its reason is told with ours.
    private static func pauseEverything(_ tx: WriteTransaction) throws -> [Event] {
        let earlier = try tx.pauses(at: nil).first { $0.school == nil }
        var reason = whyPaused
        if let earlier {
            reason = earlier.reason.hasPrefix(whyPaused) ? earlier.reason : "\(whyPaused). Before: \(earlier.reason)"
            try tx.end(earlier, why: whyPaused)
        }
        try tx.pause(nil, reason: reason)
        let ended = earlier.map {
            Event(.publishingResumed, .school(nil), before: ["reason": .text($0.reason)], why: whyPaused)
        }
        return (ended.map { [$0] } ?? []) + [Event(.publishingPaused, .school(nil), why: reason)]
    }

    private static func says(_ missing: Int, slug: String) -> String {
        "\(missing) files of pictures are not beside the backup, in \(slug).pictures. Restore into another data "
            + "folder with --pictures and the folder that has it, or go on without them."
    }
}

/// A backup whose record was tampered with or damaged.
package struct RecordDoesNotHold: Error {
    package let faults: [String]
}
