import Foundation
import Governance
import Store

/// Puts on record that an account is still needed, and when that is asked again.
package struct ReviewAccount: Sendable {
    package var account: Identifier<PostingAccount>
    package var why: String

    package init(_ account: Identifier<PostingAccount>, why: String) {
        self.account = account
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is still needed", most: 1_000)
        try await organisation.change(by: actor) { tx in
            let account = try tx.officialAccount(account)
            try tx.requireAccountKeeper(at: account.account.school)
            guard account.state.isInUse else { throw ActionError.conflict("This account is closed") }
            var details = account.details
            let next = tx.now + Double(AccountTimes.daysToReview) * 86_400
            details.nextReview = next
            try tx.write(details, of: account.id)
            try tx.setDue(
                .accountReview, account.id.text, at: next - Double(AccountTimes.daysOfNotice) * 86_400)
            return Recorded(
                Event(.accountReviewed, .account(account.id), after: ["next": RecordValue(next)], why: why),
                tasks: [.close(.reviewAccount, .account(account.id))])
        }
        try await organisation.noteDue()
    }
}
