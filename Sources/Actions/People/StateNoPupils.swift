import Governance
import Store

/// Puts on record that a school truly has no pupils, so that its posts are not held for want of a roll. The first
/// pupil who comes to the school ends it.
package struct StateNoPupils: Sendable {
    package var school: Identifier<School>
    package var why: String

    package init(at school: Identifier<School>, why: String) {
        self.school = school
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why the school has no pupils", most: 500)
        try await organisation.change(by: actor) { tx in
            try requireRollKeeper(tx, at: school)
            _ = try tx.school(school)
            guard try !tx.hasPupils(school) else {
                throw ActionError.conflict("There are pupils of this school on the roll")
            }
            guard try tx.stateNoPupils(at: school, why: why) else { return .unchanged }
            return Recorded(Event(.noPupilsStated, RecordSubject(.school, school), why: why))
        }
    }
}

extension WriteTransaction {
    /// Ends what was stated of the schools to which these pupils came.
    func endNoPupils(where people: [Person]) throws -> [Event] {
        let slugs = Set(people.lazy.filter { $0.kind == .pupil }.compactMap(\.school))
        return try slugs.sorted().compactMap { slug in
            guard let school = try school(slug: slug), try endNoPupils(at: school) else { return nil }
            return Event(.noPupilsEnded, RecordSubject(.school, school), why: "A pupil came to the school")
        }
    }
}
