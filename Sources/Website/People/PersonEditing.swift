import Actions
import Governance
import Reading

/// Changing what the roll says of somebody; whoever saves after another sees what the other changed first.
enum PersonEditing {
    static func page(_ visit: Visit) async throws -> Page {
        let entry = try await RollRoutes.entry(visit)
        return try await page(entry, RollForm.fields(of: entry.person), visit)
    }

    private static func page(
        _ entry: RollEntry, _ form: Form, _ visit: Visit, problems: [Problem] = []
    ) async throws -> Page {
        let link = visit.link(.person(id: .value(entry.id.text)))
        return PersonForms.page(
            entry.person.kind, form, to: visit.link(.personChange(id: .value(entry.id.text))),
            word: visit.organisation?.pupilWord ?? PupilWord(), back: Crumb(entry.person.shortName, link),
            heading: "Change what is known", changing: true, seen: try await last(entry, visit)?.number,
            schools: try await visit.work.database.schools(), problems: problems)
    }

    private static func last(_ entry: RollEntry, _ visit: Visit) async throws -> EventLine? {
        try await visit.work.database.timeline(of: RecordSubject(.person, entry.id))
            .last { $0.kind != .neverReasonRead }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let entry = try await RollRoutes.entry(visit)
        do {
            var person = try RollForm.person(
                entry.person.kind, visit.form, schools: try await visit.work.database.schools())
            person.ref = entry.person.ref
            person.number = entry.person.number
            try await EditPerson(entry.id, to: person, seen: Int(visit.form["seen"]))
                .perform(in: visit.work, by: visit.actor)
            return .see(.person(id: .value(entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(entry, visit.form, visit, problems: errors.map(Problem.init)))
        } catch EditPerson.Overtaken.byAnother {
            return .page(try await page(entry, visit.form, visit, problems: [try await overtaken(entry, visit)]))
        }
    }

    /// Says who changed what, and that what was typed is kept.
    private static func overtaken(_ entry: RollEntry, _ visit: Visit) async throws -> Problem {
        let last = try await last(entry, visit)
        if last?.kind.rawValue.hasPrefix("consent.") == true {
            return Problem(
                "given",
                "What is known about pictures changed while you did. What you typed is kept here; save it again if it is "
                    + "still right")
        }
        let before = last?.content?.before
        let after = last?.content?.after
        let changed =
            words.compactMap { field, title -> String? in
                guard before?[field] != after?[field] else { return nil }
                return "\(title) is now “\(after?[field]?.text ?? "")”"
            } + (before?["consent"] == after?["consent"] ? [] : ["the consent is another"])
        return Problem(
            "given",
            "\(last?.actorName ?? "Somebody") changed this while you did"
                + (changed.isEmpty ? "" : ": " + changed.joined(separator: ", "))
                + ". What you typed is kept here; save it again if it is still right")
    }

    private static let words = [
        ("given", "the given name"), ("family", "the family name"), ("preferred", "the name they go by"),
        ("middle", "the middle name"), ("form", "the form"), ("title", "the title"), ("email", "the e-mail address"),
        ("school", "the school"),
    ]
}
