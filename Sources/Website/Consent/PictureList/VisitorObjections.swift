import Actions
import Foundation
import Governance
import Reading

/// Objections of people who are on no roll: put on the list, and taken off it.
enum VisitorObjections {
    static let all: [Route] = [
        .get(.newVisitorObjection(.any), .consentKeepers) { visit in .page(try await page(visit)) },
        .post(.newVisitorObjection(.any), .consentKeepers, .form, save),
        .get(.visitorObjectionEnd(.any), .consentKeepers) { visit in .page(try await endPage(visit)) },
        .post(.visitorObjectionEnd(.any), .consentKeepers, .form, end),
    ]

    private static func school(_ visit: Visit, slug: String) async throws -> School {
        let schools = try await visit.work.database.schools()
        guard let school = schools.first(where: { $0.slug == slug }),
            try visit.me.authority.holds(any: ConsentRoles.keeping, at: school.id)
        else { throw TurnedAway.notFound }
        return school
    }

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let school = try await school(visit, slug: visit.part("school"))
        return form(
            visit.form, today: Day(of: visit.now), to: visit.link(.newVisitorObjection(.value(school.slug))),
            back: Crumb("Who must not be pictured", visit.link(.pictureList(.value(school.slug)))), problems)
    }

    private static func form(
        _ form: Form, today: Day, to link: String, back: Crumb, _ problems: [Problem]
    ) -> Page {
        let text = { (id: String, label: String, hint: String?) in
            FormPage.Part.text(
                TextField(id, label, hint: hint, value: form[id], autocomplete: "off", problems: problems))
        }
        return Page(
            "A visitor who does not want to be pictured",
            lead:
                "For anybody who is not on the roll. Whoever is on it has their own page under Pictures and consent.",
            crumb: back, problems: problems, room: .consent,
            FormPage(
                to: link,
                [
                    text("given", "Given name", nil), text("family", "Family name", nil),
                    text(
                        "description", "By what do colleagues know them?",
                        "Such as: grandmother of Zofia K., reads with Year 2 on Fridays."),
                    .text(
                        TextField(
                            "on", "On which day did they say it?",
                            value: form.has("on") ? form["on"] : today.description, type: "date", short: true,
                            problems: problems)),
                ], button: "Put on the list", cancel: HeadAction("Not now", back.link),
                more: .init(
                    "What it does",
                    [
                        "Whoever types this name under a picture meets a refusal. What shows them already, under their "
                            + "name, is found: authors are told, what waits is stopped, what is out is ordered down."
                    ])))
    }

    @Sendable private static func save(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit, slug: visit.part("school"))
        do {
            try await RecordVisitorObjection(
                at: school.id, given: visit.form["given"], family: visit.form["family"],
                description: visit.form["description"], on: try PaperAnswer.day("on", visit.form)
            ).perform(in: visit.work, by: visit.actor)
            return .see(.pictureList(.value(school.slug)))
        } catch ActionError.invalid(let errors) { return .page(try await page(visit, errors.map(Problem.init))) }
    }

    // MARK: - Taken back

    private static func found(_ visit: Visit) async throws -> (VisitorObjection, School) {
        guard let objection = try await visit.work.database.visitorObjection(Identifier(visit.part("objection"))),
            objection.liftedAt == nil,
            let school = try await visit.work.database.schools().first(where: { $0.id == objection.school }),
            try visit.me.authority.holds(any: ConsentRoles.keeping, at: school.id)
        else { throw TurnedAway.notFound }
        return (objection, school)
    }

    private static func endPage(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let (objection, school) = try await found(visit)
        return ReasonForm.page(
            "Take \(objection.person(at: nil).calledName) off the list?",
            lead: "Only when they have said so themselves. Pictures that name them may then go out.",
            to: visit.link(.visitorObjectionEnd(.value(objection.id.text))), button: "Take off the list",
            back: Crumb("Who must not be pictured", visit.link(.pictureList(.value(school.slug)))), room: .consent,
            form: visit.form, problems: problems)
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let (objection, school) = try await found(visit)
        do {
            try await LiftVisitorObjection(objection.id, why: visit.form["why"]).perform(
                in: visit.work, by: visit.actor)
            return .see(.pictureList(.value(school.slug)))
        } catch ActionError.invalid(let errors) { return .page(try await endPage(visit, errors.map(Problem.init))) }
    }

    static let examples = [
        form(
            Form(), today: Day(of: .distantPast), to: "/harbour-view/consent/list/quay/visitors",
            back: Crumb("Who must not be pictured", "/harbour-view/consent/list/quay"),
            [Problem("family", "Write their family name")])
    ]
}
