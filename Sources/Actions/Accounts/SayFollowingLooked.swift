import Governance
import Store

/// Somebody has looked on the network itself whether an account follows learners, where no program is told (ACC-11): none,
/// or some, who are then no longer followed.
package struct SayFollowingLooked: Sendable {
    package var account: Identifier<PostingAccount>
    package var followsSome: Bool

    package init(_ account: Identifier<PostingAccount>, followsSome: Bool = false) {
        self.account = account
        self.followsSome = followsSome
    }

    /// Those who run the account or keep its log-in details, and administrators.
    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let official = try organisation.lookedAfter(account, tx)
            let network = official.account.network
            guard !network.saysWhomItFollows else {
                throw ActionError.conflict(
                    "\(network.title) says itself whom an account follows: compare it with the roll")
            }
            try tx.noteLooked(whomFollows: account, by: tx.person(), foundSome: followsSome)
            return Recorded(
                Event(.followingLooked, .account(account), after: ["some": .flag(followsSome)]),
                tasks: followsSome
                    ? try organisation.unfollowing(official, found: "follows", tx)
                    : [.close(.unfollow, .account(account))])
        }
    }
}
