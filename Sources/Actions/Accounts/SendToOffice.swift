import Foundation
import Governance
import Store

/// Gives what a follower asked to the school office, which answers off the network (ACC-13).
package struct SendToOffice: Sendable {
    package var account: Identifier<PostingAccount>
    package var asks: Draft.AuthorType
    /// What they asked, and how they can be reached.
    package var says: String

    package init(_ account: Identifier<PostingAccount>, asks: Draft.AuthorType, says: String) {
        self.account = account
        self.asks = asks
        self.says = says
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let says = try required(says, "asked", "Copy what they asked, so that the office can answer", most: 2_000)
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.requireWriter(at: account.school)
            let matter = OfficeMatter(
                id: tx.identifier(), account: account.id, asks: asks, says: says, by: user, at: tx.now)
            try tx.insert(matter)
            let role = try tx.firstHeld([.office, .slt, .headteacher], at: account.school)
            let terms = try organisation.accountTerms(at: account.school, tx)
            return Recorded(
                Event(.sentToOffice, .account(account.id), after: ["asks": .text(asks.rawValue)]),
                tasks: [
                    .open(
                        NewTask(
                            .answerFollower, .account(account.id), for: .role(role, at: account.school),
                            within: try tx.within(1, at: account.school),
                            rule: accountRule(
                                "Somebody asked something on “\(account.name)”: answer by phone or e-mail",
                                terms.oneWaySections)))
                ])
        }
        try await organisation.noteDue()
    }
}
