import Foundation
import Governance
import Store

/// Copies an organisation into one file while people go on working, and its pictures into a folder beside it, and puts on
/// record that it was done.
package struct BackUp: Sendable {
    package var file: URL
    /// Where the pictures of backups are; one folder for backups of many days, since no picture changes.
    package var pictures: URL

    /// - Parameter pictures: nil: the folder of the file.
    package init(to file: URL, pictures: URL? = nil) {
        self.file = file
        self.pictures = pictures ?? file.deletingLastPathComponent()
    }

    /// The head of the record in the backup.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> RecordHead {
        let head = try await organisation.database.backUp(to: file)
        let names = try await organisation.database.pictureFileNames()
        let sealedAway = try await organisation.database.pictureFileNames(sealedAway: true)
        let kept = try PictureBackup(in: pictures, of: organisation.slug).bring(
            names, besides: sealedAway, from: organisation.pictureFolder)
        try await organisation.change(by: actor) { _ in
            Recorded(
                Event(
                    .backedUp, .organisation, after: ["head": .text("\(head)"), "pictures": .number(kept)]))
        }
        return head
    }
}
