import Foundation
import Governance
import Store

/// Copies an organisation into one file while people go on working, and puts on record that it was done.
package struct BackUp: Sendable {
    package var file: URL

    package init(to file: URL) {
        self.file = file
    }

    /// The head of the record in the backup.
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> RecordHead {
        let head = try await organisation.database.backUp(to: file)
        try await organisation.change(by: actor) { _ in
            Recorded(Event(.backedUp, .organisation, after: ["head": .text("\(head)")]))
        }
        return head
    }
}
