import Actions
import Governance

/// What a list of training would change, before it is brought in.
struct TrainingListPage: PageContent {
    let added: Int
    let known: Int
    let held: Int
    let doubts: [HeldRow]
    let anyDoubts: Bool
    let lines: [Line]
    let anyLines: Bool
    let notRead: String?
    let to: String
    /// The list itself, carried along until it is confirmed.
    let list: String
    let confirm: String?
    let says: String
    let back: String

    struct Line: Shows {
        let name: String
        let course: String
        let day: String
        let certificate: String
    }

    static func page(
        _ trial: TrainingListTrial, list: String, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        let count = trial.added.count
        return Page(
            count == 0
                ? "Nothing would change" : count == 1 ? "1 would come on record" : "\(count) would come on record",
            title: "A list of training, tried", crumb: back, problems: problems, room: .policy,
            TrainingListPage(
                added: count, known: trial.known, held: trial.held.count,
                doubts: trial.held.map(HeldRow.init), anyDoubts: !trial.held.isEmpty,
                lines: trial.added.map {
                    Line(
                        name: $0.user.name, course: $0.course.name, day: When.date($0.on),
                        certificate: $0.certificate ?? "")
                }, anyLines: count > 0,
                notRead: trial.notRead.isEmpty ? nil : trial.notRead.joined(separator: ", "), to: link, list: list,
                confirm: count == 0 ? nil : count == 1 ? "Bring it in" : "Bring in \(count)",
                says: trial.held.isEmpty
                    ? "All of it comes in at once."
                    : "The rows that are held back stay out. Correct them and bring the list "
                        + "in once more: what is on record by then stays as it is.", back: back.link))
    }

    package static var examples: [Page] {
        let back = Crumb("Training", "/harbour-view/policy/training")
        let sam = User(id: Identifier("1"), name: "Sam Poe", email: "sam@harbourview.example")
        let course = Course(id: Identifier("c1"), name: "Online safety", months: 12, counts: true)
        var trial = TrainingListTrial()
        if let day = Day("2026-09-03") {
            trial.added = [.init(line: 2, user: sam, course: course, on: day, certificate: "4471")]
        }
        trial.known = 3
        trial.held = [
            ImportDoubt(
                .held, line: 4, column: "Done on", value: "31/02/2026", says: "There is no such day",
                advice: "Write the day like 24/11/2026")
        ]
        trial.notRead = ["Score"]
        return [
            page(trial, list: "V2hv", to: back.link + "/list/decision", back: back),
            page(TrainingListTrial(), list: "V2hv", to: back.link + "/list/decision", back: back),
        ]
    }
}
