import Actions
import Foundation
import Governance
import Reading

/// Typing what somebody answered on paper or by word of mouth.
enum PaperAnswer {
    static func page(
        _ visit: Visit, _ problems: [Problem] = [], older: RecordAnswers.Older? = nil
    ) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        guard desk.keeps(line.entry.person) else { throw TurnedAway.notFound }
        let parents = try await visit.work.database.parents(of: line.entry).map(\.name)
        let last = try await visit.work.database.saidOfPictures(of: line.entry.id).last?.number ?? 0
        // what stood there when the form was opened, however often it comes back
        let seen = visit.form.has("seen") ? ConsentAnswer.Number(visit.form["seen"]) ?? 0 : last
        let name = line.entry.person.shortName
        let back = Crumb(name, visit.link(.consentPerson(.value(line.entry.id.text))))
        return form(
            visit.form, of: line.entry.person, givers: givers(of: line.entry.person, parents, desk.word),
            to: visit.link(.consentAnswer(.value(line.entry.id.text))), back: back, seen: seen, older: older, problems)
    }

    /// Who can have answered: value and words.
    static func givers(
        of person: Person, _ parents: [String], _ word: PupilWord
    ) -> [(value: String, text: String)] {
        parents.map { ("parent:" + $0, $0) }
            + [
                ("themselves", person.kind == .pupil ? "The \(word.one) themselves" : person.calledName),
                ("form", "The form names nobody"),
            ]
    }

    static func giver(_ value: String) -> ConsentAnswer.Giver? {
        if value.hasPrefix("parent:") { return .parent(String(value.dropFirst("parent:".count))) }
        return switch value {
        case "themselves": .themselves
        case "form": .form
        default: nil
        }
    }

    static func form(
        _ form: Form, of person: Person, givers: [(value: String, text: String)], to link: String, back: Crumb,
        seen: ConsentAnswer.Number? = nil, older: RecordAnswers.Older? = nil, _ problems: [Problem]
    ) -> Page {
        let day = { (id: String, label: String, hint: String?) in
            FormPage.Part.text(
                TextField(id, label, hint: hint, value: form[id], type: "date", short: true, problems: problems))
        }
        return Page(
            "What did they say about pictures of \(person.shortName)?", crumb: back, problems: problems, room: .consent,
            FormPage(
                to: link,
                [
                    .choices(
                        ChoiceField(
                            "giver", "Who gave this answer?", givers.map { ($0.value, $0.text, nil) },
                            chosen: Set(form.all("giver")), problems: problems)),
                    .choices(
                        ChoiceField(
                            "says", "What did they say?",
                            [
                                ("yes", "Yes, everywhere", nil), ("some", "Yes in some places", "Tick them below."),
                                ("no", "No, nowhere", nil),
                                (
                                    "no-objection", "They were asked and did not object",
                                    "This counts only where the policy asks families what they object to."
                                ),
                                (
                                    "nothing", "Their last answer was a typing mistake",
                                    "What was typed for them last counts no more; all that they said before, by a link "
                                        + "or by a list stays. Type the right answer next."
                                ),
                            ], chosen: Set(form.all("says")), problems: problems)),
                    .choices(
                        ChoiceField(
                            "places", "Where do they say yes?", hint: "For “Yes in some places” alone.", several: true,
                            Consent.Channel.allCases.map { ($0.rawValue, $0.title.capitalisedFirst, nil) },
                            chosen: Set(form.all("places")), problems: problems)),
                    .choices(
                        ChoiceField(
                            "way", "How did they tell the school?",
                            [("paper", "On a form or in a letter", nil), ("said", "By word of mouth", nil)],
                            chosen: [form.has("way") ? form["way"] : "paper"], problems: problems)),
                    day(
                        "on", "On which day did they say it?",
                        "As it stands beside the signature, or when they told you."),
                    .text(
                        TextField(
                            "wording", "Which edition of the form did they sign?",
                            hint:
                                "It stands at the foot of the letter, such as \(PictureWords.english.version). Empty: not "
                                + "known.", value: form["wording"], short: true, problems: problems)),
                    day("from", "From which day does it hold?", "Empty: at once."),
                    day("until", "Until which day?", "Empty: no end."),
                ] + (seen.map { [.hidden("seen", "\($0)")] } ?? [])
                    + (older.map { [.choices(Self.older($0, form, problems))] } ?? []), button: "Save",
                cancel: HeadAction("Not now", back.link)))
    }

    /// Asks whether to put on file what something later outdoes, or what undoes a no.
    static func older(_ older: RecordAnswers.Older, _ form: Form, _ problems: [Problem]) -> ChoiceField {
        let isLater = older.answers.contains { $0.why == .saidLater }
        let undoes = older.answers.contains { $0.why != .saidLater }
        let small = [
            isLater ? "What was said later goes on counting. Is the day right?" : nil,
            undoes ? "Do so only where they said yes after that no: it takes its place." : nil,
        ]
        return ChoiceField(
            "older", "Put it on file all the same?",
            hint: older.answers.prefix(5).map(says).joined(separator: " ")
                + (older.answers.count > 5 ? " And of \(older.answers.count - 5) more." : ""),
            several: true,
            [("yes", "Yes, put it on file", small.compactMap(\.self).joined(separator: " "))],
            chosen: Set(form.all("older")), problems: problems)
    }

    private static func says(_ answer: RecordAnswers.Older.Answer) -> String {
        let day = When.date(answer.said)
        return switch answer.why {
        case .saidLater: "Of \(answer.name) something was said on \(day)."
        case .sameDay: "Of \(answer.name) a no or a limit is on file for the same day, \(day)."
        case .ownLink: "Of \(answer.name) the same parent said no or set a limit by their own link on \(day)."
        }
    }

    /// That the question is there.
    static func problem(_ older: RecordAnswers.Older, _ who: String) -> Problem {
        let isLater = older.answers.contains { $0.why == .saidLater }
        return Problem("older", "\(who) said \(isLater ? "something later" : "no before"). Look at the question below")
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let line = try await ConsentDesk(visit).line()
        do {
            let typed = try typed(visit.form, of: line.entry.id)
            try await RecordAnswers(
                [typed.answer], by: typed.way, on: typed.on, wording: visit.form.trimmed("wording"),
                evenIfOlder: visit.form.has("older")
            ).perform(in: visit.work, by: visit.actor)
            return .see(.consentPerson(.value(line.entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        } catch let older as RecordAnswers.Older {
            return .page(
                try await page(visit, [problem(older, "They")], older: older))
        }
    }

    /// What the form says; throws all that is missing or wrong in it, in the order of its fields.
    private static func typed(
        _ form: Form, of person: Identifier<Person>
    ) throws -> (answer: RecordAnswers.Typed, way: ConsentAnswer.Way, on: Day?) {
        var errors: [FieldError] = []
        let giver = giver(form["giver"])
        if giver == nil { errors.append(FieldError("giver", "Choose who gave this answer")) }
        let says = says(form, &errors)
        let way = ConsentAnswer.Way(rawValue: form["way"]).flatMap { [.paper, .said].contains($0) ? $0 : nil }
        if way == nil { errors.append(FieldError("way", "Choose how they told the school")) }
        let on = readDay("on", form, &errors)
        if form.trimmed("on").isEmpty, form["says"] != "nothing" {
            errors.append(FieldError("on", "Write the day on which they said it"))
        }
        let (from, until) = (readDay("from", form, &errors), readDay("until", form, &errors))
        guard let giver, let says, let way, errors.isEmpty else { throw ActionError.invalid(errors) }
        return (.init(person, by: giver, says, from: from, until: until), way, on)
    }

    private static func says(_ form: Form, _ errors: inout [FieldError]) -> RecordAnswers.Typed.Says? {
        switch form["says"] {
        case "yes": return .places(Set(Consent.Channel.allCases))
        case "no": return .places([])
        case "some":
            let places = Set(form.all("places").compactMap(Consent.Channel.init(rawValue:)))
            if places.isEmpty { errors.append(FieldError("places", "Tick where they said yes")) }
            return .places(places)
        case "no-objection": return .noObjection
        case "nothing": return .mistake(seen: ConsentAnswer.Number(form["seen"]))
        default:
            errors.append(FieldError("says", "Choose what they said"))
            return nil
        }
    }

    /// A day that was typed; nil where none was.
    static func day(_ field: String, _ form: Form) throws -> Day? {
        var errors: [FieldError] = []
        let day = readDay(field, form, &errors)
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return day
    }

    /// A day that was typed; nil where none was, or it cannot be read, which is then among the errors.
    static func readDay(_ field: String, _ form: Form, _ errors: inout [FieldError]) -> Day? {
        let text = form.trimmed(field)
        guard !text.isEmpty else { return nil }
        let day = Day(written: text)
        if day == nil { errors.append(FieldError(field, "Write the day like this: 24 November 2026")) }
        return day
    }

    static let examples = [
        form(
            Form(), of: Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska"),
            givers: [("parent:Anna Kowalska", "Anna Kowalska"), ("form", "Nobody is named")],
            to: "/harbour-view/consent/people/1/answer",
            back: Crumb("Zofia K.", "/harbour-view/consent/people/1"),
            older: .init(answers: [
                .init(person: Identifier("1"), name: "Zofia K.", said: Day(of: .distantPast), why: .ownLink)
            ]),
            [Problem("giver", "Choose who gave this answer"), Problem("says", "Choose what they said")])
    ]
}
