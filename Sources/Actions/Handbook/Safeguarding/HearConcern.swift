import Governance
import Store

/// Puts on record that somebody who was told of a concern has spoken with whoever is worried.
package struct HearConcern: Sendable {
    package var concern: Identifier<Concern>

    package init(_ concern: Identifier<Concern>) { self.concern = concern }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        let subject = RecordSubject(.concern, concern)
        try await organisation.change(by: .user(user)) { tx in
            guard try NewTask.Kind.concerns.contains(where: { try tx.isOpen($0, subject, seenBy: user) }) else {
                guard try tx.hasEvent(.concernHeard, about: subject) else { throw ActionError.notFound }
                return .unchanged
            }
            return Recorded(Event(.concernHeard, subject), tasks: NewTask.Kind.concerns.map { .close($0, subject) })
        }
    }
}
