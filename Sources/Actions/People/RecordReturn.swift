import Governance
import Store

/// Puts someone back on the roll who had left.
package struct RecordReturn: Sendable {
    package var id: Identifier<Person>

    package init(_ id: Identifier<Person>) {
        self.id = id
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            var entry = try tx.rollEntry(id)
            try requireRollKeeper(tx, at: tx.school(slug: entry.person.school))
            guard entry.leftAt != nil else { return .unchanged }
            entry.leftAt = nil
            if entry.person.consent.status == .notRecorded { entry.person.consent.asking = .never }
            try tx.write([entry])
            try tx.forgetAsked(id)
            var consents = ConsentChanges(organisation, tx)
            consents.returned(id)
            try consents.settle()
            try consents.joined([entry])
            return consents.recorded(
                (), .rollChange(.personReturned, id, after: entry.person),
                and: try tx.endNoPupils(where: [entry.person]),
                tasks: [.close(.findLeaversUser, RecordSubject(.person, id))]
                    + (try tx.user(of: id).map { try organisation.tasks(ofReturned: $0, tx) } ?? []))
        }
    }
}
