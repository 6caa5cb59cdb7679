import Foundation
import Governance
import Store

/// Names who gets what an absent person would, from one time until another.
package struct NameDeputy: Sendable {
    package var absent: Identifier<User>
    package var deputy: Identifier<User>
    package var from: Date
    package var until: Date

    package init(absent: Identifier<User>, deputy: Identifier<User>, from: Date, until: Date) {
        self.absent = absent
        self.deputy = deputy
        self.from = from
        self.until = until
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Deputising> {
        try await organisation.change(by: actor) { tx in
            try requireOwnOrAdministrator(tx, absent)
            guard actor.user != deputy else {
                throw ActionError.notPermitted("Nobody names themselves a deputy. Ask another administrator")
            }
            guard absent != deputy else { throw ActionError.invalid("deputy", "Choose somebody else") }
            for user in [absent, deputy] where try tx.user(user).endedAt != nil {
                throw ActionError.invalid("deputy", "Both must be users who have not left")
            }
            guard until > max(from, tx.now) else {
                throw ActionError.invalid("until", "The end must be after the beginning, and not past")
            }
            guard until.timeIntervalSince(max(from, tx.now)) <= Deputising.longest else {
                throw ActionError.invalid("until", "Nobody stands in for longer than a year. Give a role instead")
            }
            guard try !tx.isDeputy(deputy, of: absent, from: max(from, tx.now), until: until) else {
                throw ActionError.invalid("deputy", "This person stands in for them then already")
            }
            let deputising = Deputising(
                id: tx.identifier(), absent: absent, deputy: deputy, from: from, until: until)
            try tx.insert(deputising)
            return Recorded(
                deputising.id,
                Event(.deputyNamed, RecordSubject(.user, absent), after: .init(deputising)),
                notices: [
                    NewNotice(
                        to: deputy, .deputyNamed, RecordSubject(.user, deputy),
                        says: "You stand in for \(try tx.user(absent).name) from \(dayWords(from)) until "
                            + "\(dayWords(until - 1)). What waits for them waits for you then.")
                ])
        }
    }
}

/// `23 November 2026`, by the clock in London.
private func dayWords(_ instant: Date) -> String { Day(of: instant).inWords }

/// Throws unless a person acts for themselves, or an administrator for them.
func requireOwnOrAdministrator(_ tx: WriteTransaction, _ user: Identifier<User>) throws {
    guard tx.actor.user != user else { return }
    try tx.require(.administrator, at: nil, "Only the person or an administrator can name a deputy")
}

extension RecordValue {
    init(_ deputising: Deputising) {
        self = [
            "id": .text(deputising.id.text), "deputy": .text(deputising.deputy.text),
            "from": RecordValue(deputising.from), "until": RecordValue(deputising.until),
        ]
    }
}
