import Foundation
import Governance
import Store

/// The office, or whoever else writes for the school, has answered off the network.
package struct SayOfficeAnswered: Sendable {
    package var account: Identifier<PostingAccount>
    package var matter: Identifier<OfficeMatter>

    package init(_ matter: Identifier<OfficeMatter>, on account: Identifier<PostingAccount>) {
        self.matter = matter
        self.account = account
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let account = try tx.account(account)
            let user = try tx.requireWriter(at: account.school)
            let open = try tx.officeMatters(on: account.id)
            guard open.contains(where: { $0.id == matter }) else {
                throw ActionError.conflict("This was answered already")
            }
            try tx.answered(matter, by: user)
            return Recorded(
                Event(.officeAnswered, .account(account.id), after: ["matter": .text(matter.text)]),
                tasks: open.count == 1 ? [.close(.answerFollower, .account(account.id))] : [])
        }
    }
}
