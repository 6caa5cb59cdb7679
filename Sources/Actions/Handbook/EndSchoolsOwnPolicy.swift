import Foundation
import Governance
import Store

/// Ends a school's own policy, so that the organisation's holds there again.
package struct EndSchoolsOwnPolicy: Sendable {
    package var school: Identifier<School>
    package var why: String

    package init(school: Identifier<School>, why: String) {
        self.school = school
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try requirePolicyKeeper(tx, at: nil)
            let why = try required(why, "why", "Say why the school’s own policy ends")
            let history = try tx.policyHistory()
            guard var version = history.inForce(at: school, on: tx.now), version.school == school else {
                throw ActionError.notFound
            }
            guard history.inForce(at: nil, on: tx.now) != nil else {
                throw ActionError.conflict("The organisation has no policy that could hold instead")
            }
            let terms = try organisation.accountTerms(by: history, tx)
            version.endsAt = tx.now
            try tx.update(version)
            return Recorded(
                Event(.policyEnded, RecordSubject(.policyVersion, version.id), why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies)
                    + organisation.accountTasks(insteadOf: terms, tx))
        }
    }
}
