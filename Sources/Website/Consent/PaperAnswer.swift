import Actions
import Foundation
import Governance
import Reading

/// Typing what somebody answered on paper or by word of mouth.
enum PaperAnswer {
    static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        guard desk.keeps(line.entry.person) else { throw TurnedAway.notFound }
        let parents = try await visit.work.database.parents(of: line.entry).map(\.name)
        let name = line.entry.person.shortName
        let back = Crumb(name, visit.link(.consentPerson(.value(line.entry.id.text))))
        return form(
            visit.form, of: line.entry.person, givers: givers(of: line.entry.person, parents),
            today: Day(of: visit.now),
            to: visit.link(.consentAnswer(.value(line.entry.id.text))), back: back, problems)
    }

    /// Who can have answered: value and words.
    static func givers(of person: Person, _ parents: [String]) -> [(value: String, text: String)] {
        parents.map { ("parent:" + $0, $0) }
            + [("themselves", person.kind == .pupil ? "The pupil" : "They themselves"), ("form", "Nobody is named")]
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
        _ form: Form, of person: Person, givers: [(value: String, text: String)], today: Day, to link: String,
        back: Crumb, _ problems: [Problem]
    ) -> Page {
        Page(
            "What did they say about \(person.shortName)?", crumb: back, problems: problems, room: .consent,
            FormPage(
                to: link,
                [
                    .choices(
                        ChoiceField(
                            "giver", "Who answered?", givers.map { ($0.value, $0.text, nil) },
                            chosen: [form.has("giver") ? form["giver"] : givers.first?.value ?? "form"],
                            problems: problems)),
                    .choices(
                        ChoiceField(
                            "says", "What did they say?",
                            [
                                ("yes", "Yes, everywhere", nil), ("some", "Yes in some places", "Tick them below."),
                                ("no", "No, nowhere", nil),
                                (
                                    "no-objection", "They were asked and did not object",
                                    "Only where the policy asks so."
                                ),
                                ("nothing", "An answer of theirs was typed by mistake", "It then counts no more."),
                            ], chosen: [form["says"]], problems: problems)),
                    .choices(
                        ChoiceField(
                            "places", "Where?", several: true,
                            Consent.Channel.allCases.map { ($0.rawValue, $0.title.capitalisedFirst, nil) },
                            chosen: Set(form.all("places")), problems: problems)),
                    .choices(
                        ChoiceField(
                            "way", "How?", [("paper", "On paper", nil), ("said", "By word of mouth", nil)],
                            chosen: [form.has("way") ? form["way"] : "paper"], problems: problems)),
                    .text(
                        TextField(
                            "on", "When did they say it?", value: form.has("on") ? form["on"] : today.description,
                            type: "date", short: true, problems: problems)),
                    .text(
                        TextField(
                            "until", "Until when does it hold?", hint: "Empty: no end.", value: form["until"],
                            type: "date", short: true, problems: problems)),
                ], button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable static func save(_ visit: Visit) async throws -> Reply {
        let line = try await ConsentDesk(visit).line()
        do {
            let form = visit.form
            let places = Set(form.all("places").compactMap(Consent.Channel.init(rawValue:)))
            let says: RecordAnswers.Typed.Says
            switch form["says"] {
            case "yes": says = .places(Set(Consent.Channel.allCases))
            case "no": says = .places([])
            case "some":
                guard !places.isEmpty else { throw ActionError.invalid("places", "Tick where they said yes") }
                says = .places(places)
            case "no-objection": says = .noObjection
            case "nothing": says = .nothing
            default: throw ActionError.invalid("says", "Choose what they said")
            }
            guard let giver = giver(form["giver"]) else { throw ActionError.invalid("giver", "Say who answered") }
            try await RecordAnswers(
                [.init(line.entry.id, by: giver, says, until: try day("until", form))],
                by: ConsentAnswer.Way(rawValue: form["way"]) ?? .paper, on: try day("on", form)
            ).perform(in: visit.work, by: visit.actor)
            return .see(.consentPerson(.value(line.entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        }
    }

    static func day(_ field: String, _ form: Form) throws -> Day? {
        let text = form.trimmed(field)
        guard !text.isEmpty else { return nil }
        guard let day = Day(written: text) else {
            throw ActionError.invalid(field, "Write the day like this: 24 November 2026")
        }
        return day
    }

    static let examples = [
        form(
            Form(), of: Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska"),
            givers: [("parent:Anna Kowalska", "Anna Kowalska"), ("form", "Nobody is named")],
            today: Day(of: .distantPast), to: "/harbour-view/consent/people/1/answer",
            back: Crumb("Zofia K.", "/harbour-view/consent/people/1"), [Problem("says", "Choose what they said")])
    ]
}
