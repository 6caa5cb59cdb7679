import Foundation
import Governance
import Store

/// Says what a list of training would change; nothing is saved.
package struct TryTrainingList: Sendable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> TrainingListTrial {
        let list = try TrainingList(bytes)
        return try await organisation.look(by: actor) { tx in
            guard try tx.keepsSomeTraining() else {
                throw ActionError.notPermitted("Whoever keeps a register of training brings in a list")
            }
            return try tx.trial(of: list)
        }
    }
}
