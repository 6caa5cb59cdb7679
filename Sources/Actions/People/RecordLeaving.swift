import Foundation
import Governance
import Store

/// Takes a person off the roll who has left.
package struct RecordLeaving: Sendable {
    package var id: Identifier<Person>
    package var why: String

    package init(_ id: Identifier<Person>, why: String) {
        self.id = id
        self.why = why
    }

    /// - Returns: who signs in as the leaver, and still can until they are shut out; nil when nobody is known to.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<User>? {
        let why = try required(why, "why", "Say why this person comes off the roll", most: 500)
        return try await organisation.change(by: actor) { tx in
            let entry = try tx.rollEntry(id)
            let school = try tx.school(slug: entry.person.school)
            try requireRollKeeper(tx, at: school)
            guard entry.leftAt == nil else { return .unchanged(try tx.user(of: id)) }
            let linked = try tx.linkLeaver(entry)
            let event = try tx.left(entry, why: why)
            return Recorded(
                try tx.user(of: id), event, and: [linked].compactMap(\.self),
                tasks: try organisation.tasks(ofLeaving: [entry], tx)
                    + tx.donePaperTasks(at: Set([school].compactMap(\.self))))
        }
    }
}

extension WriteTransaction {
    /// Takes someone off the roll; the event names the user who signs in as them, if one is known.
    func left(_ entry: RollEntry, why: String) throws -> Event {
        var gone = entry
        gone.leftAt = now
        try write([gone])
        try endAsking(of: entry.id)
        let user = try user(of: entry.id)
        return Event(
            .personLeft, RecordSubject(.person, entry.id), before: RecordValue(entry.person),
            after: user.map { ["user": .text($0.text)] }, why: why)
    }
}
