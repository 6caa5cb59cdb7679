import Foundation
import Governance
import Store

/// Ends a deputy's time early.
package struct EndDeputy: Sendable {
    package var deputising: Identifier<Deputising>
    package var why: String?

    package init(deputising: Identifier<Deputising>, why: String? = nil) {
        self.deputising = deputising
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let deputising = try tx.deputising(deputising)
            try requireOwnOrAdministrator(tx, deputising.absent)
            guard deputising.until > tx.now else { return .unchanged }
            try tx.end(deputising)
            return Recorded(
                Event(.deputyEnded, RecordSubject(.user, deputising.absent), before: .init(deputising), why: why),
                notices: tx.actor.user == deputising.deputy
                    ? []
                    : [
                        NewNotice(
                            to: deputising.deputy, .deputyNamed, RecordSubject(.user, deputising.deputy),
                            says: "You do not stand in for \(try tx.user(deputising.absent).name) any more.")
                    ])
        }
    }
}
