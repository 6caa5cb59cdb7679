import Foundation
import Governance
import Store

extension WriteTransaction {
    /// What the list would change, seen by whoever makes this change.
    func trial(of list: TrainingList) throws -> TrainingListTrial {
        let people = try activeUsers()
        let byEmail = Dictionary(people.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
        let byName = Dictionary(grouping: people) { Evidence.normalised($0.name) }
        let courses = try courses()
        let standing = try trainingStanding()
        let today = Day(of: now)
        let oldest = today.adding(days: -31 * Course.mostMonths)
        var trial = TrainingListTrial(held: list.doubts, notRead: list.notRead)
        var seen: Set<[String]> = []
        // one sentence for both, which tells nobody who signs in at a school that is not theirs
        let unknown = (
            says: "Nobody whose training you keep has this address or name",
            advice: "Correct it, add them first, or ask whoever leads their school"
        )
        for row in list.rows {
            let hold = { (column: TrainingList.Column, value: String, says: String, advice: String) in
                trial.held.append(
                    ImportDoubt(
                        .held, line: row.line, column: column.title.capitalisedFirst, value: value, says: says,
                        advice: advice))
            }
            let named = byName[Evidence.normalised(row.who)] ?? []
            guard let user = byEmail[foldedEmail(row.who)] ?? (named.count == 1 ? named[0] : nil) else {
                named.isEmpty
                    ? hold(.who, row.who, unknown.says, unknown.advice)
                    : hold(.who, row.who, "\(named.count) people have this name", "Write the e-mail address instead")
                continue
            }
            guard
                let course = courses.first(where: { Evidence.normalised($0.name) == Evidence.normalised(row.course) })
            else {
                hold(.course, row.course, "This course is not on the register", "Add the course first, or correct it")
                continue
            }
            guard !course.isOver else {
                hold(.course, row.course, "This course is over", "Nobody is trained in it any more")
                continue
            }
            guard row.on <= today, row.on >= oldest else {
                hold(
                    .day, row.on.inWords,
                    row.on > today ? "This day is still to come" : "This is more than ten years ago",
                    "Enter the day on which it was done")
                continue
            }
            guard (try? requireTrainingKeeper(of: [user.id])) != nil else {
                hold(.who, row.who, unknown.says, unknown.advice)
                continue
            }
            let isKnown = standing.attendances(of: user.id).contains { $0.course == course.id && $0.on == row.on }
            guard !isKnown, seen.insert([user.id.text, course.id.text, row.on.description]).inserted else {
                trial.known += 1
                continue
            }
            trial.added.append(
                TrainingListTrial.Line(
                    line: row.line, user: user, course: course, on: row.on, certificate: row.certificate))
        }
        trial.held.sort { $0.line < $1.line }
        return trial
    }
}
