import Governance
import Store

/// Says that one has read the edition in force and will keep to it. Anyone may, asked or not; once.
package struct ReadEdition: Sendable {
    package var edition: Int

    package init(edition: Int) {
        self.edition = edition
    }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        try await organisation.change(by: .user(user)) { tx in
            let facts = try tx.editionFacts(of: user)
            guard let inForce = facts.inForce(on: Day(of: tx.now)), inForce.edition == edition else {
                throw ActionError.conflict("This is not the edition in force. Look at the page again")
            }
            guard facts.read(inForce, by: user) == nil else { return .unchanged }
            try tx.insert(EditionRead(user: user, edition: edition, at: tx.now))
            return Recorded(
                Event(
                    .editionRead, RecordSubject(.guidanceEdition, String(edition)),
                    after: ["title": .text(inForce.title)]),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user))
        }
    }
}
