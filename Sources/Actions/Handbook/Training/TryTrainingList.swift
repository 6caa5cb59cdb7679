import Foundation
import Governance
import Store

/// Says what a list of training would change; nothing is saved.
package struct TryTrainingList: Sendable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> TrainingListTrial {
        let list = try TrainingList(bytes)
        return try await organisation.change(by: actor) { tx in .unchanged(try tx.trial(of: list)) }
    }
}
