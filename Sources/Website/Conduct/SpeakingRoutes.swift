import Actions
import Foundation
import Governance
import Reading

/// The register of who may speak for the school: reading it, giving, taking back.
enum SpeakingRoutes {
    static let all: [Route] = [
        .get(.speaking, .speakingReaders) { visit in
            .page(
                SpeakingPage.page(
                    try await SpeakingDesk(visit),
                    tabs: (try? await PolicyShown(visit).tabs(visit, .speaking)) ?? []))
        },
        .get(.newAuthority, .speakingManagers) { visit in .page(try await giveForm(visit)) },
        .post(.newAuthority, .speakingManagers, .form, give),
        .get(.authorityEnd(.any), .speakingManagers) { visit in .page(try await endForm(visit)) },
        .post(.authorityEnd(.any), .speakingManagers, .form, end),
    ]

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("Authority to speak", visit.link(.speaking)) }

    /// The whole organisation, in the form.
    private static let everywhere = "*"

    private static func giveForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await SpeakingDesk(visit)
        guard !desk.places.isEmpty else { throw TurnedAway.notFound }
        var form = visit.form
        if !form.has("user") { form = Form(values: ["user": [visit.query["user"]]], files: [:]) }
        return SpeakingForms.give(
            desk.candidates.map { ($0.user.id.text, $0.user.name) },
            places: desk.places.map { ($0.school?.slug ?? everywhere, $0.name) },
            courses: desk.standing.training.courses.filter { !$0.isOver }, form, to: visit.link(.newAuthority),
            back: crumb(visit), problems: problems)
    }

    @Sendable private static func give(_ visit: Visit) async throws -> Reply {
        do {
            let places = try await SpeakingDesk(visit).places
            let chosen = visit.form["school"]
            let place = places.count == 1 ? places.first : places.first { ($0.school?.slug ?? everywhere) == chosen }
            guard !visit.form["user"].isEmpty else { throw ActionError.invalid("user", "Choose to whom") }
            guard let place else { throw ActionError.invalid("school", "Choose the school") }
            guard let until = Day(written: visit.form.trimmed("until")) else {
                throw ActionError.invalid("until", "Choose the last day, like this: 31 August 2027")
            }
            let course = visit.form["course"]
            try await GiveAuthority(
                to: Identifier(visit.form["user"]), at: place.school?.id, until: until,
                after: course.isEmpty ? nil : Identifier(course), why: visit.form["why"]
            ).perform(in: visit.work, by: visit.actor)
            return .see(.speaking)
        } catch ActionError.invalid(let errors) {
            return .page(try await giveForm(visit, errors.map(Problem.init)))
        }
    }

    private static func endForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await SpeakingDesk(visit)
        let id = Identifier<SpeakingAuthority>(visit.part("authority"))
        guard let line = desk.lines.first(where: { $0.authorities.contains { $0.id == id } }),
            let authority = line.authorities.first(where: { $0.id == id }), desk.mayTakeBack(authority)
        else { throw TurnedAway.notFound }
        return ReasonForm.page(
            "Take \(line.user.name)’s authority back?",
            lead: "From now on they only propose. What has not gone out yet waits for a manager.",
            to: visit.link(.authorityEnd(.value(id.text))), button: "Take it back", back: crumb(visit), room: .policy,
            form: visit.form, problems: problems)
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        do {
            try await TakeBackAuthority(Identifier(visit.part("authority")), why: visit.form["why"])
                .perform(in: visit.work, by: visit.actor)
            return .see(.speaking)
        } catch ActionError.invalid(let errors) {
            return .page(try await endForm(visit, errors.map(Problem.init)))
        }
    }
}
