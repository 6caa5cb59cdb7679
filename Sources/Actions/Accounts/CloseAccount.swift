import Foundation
import Governance
import Store

/// Closes an account: why, what was kept of it, what becomes of its followers, and the proof.
package struct CloseAccount: Sendable {
    package var account: Identifier<PostingAccount>
    package var reason: String
    package var archive: String
    package var followers: String
    package var proof: String

    package init(
        _ account: Identifier<PostingAccount>, reason: String, archive: String, followers: String, proof: String
    ) {
        self.account = account
        self.reason = reason
        self.archive = archive
        self.followers = followers
        self.proof = proof
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        var errors: [FieldError] = []
        for (field, text, says) in [
            ("reason", reason, "Say why it is closed"),
            ("archive", archive, "Say what was kept of it and where, or that nothing is kept"),
            ("followers", followers, "Say what its followers were told, or where they find the school now"),
            ("proof", proof, "Say what its address shows now, such as “Page not found”"),
        ] {
            if trimmed(text).isEmpty { errors.append(FieldError(field, says)) }
            if text.count > 1_000 { errors.append(FieldError(field, "Use at most 1,000 characters")) }
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        try await organisation.change(by: actor) { tx in
            let before = try tx.officialAccount(account)
            try tx.requireAccountKeeper(at: before.account.school)
            guard before.state.isInUse else { throw ActionError.conflict("This account is closed already") }
            var after = before.account
            after.state = .closed
            try tx.update(after)
            if try tx.sealedLogin(of: account) != nil {
                try tx.setDue(
                    .loginDestruction, account.text, at: tx.now + Double(AccountTimes.daysToKeepLogins) * 86_400)
            }
            return Recorded(
                Event(
                    .accountClosed, .account(account), before: try RecordValue(encoding: before.account),
                    after: [
                        "archive": .text(trimmed(archive)), "followers": .text(trimmed(followers)),
                        "proof": .text(trimmed(proof)),
                    ], why: trimmed(reason)), tasks: try tx.closeAccountTasks(account))
        }
        try await organisation.noteDue()
    }
}

extension WriteTransaction {
    /// What is left to do about an account that is closed: nothing.
    func closeAccountTasks(_ id: Identifier<PostingAccount>) throws -> [TaskChange] {
        try clearDue(.accountReview, id.text)
        try clearDue(.accountLegacy, id.text)
        try clearDue(.accountPassword, id.text)
        let kinds: [NewTask.Kind] = [
            .checkAccount, .reviewAccount, .orderAccount, .lodgeLogin, .changeLogin, .findOperator, .allowLook,
        ]
        return kinds.map { .close($0, .account(id)) } + (try settleHandovers(of: id))
    }
}
