import Actions
import Governance
import Reading

/// Typing the paper answers of a class of one school: a row for each child, all rows of a page saved together.
enum ClassAnswers {
    private static let most = 40

    static func link(_ form: PupilForm, _ visit: Visit, page: Int = 1) -> String {
        visit.link(.consentClass)
            + "?form=\(ConsentRoutes.escaped(form.name))&school=\(ConsentRoutes.escaped(form.school))"
            + (page > 1 ? "&page=\(page)" : "")
    }

    /// The class that the form or the address names, of a school where the visitor types answers.
    private static func form(_ desk: ConsentDesk) async throws -> PupilForm {
        let asked = desk.visit.form.has("form") ? desk.visit.form : desk.visit.query
        let found = try await desk.visit.work.database.forms(ofSchools: desk.slugs).filter { form in
            form.name == asked["form"] && [form.school, ""].contains(asked["school"])
                && desk.schools.contains { $0.slug == form.school && desk.keeps.contains($0.id) }
        }
        guard let form = found.first, found.count == 1 else {
            throw ActionError.conflict("Choose a class first, on the page of pictures and consent")
        }
        return form
    }

    private static func page(asked form: Form) -> Int { min(max(Int(form["page"]) ?? 1, 1), 500) }

    static func page(
        _ visit: Visit, _ problems: [Problem] = [], older: RecordAnswers.Older? = nil
    ) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let form = try await form(desk)
        let number = page(asked: visit.form.has("form") ? visit.form : visit.query)
        let pages = (form.pupils + most - 1) / most
        let database = try visit.work.database
        let found = try await database.consentLines(
            .everyone, ofSchools: [form.school], form: form.name, most: most, after: (number - 1) * most)
        guard !found.isEmpty else { throw ActionError.conflict("Nobody is in this class any more") }
        let parents = try await database.parentNames(of: found.map(\.entry.id))
        let today = Day(of: visit.now)
        let rows = found.map {
            row($0, parents[$0.entry.id] ?? [], visit.form, problems, desk.word, on: today)
        }
        let text = { (id: String, label: String, hint: String?, type: String) in
            TextField(id, label, hint: hint, value: visit.form[id], type: type, short: true, problems: problems)
        }
        return Page(
            "Answers on paper, \(form.name)",
            eyebrow: desk.schools.count > 1 ? desk.schools.first { $0.slug == form.school }?.name : nil,
            crumb: ConsentRoutes.crumb(visit), problems: problems, room: .consent,
            ConsentClassPage(
                to: visit.link(.consentClass), form: form.name, school: form.school, page: String(number),
                showing: pages > 1
                    ? "\(form.pupils) in this class; this is page \(number) of \(pages), in order of family name."
                    : nil,
                fields: [
                    text(
                        "on", "On which day did they answer?",
                        "As it stands on the forms. Forms of another day are saved after these.", "date"),
                    text(
                        "wording", "Which edition of the form did they sign?",
                        "It stands at the foot of the letter, such as \(PictureWords.english.version). Empty: not known.",
                        "text"),
                    text("from", "From which day do their answers hold?", "Empty: at once.", "date"),
                    text("until", "Until which day?", "Empty: no end.", "date"),
                ], older: older.map { PaperAnswer.older($0, visit.form, problems) }, rows: rows,
                places: Consent.Channel.allCases.map { $0.title.capitalisedFirst },
                button: number < pages ? "Save, and go on to the next page" : "Save these answers",
                skip: number < pages ? HeadAction("Go on without saving", link(form, visit, page: number + 1)) : nil))
    }

    /// As on the form: two of one class may share a first name and an initial.
    private static func fullName(_ person: Person) -> String { person.calledName }

    private static func row(
        _ line: ConsentLine, _ parents: [String], _ form: Form, _ problems: [Problem], _ word: PupilWord,
        on today: Day
    ) -> ConsentClassPage.Row {
        let id = line.entry.id.text
        let name = fullName(line.entry.person)
        let givers = PaperAnswer.givers(of: line.entry.person, parents, word)
        func answers(_ field: String, _ label: String, _ words: [(String, String)]) -> ConsentClassPage.Cell {
            ConsentClassPage.Cell(
                id: "\(field)-\(id)", title: label, label: "\(name): \(label)",
                options: ([("", "–")] + words).map { value, text in
                    .init(value: value, text: text, chosen: form["\(field)-\(id)"] == value)
                })
        }
        let giver = form["giver-\(id)"]
        return ConsentClassPage.Row(
            id: id, name: name, state: line.entry.person.consent.inWords(on: today),
            errors: problems.filter { $0.field.hasSuffix("-\(id)") }.map(\.says),
            wrong: problems.contains { $0.field.hasSuffix("-\(id)") },
            all: ConsentClassPage.quick(
                id,
                chosen: form.has("all-\(id)") && !form["all-\(id)"].isEmpty
                    ? form["all-\(id)"]
                    : Consent.Channel.allCases.contains { !form["\($0.rawValue)-\(id)"].isEmpty } ? "some" : ""),
            places: Consent.Channel.allCases.map {
                answers($0.rawValue, $0.title.capitalisedFirst, [("yes", "Yes"), ("no", "No")])
            },
            giver: ConsentClassPage.Cell(
                id: "giver-\(id)", title: "Who signed", label: "\(name): who signed",
                options: ([("", "–")] + givers).map { value, text in
                    .init(value: value, text: text, chosen: giver == value)
                }))
    }

    /// What one row says; nil: nothing. Where it says half, that is among the errors.
    private static func says(
        _ id: String, _ form: Form, _ errors: inout [FieldError]
    ) -> RecordAnswers.Typed.Says? {
        let all = form["all-\(id)"]
        let said = Consent.Channel.allCases.map { (place: $0, answer: form["\($0.rawValue)-\(id)"]) }
        let answered = said.filter { !$0.answer.isEmpty }
        switch all {
        case "yes" where answered.allSatisfy { $0.answer == "yes" }: return .places(Set(Consent.Channel.allCases))
        case "no" where answered.allSatisfy { $0.answer == "no" }: return .places([])
        case "yes", "no": errors.append(FieldError("all-\(id)", "Answer for everywhere, or place by place"))
        case _ where answered.isEmpty && all != "some": return nil
        case _ where answered.count < said.count:
            errors.append(FieldError("all-\(id)", "Answer yes or no for each of the four places"))
        default: break
        }
        return .places(Set(said.filter { $0.answer == "yes" }.map(\.place)))
    }

    /// All that was filled in; throws everything that is missing or wrong, each of a child by its name.
    private static func typed(
        _ sent: Form, _ desk: ConsentDesk
    ) async throws -> (answers: [RecordAnswers.Typed], on: Day) {
        var errors: [FieldError] = []
        let on = PaperAnswer.readDay("on", sent, &errors)
        if sent.trimmed("on").isEmpty { errors.append(FieldError("on", "Write the day on which they answered")) }
        let from = PaperAnswer.readDay("from", sent, &errors)
        let until = PaperAnswer.readDay("until", sent, &errors)
        var typed: [RecordAnswers.Typed] = []
        var filled = 0
        let shown = Array(sent.all("person").prefix(most))
        for id in shown {
            var found: [FieldError] = []
            guard let says = says(id, sent, &found) else { continue }
            filled += 1
            let giver = PaperAnswer.giver(sent["giver-\(id)"])
            if giver == nil { found.append(FieldError("giver-\(id)", "Choose who signed")) }
            if let giver, found.isEmpty {
                typed.append(.init(Identifier(id), by: giver, says, from: from, until: until))
            } else {
                let entry = try await desk.visit.work.database.rollEntry(Identifier(id))
                let name = entry.flatMap { desk.keeps($0.person) ? fullName($0.person) + ": " : nil } ?? ""
                errors += found.map { FieldError($0.field, name + $0.says) }
            }
        }
        if filled == 0 { errors.append(FieldError("all-\(shown.first ?? "")", "Fill in at least one answer")) }
        guard let on, errors.isEmpty else { throw ActionError.invalid(errors) }
        return (typed, on)
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let sent = visit.form
        let desk = try await ConsentDesk(visit)
        let form = try await form(desk)
        do {
            let (typed, on) = try await typed(sent, desk)
            try await RecordAnswers(
                typed, by: .paper, on: on, wording: sent.trimmed("wording"),
                evenIfOlder: sent.has("older")
            ).perform(in: visit.work, by: visit.actor)
            let next = page(asked: sent) + 1
            if (next - 1) * most < form.pupils { return .seeLink(link(form, visit, page: next)) }
            return .seeLink(
                visit.link(.consent)
                    + "?form=\(ConsentRoutes.escaped(form.name))&school=\(ConsentRoutes.escaped(form.school))")
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        } catch let older as RecordAnswers.Older {
            return .page(
                try await page(visit, [PaperAnswer.problem(older, "Somebody")], older: older))
        }
    }
}
