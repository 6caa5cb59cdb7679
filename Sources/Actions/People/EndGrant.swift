import Foundation
import Governance
import Store

/// Takes a role away from now on; nobody takes away the last administrator.
package struct EndGrant: Sendable {
    package var grant: Identifier<Grant>
    package var why: String

    package init(grant: Identifier<Grant>, why: String) {
        self.grant = grant
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why the role ends", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can take roles away")
            let row = try tx.grant(grant)
            guard row.grant.until.map({ $0 > tx.now }) ?? true else { return .unchanged }
            let able = try tx.administratorsWhoComeIn()
            try tx.end(row)
            try requireAdministrator(tx)
            try tx.requireAdministratorWhoComesIn(before: able)
            return Recorded(
                Event(.roleEnded, RecordSubject(.user, row.user), before: .init(row), why: why),
                tasks: try tx.handbookTasks(organisation.installation.policies, of: row.user, leadersToo: true)
                    + organisation.handoverTasks(ofRoleEnded: row, tx))
        }
    }
}
