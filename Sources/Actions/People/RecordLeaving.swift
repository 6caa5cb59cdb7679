import Foundation
import Governance
import Store

/// Takes a person off the roll who has left.
package struct RecordLeaving: Sendable {
    package var id: Identifier<Person>
    package var why: String

    package init(_ id: Identifier<Person>, why: String) {
        self.id = id
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why this person comes off the roll", most: 500)
        try await organisation.change(by: actor) { tx in
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            guard entry.leftAt == nil else { return .unchanged }
            entry.leftAt = tx.now
            try tx.write([entry])
            return Recorded(.rollChange(.personLeft, id, before: entry.person, why: why))
        }
    }
}
