import Foundation
import Governance
import Store

/// Chooses for oneself how to hear by mail that something waits.
package struct ChooseMail: Sendable {
    package var choice: MailChoice

    package init(_ choice: MailChoice) { self.choice = choice }

    package func perform(in organisation: Organisation, by user: Identifier<User>) async throws {
        let day = 0..<24 * 60
        guard day.contains(choice.digestAt), day.contains(choice.quietFrom), day.contains(choice.quietUntil) else {
            throw ActionError.invalid("digestAt", "Enter a time of day such as 7:30")
        }
        try await organisation.change(by: .user(user)) { tx in
            let before = try tx.mailChoice(of: user)
            guard before != choice else { return .unchanged }
            try tx.keep(choice, of: user)
            return Recorded(
                Event(
                    .mailChoiceChanged, RecordSubject(.user, user), before: try RecordValue(encoding: before),
                    after: try RecordValue(encoding: choice)))
        }
    }
}
