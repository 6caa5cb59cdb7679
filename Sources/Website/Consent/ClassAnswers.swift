import Actions
import Governance
import Reading

/// Typing the paper answers of a class, all on one page and saved together.
enum ClassAnswers {
    private static let most = 60

    static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let asked = visit.form.has("form") ? visit.form : visit.query
        let form = asked["form"]
        let found = try await visit.work.database.consentLines(
            .everyone, ofSchools: desk.slugs, form: form, most: most
        ).filter { desk.keeps($0.entry.person) }
        guard !form.isEmpty, !found.isEmpty else {
            throw ActionError.conflict("Choose a class first, on the page of pictures and consent")
        }
        var lines: [ConsentClassPage.Line] = []
        for line in found {
            let parents = try await visit.work.database.parents(of: line.entry).map(\.name)
            lines.append(self.line(line, parents, visit.form, problems))
        }
        return Page(
            "Answers on paper, \(form)", crumb: ConsentRoutes.crumb(visit), problems: problems, room: .consent,
            ConsentClassPage(
                to: visit.link(.consentClass), form: form, school: "",
                on: TextField(
                    "on", "When did they answer?",
                    value: visit.form.has("on") ? visit.form["on"] : Day(of: visit.now).description, type: "date",
                    short: true, problems: problems), people: lines))
    }

    private static func line(
        _ line: ConsentLine, _ parents: [String], _ form: Form, _ problems: [Problem]
    ) -> ConsentClassPage.Line {
        let id = line.entry.id.text
        let field = "answer-\(id)"
        let givers = PaperAnswer.givers(of: line.entry.person, parents)
        let chosen = form["giver-\(id)"]
        return ConsentClassPage.Line(
            id: id, name: line.entry.person.shortName, state: line.entry.person.consent.inWords,
            error: problems.first { $0.field == field }?.says,
            choices: answers.enumerated().map { place, answer in
                ConsentClassPage.Choice(
                    id: place == 0 ? field : "\(field)-\(place + 1)", name: field, value: answer.value,
                    text: answer.text, chosen: form[field] == answer.value)
            },
            givers: givers.enumerated().map { place, giver in
                ConsentClassPage.Choice(
                    id: "", name: "", value: giver.value, text: giver.text,
                    chosen: chosen.isEmpty ? place == 0 : giver.value == chosen)
            }, giverLabel: "Who signed for \(line.entry.person.shortName)?")
    }

    private static let answers: [(value: String, text: String)] = [
        ("yes", "Yes to all"), ("no", "No to all"), ("website", "Website only"), ("not-social", "All but social media"),
    ]

    private static func says(_ value: String) -> RecordAnswers.Typed.Says? {
        switch value {
        case "yes": .places(Set(Consent.Channel.allCases))
        case "no": .places([])
        case "website": .places([.website])
        case "not-social": .places([.website, .press, .display])
        default: nil
        }
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let desk = try await ConsentDesk(visit)
        do {
            let found = try await visit.work.database.consentLines(
                .everyone, ofSchools: desk.slugs, form: form["form"], most: most)
            let typed = found.compactMap { line -> RecordAnswers.Typed? in
                let id = line.entry.id
                guard let says = says(form["answer-\(id.text)"]) else { return nil }
                return .init(id, by: PaperAnswer.giver(form["giver-\(id.text)"]) ?? .form, says)
            }
            guard let first = found.first else { throw ActionError.conflict("Nobody is in this class any more") }
            guard !typed.isEmpty else {
                throw ActionError.invalid("answer-\(first.entry.id.text)", "Fill in at least one answer")
            }
            try await RecordAnswers(typed, by: .paper, on: try PaperAnswer.day("on", form))
                .perform(in: visit.work, by: visit.actor)
            return .seeLink(visit.link(.consent) + "?form=\(ConsentRoutes.escaped(form["form"]))")
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        }
    }
}
