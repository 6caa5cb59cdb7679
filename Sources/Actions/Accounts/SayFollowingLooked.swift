import Governance
import Store

/// Somebody has looked on the network itself that an account follows no learner, where no program is told (ACC-11).
package struct SayFollowingLooked: Sendable {
    package var account: Identifier<PostingAccount>

    package init(_ account: Identifier<PostingAccount>) { self.account = account }

    /// Those who run the account or keep its log-in details, and administrators.
    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let network = try organisation.lookedAfter(account, tx).account.network
            guard !network.saysWhomItFollows else {
                throw ActionError.conflict(
                    "\(network.title) says itself whom an account follows: compare it with the roll")
            }
            try tx.noteLooked(whomFollows: account, by: tx.person())
            return Recorded(Event(.followingLooked, .account(account)))
        }
    }
}
