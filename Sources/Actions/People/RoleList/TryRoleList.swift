import Crypto
import Foundation
import Governance
import Store

/// Says what a list of roles would change; nothing is saved.
package struct TryRoleList: Sendable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> RoleListTrial {
        let list = try RoleList(bytes)
        return try await organisation.look(by: actor) { tx in try tx.trial(of: list) }
    }
}

extension RoleListTrial {
    /// The same for trials that say the same, so that a form can say which one somebody saw.
    package var mark: String {
        let said =
            added.map { line in
                [
                    line.user.id.text, line.role.rawValue, line.school?.id.text ?? "", line.until?.description ?? "",
                    line.replaces?.id.text ?? "",
                ]
            } + held.map { ["\($0.line)", $0.column, $0.value, $0.says] } + gone.map { ["gone", $0.grant.id.text] }
        return SHA256.hash(data: Data("\(said)".utf8)).map { String($0, radix: 16) }.joined()
    }
}
