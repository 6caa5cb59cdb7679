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

    private static func row(
        _ line: ConsentLine, _ parents: [String], _ form: Form, _ problems: [Problem], _ word: PupilWord,
        on today: Day
    ) -> ConsentClassPage.Row {
        let id = line.entry.id.text
        // as on the form: two of one class may share a first name and an initial
        let name = line.entry.person.calledName
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
            error: problems.first { $0.field == "all-\(id)" }?.says,
            cells: [answers("all", "Everywhere", [("yes", "Yes to all"), ("no", "No to all")])]
                + Consent.Channel.allCases.map {
                    answers($0.rawValue, $0.title.capitalisedFirst, [("yes", "Yes"), ("no", "No")])
                } + [
                    ConsentClassPage.Cell(
                        id: "giver-\(id)", title: "Who signed", label: "\(name): who signed",
                        options: ([("", "–")] + givers).map { value, text in
                            .init(value: value, text: text, chosen: giver == value)
                        })
                ])
    }

    /// What one row says; nil: nothing. Throws where it says half.
    private static func says(_ id: String, _ form: Form) throws -> RecordAnswers.Typed.Says? {
        let all = form["all-\(id)"]
        let said = Consent.Channel.allCases.map { (place: $0, answer: form["\($0.rawValue)-\(id)"]) }
        let answered = said.filter { !$0.answer.isEmpty }
        switch all {
        case "yes" where answered.allSatisfy { $0.answer == "yes" }: return .places(Set(Consent.Channel.allCases))
        case "no" where answered.allSatisfy { $0.answer == "no" }: return .places([])
        case "yes", "no": throw ActionError.invalid("all-\(id)", "Answer for everywhere, or place by place")
        default: break
        }
        if answered.isEmpty { return nil }
        guard answered.count == said.count else {
            throw ActionError.invalid("all-\(id)", "Answer yes or no for each of the four places")
        }
        return .places(Set(said.filter { $0.answer == "yes" }.map(\.place)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let sent = visit.form
        let desk = try await ConsentDesk(visit)
        let form = try await form(desk)
        do {
            var typed: [RecordAnswers.Typed] = []
            var errors: [FieldError] = []
            let (from, until) = (try PaperAnswer.day("from", sent), try PaperAnswer.day("until", sent))
            let shown = Array(sent.all("person").prefix(most))
            for id in shown {
                do {
                    guard let says = try says(id, sent) else { continue }
                    guard let giver = PaperAnswer.giver(sent["giver-\(id)"]) else {
                        throw ActionError.invalid("all-\(id)", "Choose who signed")
                    }
                    typed.append(.init(Identifier(id), by: giver, says, from: from, until: until))
                } catch ActionError.invalid(let found) { errors += found }
            }
            guard errors.isEmpty else { throw ActionError.invalid(errors) }
            guard !typed.isEmpty else {
                throw ActionError.invalid("all-\(shown.first ?? "")", "Fill in at least one answer")
            }
            guard let on = try PaperAnswer.day("on", sent) else {
                throw ActionError.invalid("on", "Write the day on which they answered")
            }
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
