import Actions
import Foundation
import Governance
import Reading

/// What a leaver says before they go: that what is confidential stays so.
enum LeavingRoutes {
    static let all: [Route] = [
        .get(.myLeaving, .signedIn) { visit in .page(try await page(visit)) },
        .post(.myLeaving, .signedIn, .form, say),
        .get(.leaverSaid(.any), .leaverChasers) { visit in .page(try await form(visit)) },
        .post(.leaverSaid(.any), .leaverChasers, .form, record),
    ]

    private static func page(_ visit: Visit) async throws -> Page {
        let me = try visit.me
        let policy = try await visit.work.policyInForce(at: me.authority.onlySchool)?.policy
        let clauses = policy?.clauses.filter { $0.carriers.contains(.duty(.leaverConfidentiality)) } ?? []
        let owed = try await visit.work.sectionsOwedOnLeaving(by: me.user.id)
        let said =
            owed.isEmpty && !clauses.isEmpty ? [Note(.clear, "You have said this.", "It is on record.")] : []
        return Page(
            "Before you leave", lead: "Thank you for what you have done here.", crumb: Crumb("Home", visit.link(.home)),
            frame: .journey,
            FormPage(
                to: visit.link(.myLeaving),
                notes: said
                    + clauses.map {
                        Note(
                            .quiet, "What the policy asks.", $0.says, icon: .policy,
                            clause: ClauseChip.link(to: $0.at, part: $0.part, in: visit))
                    },
                [
                    .said(
                        "What you learned here about children, families and colleagues stays confidential after you have "
                            + "left: in posts, comments and messages, on any account.")
                ], button: "I will keep it confidential", cancel: HeadAction("Not now", visit.link(.home))))
    }

    @Sendable private static func say(_ visit: Visit) async throws -> Reply {
        try await AcknowledgeLeaving(visit.me.user.id).perform(in: visit.work, by: visit.actor)
        return .see(.home)
    }

    private static func form(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let id = visit.part("user")
        guard let line = try await visit.work.database.user(Identifier(id)),
            try visit.me.authority.reach(as: Leavers.chasers).finds(everAt: line.schoolsEver)
        else { throw TurnedAway.notFound }
        let user = line.user
        let isHere = user.endedAt == nil
        let how = FormPage.Part.area(
            TextField(
                "how", isHere ? "If they have said it otherwise: how?" : "How did they say it?",
                hint: "Such as: in a letter of 3 May, which the office keeps.", value: visit.form["how"],
                problems: problems))
        let way = FormPage.Part.choices(
            ChoiceField(
                "way", "How is it asked?",
                [
                    ("ask", "On a page of their own", "It is the first thing they see here"),
                    ("said", "They have said it otherwise", "You put on record how"),
                ], chosen: [visit.form.has("way") ? visit.form["way"] : "ask"], problems: problems))
        return Page(
            isHere ? "\(user.name) is leaving" : "\(user.name) has left",
            lead: isHere
                ? "They say that what is confidential stays so, before they can no longer sign in."
                : "Ask them to say, in writing, that what is confidential stays so.",
            crumb: Crumb("Home", visit.link(.home)), problems: problems, frame: .journey,
            FormPage(
                to: visit.link(.leaverSaid(.value(id))), isHere ? [way, how] : [how],
                button: isHere ? "Go on" : "Keep this on record",
                cancel: HeadAction("Not yet", visit.link(.home))))
    }

    @Sendable private static func record(_ visit: Visit) async throws -> Reply {
        let leaver = Identifier<User>(visit.part("user"))
        do {
            if visit.form["way"] == "ask" {
                try await AskLeaver(leaver).perform(in: visit.work, by: visit.actor)
            } else {
                try await AcknowledgeLeaving(leaver, how: visit.form["how"]).perform(in: visit.work, by: visit.actor)
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await form(visit, errors.map(Problem.init)))
        } catch ActionError.conflict(let says) {
            return .page(try await form(visit, [Problem("how", says)]))
        }
        return .see(.home)
    }
}

extension WhoMay {
    /// Who gets it from somebody who has left without saying it.
    static let leaverChasers = WhoMay.roles(Set(Leavers.chasers))
}
