import Foundation
import Governance
import Platforms
import Store

/// Says which of several it is.
package struct ChooseJoined: Sendable {
    package var account: Identifier<PostingAccount>
    /// As the network tells it from others.
    package var choice: String

    package init(_ account: Identifier<PostingAccount>, choice: String) {
        self.account = account
        self.choice = choice
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard let (joining, all) = try await organisation.choices(of: account, for: actor.user) else {
            throw ActionError.conflict("That was too long ago. Begin again")
        }
        guard let chosen = all.first(where: { $0.id == choice }) else {
            throw ActionError.invalid("choice", "Choose one of them")
        }
        do {
            try await organisation.join(
                account, server: joining.server, userName: chosen.id, secret: chosen.secret, isConfirmed: true,
                by: actor)
        } catch let trouble as NetworkTrouble {
            throw ActionError.invalid("choice", trouble.says)
        } catch let other as AnotherAccount { throw ActionError.invalid("choice", other.says) }
        try await organisation.database.keep { try $0.end(joining) }
    }
}
