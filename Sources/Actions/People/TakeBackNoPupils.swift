import Governance
import Store

/// Takes back that a school has no pupils: its roll is then unknown again, and its posts are held.
package struct TakeBackNoPupils: Sendable {
    package var school: Identifier<School>
    package var why: String

    package init(at school: Identifier<School>, why: String) {
        self.school = school
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is not so any more", most: 500)
        try await organisation.change(by: actor) { tx in
            try requireRollKeeper(tx, at: school)
            guard try tx.endNoPupils(at: school) else { return .unchanged }
            return Recorded(Event(.noPupilsEnded, RecordSubject(.school, school), why: why))
        }
    }
}
