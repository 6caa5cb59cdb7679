import Governance
import Store

/// Puts on the list somebody who is on no roll and does not want to be pictured: a visitor, a parent, anyone (IMG-02). It
/// holds everywhere until it is lifted, and what shows them is found by the names that were typed under pictures.
package struct RecordVisitorObjection: Sendable {
    package var school: Identifier<School>
    package var given: String
    package var family: String
    /// By which colleagues know them.
    package var description: String
    /// The day on which they said it; nil: today.
    package var on: Day?

    package init(
        at school: Identifier<School>, given: String, family: String, description: String, on day: Day? = nil
    ) {
        self.school = school
        self.given = given
        self.family = family
        self.description = description
        on = day
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<VisitorObjection> {
        let description = try required(
            description, "description", "Say by what colleagues know them, such as whose grandmother they are",
            most: 300)
        let (given, family) = (trimmed(given), trimmed(family))
        guard !family.isEmpty, given.count + family.count <= 200 else {
            throw ActionError.invalid("family", "Write their family name")
        }
        let id = try await organisation.change(by: actor) { tx in
            try tx.requireConsentKeeper(at: school)
            _ = try tx.school(school)
            let day = on ?? Day(of: tx.now)
            guard day <= Day(of: tx.now) else { throw ActionError.invalid("on", "Choose a day that is not to come") }
            let version = try tx.pictureList(at: school).version + 1
            let objection = VisitorObjection(
                id: tx.identifier(), school: school, given: given, family: family, description: description,
                saidOn: day, version: version, at: tx.now)
            try tx.insert(objection)
            var changes = ConsentChanges(organisation, tx)
            changes.add(
                Event(
                    .visitorObjected, RecordSubject(.visitorObjection, objection.id),
                    after: [
                        "given": .text(given), "family": .text(family), "description": .text(description),
                        "on": .text(day.description), "school": .text(school.text),
                    ]))
            try changes.listChanged(at: school, version: version, people: 1)
            changes.add(try organisation.reached(by: objection, tx))
            return changes.recorded(objection.id)
        }
        try await organisation.noteDue()
        return id
    }
}

/// Takes such an objection off the list, for it was taken back.
package struct LiftVisitorObjection: Sendable {
    package var id: Identifier<VisitorObjection>
    package var why: String

    package init(_ id: Identifier<VisitorObjection>, why: String) {
        self.id = id
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say who took it back, and how", most: 500)
        try await organisation.change(by: actor) { tx in
            let objection = try tx.visitorObjection(id)
            try tx.requireConsentKeeper(at: objection.school)
            guard objection.liftedAt == nil else { return .unchanged }
            let version = try tx.pictureList(at: objection.school).version + 1
            try tx.lift(objection, version: version)
            var changes = ConsentChanges(organisation, tx)
            changes.add(Event(.objectionLifted, RecordSubject(.visitorObjection, id), why: why))
            try changes.listChanged(at: objection.school, version: version, people: 1)
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }
}
