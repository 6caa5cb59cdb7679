import Actions
import Governance
import Reading

/// Who answers for a pupil, and by which address: added, mended, or taken off.
enum ParentsForm {
    static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        let person = line.entry.person
        guard person.kind == .pupil, desk.keepsParents(person) else {
            throw TurnedAway.notFound
        }
        let known = try await visit.work.database.parents(of: line.entry)
        let form = visit.form.has("name-0") ? visit.form : fields(known)
        return page(
            form, of: person, to: visit.link(.consentParents(.value(line.entry.id.text))),
            back: Crumb(person.shortName, visit.link(.consentPerson(.value(line.entry.id.text)))), problems)
    }

    private static func fields(_ known: [ParentLine]) -> Form {
        var values: [String: [String]] = [:]
        for (place, parent) in known.enumerated() {
            values["was-\(place)"] = [parent.name]
            values["name-\(place)"] = [parent.name]
            values["email-\(place)"] = [parent.email ?? ""]
            values["relation-\(place)"] = [parent.relation ?? ""]
        }
        values["name-\(known.count)"] = [""]
        return Form(values: values, files: [:])
    }

    /// As many as were on record, and one more.
    private static func count(_ form: Form) -> Int { (0..<20).prefix { form.has("name-\($0)") }.count }

    private static func page(
        _ form: Form, of person: Person, to link: String, back: Crumb, _ problems: [Problem]
    ) -> Page {
        let parts = (0..<count(form)).flatMap { place -> [FormPage.Part] in
            let was = form["was-\(place)"]
            let text = { (id: String, label: String, hint: String?, type: String) in
                FormPage.Part.text(
                    TextField(
                        "\(id)-\(place)", label, hint: hint, value: form["\(id)-\(place)"], type: type,
                        autocomplete: "off", problems: problems))
            }
            return [
                .heading(was.isEmpty ? "Somebody else" : was), .hidden("was-\(place)", was),
                text("name", was.isEmpty ? "Their name" : "Name", nil, "text"),
                text(
                    "email", "E-mail address", "Questions and links go there. Empty: they are asked on paper.", "email"),
                text("relation", "To the child", "Such as mother, father, carer.", "text"),
            ]
                + (was.isEmpty
                    ? []
                    : [
                        .choices(
                            ChoiceField(
                                "ends-\(place)", "\(was) answers for them", several: true,
                                [("yes", "No longer", "What they said stays on file, and a no of theirs stays a no.")],
                                chosen: Set(form.all("ends-\(place)")), problems: problems))
                    ])
        }
        return Page(
            "Who answers for \(person.shortName)?", crumb: back, problems: problems, room: .consent,
            FormPage(
                to: link,
                intro: [
                    "Links that went to an address which you change or take away stop working at once. Change it in your "
                        + "management system too, or the next list brings the old address back."
                ], parts, button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        let lines = (0..<count(form)).map { place in
            let was = form["was-\(place)"]
            return ChangeParents.Line(
                was: was.isEmpty ? nil : was, name: form["name-\(place)"], email: form["email-\(place)"],
                relation: form["relation-\(place)"], ends: form.has("ends-\(place)"))
        }
        do {
            try await ChangeParents(of: line.entry.id, lines).perform(in: visit.work, by: visit.actor)
            return .see(.consentPerson(.value(line.entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        }
    }

    static let examples = [
        page(
            Form(
                values: [
                    "was-0": ["Anna Kowalska"], "name-0": ["Anna Kowalska"], "email-0": ["anna@family.example"],
                    "relation-0": ["mother"], "name-1": [""],
                ], files: [:]), of: Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska"),
            to: "/harbour-view/consent/people/1/parents", back: Crumb("Zofia K.", "/harbour-view/consent/people/1"),
            [Problem("email-0", "Enter an e-mail address such as name@family.example")])
    ]
}
