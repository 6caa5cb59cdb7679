import Foundation
import Governance

/// What a calendar file would change, before anything is.
struct CalendarTrialPage: PageContent {
    let says: String
    let lines: [Line]
    let anyLines: Bool
    let held: [Line]
    let anyHeld: Bool
    let gone: ChoiceField?
    let to: String
    let trial: String
    /// Whether there is anything to confirm.
    let asks: Bool
    let button: String
    let back: String

    struct Line: Shows {
        let number: String
        let title: String
        let when: String
        let tag: Tag?
    }

    static func page(_ trial: CalendarTrial, to link: String, back: Crumb, problems: [Problem] = []) -> Page {
        let count = trial.lines.count
        var says: [String] = []
        if trial.same > 0 { says.append("\(trial.same) \(trial.same == 1 ? "is" : "are") in the calendar already.") }
        if trial.notNeeded > 0 {
            says.append("\(trial.notNeeded) other \(trial.notNeeded == 1 ? "event is" : "events are") not needed.")
        }
        if !trial.held.isEmpty { says.append("\(trial.held.count) held, each with its reason.") }
        return Page(
            count == 0
                ? "The file changes nothing" : "\(count) \(count == 1 ? "entry" : "entries") to bring in",
            lead: "A trial run. Nothing is saved yet.", crumb: back, problems: problems, room: .schools,
            CalendarTrialPage(
                says: says.joined(separator: " "),
                lines: trial.lines.map { line in
                    Line(
                        number: "\(line.line)", title: line.dates.title,
                        when: SchoolCalendarBuilding.span(line.dates.first, line.dates.last),
                        tag: line.isChange
                            ? Tag(.hold, "Changes \(line.dates.kind.called)", icon: .pen)
                            : Tag(.clear, line.dates.kind.title.capitalisedFirst, icon: .plus))
                }, anyLines: count > 0,
                held: trial.held.map { Line(number: "\($0.line)", title: $0.title, when: $0.says, tag: nil) },
                anyHeld: !trial.held.isEmpty,
                gone: trial.gone.isEmpty
                    ? nil
                    : ChoiceField(
                        "gone", "An earlier file brought these, and this one has them no more. Take them out?",
                        hint: "What is not ticked stays.", several: true,
                        trial.gone.map {
                            ($0.id.text, $0.title, SchoolCalendarBuilding.span($0.first, $0.last))
                        }),
                to: link, trial: trial.id.text, asks: !trial.changesNothing,
                button: count == 0 ? "Take out what is ticked" : "Bring them in", back: back.link))
    }

    package static var examples: [Page] {
        let day = { (text: String) in Day(text) ?? Day(of: .distantPast) }
        let term = SchoolDates(
            id: Identifier("1"), school: Identifier("s"), kind: .term, first: day("2026-09-03"),
            last: day("2026-12-18"), title: "Autumn term", uid: "a")
        var reading = SchoolDatesReading(ICalendarFile(events: [], held: []))
        let back = Crumb("Calendar", "/harbour-view/schools/quay/calendar")
        let empty = CalendarTrial(
            id: Identifier("t"), reading, for: Identifier("s"), beside: [], fresh: { Identifier("1") })
        reading.held = [ICalendarFile.Held(line: 40, title: "Assembly", says: "It repeats (line 44)")]
        reading.notNeeded = 12
        var full = CalendarTrial(
            id: Identifier("t"), reading, for: Identifier("s"), beside: [], fresh: { Identifier("1") })
        full.same = 2
        full.lines = [CalendarTrial.Line(line: 8, dates: term, isChange: false)]
        full.gone = [term]
        return [
            page(full, to: back.link + "/trial", back: back), page(empty, to: back.link + "/trial", back: back),
        ]
    }
}
