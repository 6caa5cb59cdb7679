import Actions
import Foundation
import Governance
import Reading

/// Stopping everything that is planned, and letting it go on.
enum PauseRoutes {
    static let all: [Route] = [
        .get(.pause, .deciders) { visit in .page(try await page(visit)) },
        .post(.pause, .deciders, .form, act),
    ]

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let standing = try await desk.work.database.standingPauses()
        let names = try await desk.work.database.userNames()
        let schools = try await desk.work.database.schools()
        var shown: [PausePage.Standing] = []
        for pause in standing {
            let roles = try await desk.resumers(at: pause.school)
            let may = desk.me.authority.holds(any: roles, at: pause.school)
            let place = pause.school?.text ?? "all"
            let who = Actor(signature: pause.by)?.user.flatMap { names[$0] } ?? "the console"
            shown.append(
                PausePage.Standing(
                    heading: schools.first { $0.id == pause.school }?.name ?? "Every school",
                    by: "\(who), \(When.near(pause.at, now: visit.now))", reason: pause.reason,
                    held: "Whatever falls due meanwhile stops, and someone decides on it.",
                    resume: may
                        ? PausePage.ResumeForm(
                            action: visit.link(.pause), school: place,
                            why: TextField(
                                "why-\(place)", "Why may it go on?", value: visit.form["why-\(place)"], short: true,
                                problems: problems)) : nil,
                    who: may ? nil : "It is resumed by: \(Composition.listed(roles.map(\.title)))."))
        }
        let form = try await pauseForm(desk, schools, standing, problems)
        return Page(
            shown.isEmpty ? "Pause publishing" : "Publishing is paused",
            crumb: Crumb("Calendar", visit.link(.calendar)), problems: problems, room: .calendar,
            PausePage(
                pauses: shown, anyPauses: !shown.isEmpty, pause: form,
                who: form == nil && shown.isEmpty
                    ? "A moderator, a senior leader, the headteacher or the trust can pause publishing." : nil))
    }

    private static func pauseForm(
        _ desk: PublishingDesk, _ schools: [School], _ standing: [PublishingPause], _ problems: [Problem]
    ) async throws -> PausePage.PauseForm? {
        let visit = desk.visit
        let paused = Set(standing.map { $0.school?.text ?? "all" })
        var places: [(value: String, text: String, small: String?)] = schools.filter {
            desk.me.authority.holds(any: PublishingRoles.pausing, at: $0.id) && !paused.contains($0.id.text)
        }.map { ($0.id.text, $0.name, nil) }
        if schools.count > 1, desk.me.authority.holds(any: PublishingRoles.pausing, at: nil), !paused.contains("all") {
            places.append(("all", "Every school", "All of the trust, at once"))
        }
        guard !places.isEmpty else { return nil }
        let today = Day(of: visit.now)
        let entries = try await desk.work.database.calendar(
            from: today, to: today.adding(days: 366), within: desk.reach.sent
        ).filter { [.scheduled, .ready, .waiting].contains($0.state) }
        let planned = Set(entries.map(\.post)).count
        return PausePage.PauseForm(
            action: visit.link(.pause),
            says: planned == 0
                ? "Nothing is planned now. Whatever is sent later stops too, until someone resumes."
                : "\(planned == 1 ? "One post is" : "\(planned) posts are") planned or waiting. Nothing goes out until "
                    + "someone resumes.",
            place: places.count == 1
                ? nil
                : ChoiceField("place", "Where?", places, chosen: [visit.form["place"]], problems: problems),
            only: places.count == 1 ? places[0].value : nil,
            reason: TextField(
                "reason", "Why?", hint: "Colleagues read it.",
                value: visit.form["reason"], short: true, problems: problems))
    }

    private enum Button: String { case pause, resume }

    @Sendable private static func act(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let schools = try await desk.work.database.schools()
        let place = visit.form["place"]
        do {
            switch try visit.form.pressed(Button.self) {
            case .resume:
                let why = visit.form.trimmed("why-\(place)")
                try await ResumePublishing(
                    school: place == "all" ? nil : Identifier(place), why: why.isEmpty ? nil : why
                )
                .perform(in: desk.work, by: desk.actor)
            case .pause:
                guard place == "all" || !place.isEmpty || schools.count == 1 else {
                    return .page(try await page(visit, [Problem("place", "Choose where")]))
                }
                let school = place == "all" ? nil : place.isEmpty ? schools.first?.id : Identifier<School>(place)
                try await PausePublishing(school: school, reason: visit.form["reason"])
                    .perform(in: desk.work, by: desk.actor)
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, errors.map(Problem.init)))
        }
        return .see(.pause)
    }
}
