import Actions
import Foundation
import Governance
import Reading

/// Putting training on record by hand, and taking it back.
enum TrainingRecording {
    static let routes: [Route] = [
        .get(.newTraining, .registerKeepers) { visit in .page(try await recordForm(visit)) },
        .post(.newTraining, .registerKeepers, .form, record),
        .get(.trainingBack(.any), .registerKeepers) { visit in .page(try await backForm(visit)) },
        .post(.trainingBack(.any), .registerKeepers, .form, takeBack),
    ]

    private static func recordForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await TrainingDesk(visit)
        return TrainingForms.record(
            desk.kept.map { ($0.user.id.text, $0.user.name, desk.tag(of: $0).text) },
            courses: desk.standing.courses.filter { !$0.isOver }, visit.form, to: visit.link(.newTraining),
            newCourse: visit.link(.newCourse), back: TrainingRoutes.crumb(visit), problems: problems)
    }

    @Sendable private static func record(_ visit: Visit) async throws -> Reply {
        do {
            guard let day = Day(written: visit.form.trimmed("on")) else {
                throw ActionError.invalid("on", "Write the day like this: 24 November 2026")
            }
            guard !visit.form["course"].isEmpty else { throw ActionError.invalid("course", "Choose the course") }
            try await RecordTraining(
                visit.form.all("users").map { Identifier($0) }, course: Identifier(visit.form["course"]), on: day,
                certificate: visit.form["certificate"]
            ).perform(in: visit.work, by: visit.actor)
            return .see(.training)
        } catch ActionError.invalid(let errors) {
            return .page(try await recordForm(visit, errors.map(Problem.init)))
        }
    }

    private static func backForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let id = Identifier<Attendance>(visit.part("record"))
        let desk = try await TrainingDesk(visit)
        guard let done = try await visit.work.database.attendance(id),
            let line = desk.kept.first(where: { $0.user.id == done.user })
        else { throw TurnedAway.notFound }
        return ReasonForm.page(
            "Take this back?", lead: "\(line.user.name): \(desk.words(done)). It stays on record that it was put here.",
            to: visit.link(.trainingBack(.value(done.id.text))), button: "Take it back",
            back: Crumb(line.user.name, visit.link(.trainingOf(.value(line.user.id.text)))), room: .policy,
            form: visit.form, problems: problems)
    }

    @Sendable private static func takeBack(_ visit: Visit) async throws -> Reply {
        do {
            try await TakeBackTraining(attendance: Identifier(visit.part("record")), why: visit.form["why"])
                .perform(in: visit.work, by: visit.actor)
            return .see(.training)
        } catch ActionError.invalid(let errors) {
            return .page(try await backForm(visit, errors.map(Problem.init)))
        }
    }
}
