import Foundation
import Governance

/// The date and the time fields of a form, read as the instant they mean, or as the question they leave open.
struct PublishTime {
    /// Nil when nothing was filled in, or when there is a problem.
    let instant: Date?
    let problems: [Problem]
    /// The clocks go back and show this time twice: the author must say which.
    let isShownTwice: Bool

    /// - Parameter suffix: of the fields' names, for an account with a time of its own.
    init(_ form: Form, suffix: String = "") {
        let date = form.trimmed("date\(suffix)")
        let time = form.trimmed("time\(suffix)")
        switch (date.isEmpty, time.isEmpty) {
        case (true, true): self.init()
        case (false, true): self.init(problem: Problem("time\(suffix)", "Enter the time as well"))
        case (true, false): self.init(problem: Problem("date\(suffix)", "Enter the day as well"))
        case (false, false):
            let day = Day(written: date)
            guard let day, let wall = WallTime(day: "\(day)", time: When.time(written: time) ?? time) else {
                let field = day == nil ? "date" : "time"
                let example = day == nil ? "a day such as 24 November 2026" : "a time such as 08:30"
                self.init(problem: Problem("\(field)\(suffix)", "Enter \(example)"))
                return
            }
            self.init(wall, clock: form.trimmed("clock\(suffix)"), suffix: suffix)
        }
    }

    private init(_ wall: WallTime, clock: String, suffix: String) {
        switch wall.meaning() {
        case .once(let instant): self.init(instant: instant)
        case .never(let next):
            self.init(
                problem: Problem(
                    "time\(suffix)",
                    "There is no such time that night: the clocks go forward. The next one is \(When.time(next))"))
        case .twice(let first, let second):
            switch clock {
            case "first": self.init(instant: first, isShownTwice: true)
            case "second": self.init(instant: second, isShownTwice: true)
            default:
                self.init(
                    problem: Problem("clock\(suffix)", "Choose which: that night the clocks show this time twice"),
                    isShownTwice: true)
            }
        }
    }

    private init(instant: Date? = nil, problem: Problem? = nil, isShownTwice: Bool = false) {
        self.instant = instant
        problems = [problem].compactMap { $0 }
        self.isShownTwice = isShownTwice
    }

    /// What the two fields show for an instant: `2026-11-20` and `17:00`.
    static func fields(of instant: Date?) -> (date: String, time: String) {
        instant.map { ("\(Day(of: $0))", When.time($0)) } ?? ("", "")
    }

    /// The question for a night on which the clocks go back.
    static func clockField(suffix: String = "", chosen: String, problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "clock\(suffix)", "Which of the two?", hint: "The clocks go back that night.",
            [("first", "The first, in summer time", nil), ("second", "The second, an hour later", nil)],
            chosen: [chosen], problems: problems)
    }
}
