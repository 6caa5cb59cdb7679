import Actions
import Governance
import Reading

/// Which user a member of staff on the roll signs in as: proposed by e-mail address, said by an administrator.
enum PersonUserRoutes {
    static let all: [Route] = [
        .get(.personUser(id: .any), .administrators) { visit in .page(try await form(visit)) },
        .post(.personUser(id: .any), .administrators, .form, link),
        .get(.personUserEnd(id: .any), .administrators) { visit in .page(try await ending(visit)) },
        .post(.personUserEnd(id: .any), .administrators, .form, unlink),
    ]

    private static func form(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let entry = try await RollRoutes.entry(visit)
        let email = entry.person.email
        let users = try await visit.work.database.unlinkedUsers(email: email)
        let proposed = users.first.flatMap { $0.email == email ? $0 : nil }
        return page(
            entry.person.shortName, users, proposed: proposed, to: visit.link(.personUser(id: id(entry))),
            back: Crumb(entry.person.shortName, visit.link(.person(id: id(entry)))), hasLeft: entry.leftAt != nil,
            problems: problems)
    }

    static func page(
        _ name: String, _ users: [User], proposed: User?, to link: String, back: Crumb, hasLeft: Bool = false,
        problems: [Problem] = []
    ) -> Page {
        Page(
            "Who signs in as \(name)?",
            lead: hasLeft
                ? "\(name) came off the roll. What somebody who left still runs is handed over the same day."
                : "When \(name) leaves the roll, Chaperone then knows whose tasks and accounts are without anybody.",
            crumb: back, problems: problems, room: .roll,
            FormPage(
                to: link,
                [
                    .select(
                        SelectField(
                            "user", "User",
                            hint: proposed.map { "\($0.name) has the e-mail address that the roll has." }
                                ?? "Nobody who signs in has the e-mail address that the roll has.",
                            [("", "Choose")] + (hasLeft ? [("nobody", "Nobody: no way in is theirs")] : [])
                                + users.map { ($0.id.text, "\($0.name), \($0.email)") },
                            chosen: proposed?.id.text ?? "", problems: problems))
                ], button: hasLeft ? "Keep this on record" : "They are the same person",
                cancel: HeadAction("Not now", back.link)))
    }

    @Sendable private static func link(_ visit: Visit) async throws -> Reply {
        let entry = try await RollRoutes.entry(visit)
        guard visit.form.has("user"), !visit.form["user"].isEmpty else {
            return .page(try await form(visit, problems: [Problem("user", "Choose who it is")]))
        }
        do {
            if visit.form["user"] == "nobody" {
                try await SayNobodySignsIn(as: entry.id).perform(in: visit.work, by: visit.actor)
                return .see(.home)
            }
            try await LinkUser(entry.id, to: Identifier(visit.form["user"])).perform(in: visit.work, by: visit.actor)
            return .see(.person(id: id(entry)))
        } catch ActionError.invalid(let errors) {
            return .page(try await form(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func ending(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let entry = try await RollRoutes.entry(visit)
        guard let user = try await visit.work.database.user(of: entry.id) else { throw TurnedAway.notFound }
        return ReasonForm.page(
            "Is \(user.name) not \(entry.person.shortName)?",
            lead: "Then nobody is known to sign in as \(entry.person.shortName). The user stays.",
            to: visit.link(.personUserEnd(id: id(entry))), button: "They are not the same person",
            back: Crumb(entry.person.shortName, visit.link(.person(id: id(entry)))), room: .roll, form: visit.form,
            problems: problems)
    }

    @Sendable private static func unlink(_ visit: Visit) async throws -> Reply {
        let entry = try await RollRoutes.entry(visit)
        do {
            try await UnlinkUser(entry.id, why: visit.form["why"]).perform(in: visit.work, by: visit.actor)
            return .see(.person(id: id(entry)))
        } catch ActionError.invalid(let errors) {
            return .page(try await ending(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func id(_ entry: RollEntry) -> SiteURL.Part { .value(entry.id.text) }

    static let examples = [
        page(
            "Anna W.", [User(id: Identifier("2"), name: "Anna Whitcombe", email: "a.whitcombe@harbourview.example")],
            proposed: User(id: Identifier("2"), name: "Anna Whitcombe", email: "a.whitcombe@harbourview.example"),
            to: "/harbour-view/people/S-12/user", back: Crumb("Anna W.", "/harbour-view/people/S-12")),
        page(
            "Anna W.", [], proposed: nil, to: "/harbour-view/people/S-12/user",
            back: Crumb("Anna W.", "/harbour-view/people/S-12"), hasLeft: true,
            problems: [Problem("user", "Choose who it is")]),
    ]
}
