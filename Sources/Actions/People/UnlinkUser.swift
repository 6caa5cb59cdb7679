import Governance
import Store

/// Takes back who signs in as somebody of the roll: they are not the same person, or it is no longer known.
package struct UnlinkUser: Sendable {
    package var person: Identifier<Person>
    package var why: String

    package init(_ person: Identifier<Person>, why: String) {
        self.person = person
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why they are not the same person", most: 500)
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can say who signs in as whom")
            guard let user = try tx.user(of: person) else { return .unchanged }
            try tx.unlink(person)
            return Recorded(
                Event(
                    .userUnlinked, RecordSubject(.person, person), before: ["user": .text(user.text)], why: why))
        }
    }
}
