import Foundation
import Governance
import Store

/// Puts on record that a new account was looked at for the first time (ACC-05).
package struct CheckAccount: Sendable {
    package var account: Identifier<PostingAccount>
    package var found: String

    package init(_ account: Identifier<PostingAccount>, found: String) {
        self.account = account
        self.found = found
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let found = try required(found, "found", "Say what you saw, such as “all as it should be”", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let account = try tx.officialAccount(account)
            try tx.requireAccountRunner(account)
            guard account.state.isInUse else { throw ActionError.conflict("This account is closed") }
            var details = account.details
            details.firstCheckedAt = details.firstCheckedAt ?? tx.now
            try tx.write(details, of: account.id)
            return Recorded(
                Event(.accountChecked, .account(account.id), why: found),
                tasks: [.close(.checkAccount, .account(account.id))])
        }
    }
}
