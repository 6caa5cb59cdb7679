import Foundation
import Governance
import Store

/// Asks families again, or for the first time, whom the policy alone does not have asked: chosen ones, or all at a school
/// of whom nothing is on record.
package struct AskAgain: Sendable {
    package var people: [Identifier<Person>]

    /// They are asked because their yes has ended, so that no list alone answers it.
    package var hasEnded: Bool

    package init(_ people: [Identifier<Person>], hasEnded: Bool = false) {
        self.people = people
        self.hasEnded = hasEnded
    }

    /// - Returns: how many requests that opened.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let opened = try await organisation.change(by: actor) { tx in
            var opened = 0
            for person in people {
                let entry = try tx.rollEntry(person)
                try tx.requireConsentKeeper(at: tx.school(slug: entry.person.school))
                guard entry.leftAt == nil, entry.person.kind == .pupil else { continue }
                if try tx.openPictureRequest(person, because: hasEnded ? .ends : .office) { opened += 1 }
            }
            guard opened > 0 else { return .unchanged(0) }
            return Recorded(
                opened,
                Event(.requestsOpened, .organisation, after: ["pupils": .number(opened)], why: "The office asks"))
        }
        try await AskFamilies().perform(in: organisation)
        return opened
    }
}
