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
            let deputising = Deputising(
                id: tx.identifier(), absent: absent, deputy: deputy, from: from, until: until)
            try tx.insert(deputising)
            return Recorded(
                deputising.id,
                Event(.deputyNamed, RecordSubject(.user, absent), after: .init(deputising)))
        }
    }
}

/// Ends a deputy's time early.
package struct EndDeputy: Sendable {
    package var deputising: Identifier<Deputising>

    package init(deputising: Identifier<Deputising>) {
        self.deputising = deputising
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let deputising = try tx.deputising(deputising)
            try requireOwnOrAdministrator(tx, deputising.absent)
            guard deputising.until > tx.now else { return .unchanged }
            try tx.end(deputising)
            return Recorded(
                Event(.deputyEnded, RecordSubject(.user, deputising.absent), before: .init(deputising)))
        }
    }
}

private func requireOwnOrAdministrator(_ tx: WriteTransaction, _ user: Identifier<User>) throws {
    guard tx.actor.user != user else { return }
    try tx.require(.administrator, at: nil, "Only the person or an administrator can name a deputy")
}

extension RecordValue {
    fileprivate init(_ deputising: Deputising) {
        self = [
            "id": .text(deputising.id.text), "deputy": .text(deputising.deputy.text),
            "from": RecordValue(deputising.from), "until": RecordValue(deputising.until),
        ]
    }
}
