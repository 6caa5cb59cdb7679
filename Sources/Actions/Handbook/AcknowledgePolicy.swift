import Foundation
import Governance
import Store

/// Says that one has read a version and will keep to it: once, and only of a version in force that asks one.
package struct AcknowledgePolicy: Sendable {
    package var version: Identifier<PolicyVersion>

    package init(version: Identifier<PolicyVersion>) {
        self.version = version
    }

    /// When it was said; said a second time, when it was said first, and nothing more goes on record.
    @discardableResult
    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws -> Date {
        try await organisation.change(by: .user(user)) { tx in
            let version = try tx.policyVersion(version)
            let facts = try tx.registerFacts(of: user)
            guard let person = facts.people.first else {
                throw ActionError.notPermitted("Only someone who can sign in can say that they have read it")
            }
            if let said = facts.acknowledgements(of: user).first(where: { $0.version == version.id }) {
                return .unchanged(said.at)
            }
            guard facts.history.state(of: version, on: tx.now) == .inForce else {
                throw ActionError.conflict("This version is not in force, so nobody is asked to read it")
            }
            let asked = try tx.asking(facts, organisation.installation.policies)
                .asked(of: person.user.kind, holding: person.grants)
            guard asked.contains(where: { $0.version.id == version.id }) else {
                throw ActionError.notPermitted(
                    "You are not asked to read this version: it does not bind you, or holds where you have no role")
            }
            try tx.insert(Acknowledgement(user: user, version: version.id, at: tx.now))
            return Recorded(
                tx.now,
                Event(
                    .policyAcknowledged, RecordSubject(.policyVersion, version.id),
                    after: [
                        "key": .text(version.words.key), "title": .text(version.title),
                        "digest": .text(version.words.digest), "kind": .text(person.user.kind.rawValue),
                    ]),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: user))
        }
    }
}
