import Actions
import Governance
import Reading

/// Correcting somebody's name or e-mail address, and letting somebody back in who was shut out.
enum UserReturns {
    static let routes: [Route] = [
        .get(.userChange(id: .any), .administrators) { visit in .page(try await changing(visit)) },
        .post(.userChange(id: .any), .administrators, .form, change),
        .get(.userReturn(id: .any), .administrators) { visit in .page(try await returning(visit)) },
        .post(.userReturn(id: .any), .administrators, .form, reopen),
    ]

    /// What can be done with the user as a whole, beside their name.
    static func action(_ user: User, _ visit: Visit) -> HeadAction {
        let id = SiteURL.Part.value(user.id.text)
        return user.endedAt == nil
            ? HeadAction("Correct the name or address", icon: .pen, visit.link(.userChange(id: id)))
            : HeadAction("Let them back in", icon: .return, visit.link(.userReturn(id: id)))
    }

    private static func changing(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let user = try await UserRoutes.user(visit).user
        guard user.endedAt == nil else { throw TurnedAway.notFound }
        let filled =
            visit.form.has("name")
            ? visit.form : Form(values: ["name": [user.name], "email": [user.email]], files: [:])
        return form(filled, of: user.name, visit.link(.userChange(id: id(user))), back(user, visit), problems)
    }

    private static func form(
        _ form: Form, of name: String, _ to: String, _ back: Crumb, _ problems: [Problem]
    ) -> Page {
        Page(
            "Correct \(name)’s name or address",
            lead:
                "Their roles, what they wrote and their school account stay theirs. Links that went to the old address "
                + "count no more.", crumb: back, problems: problems, room: .users,
            FormPage(
                to: to,
                [
                    .text(TextField("name", "Name", value: form["name"], autocomplete: "off", problems: problems)),
                    .text(
                        TextField(
                            "email", "E-mail address", value: form["email"], type: "email", autocomplete: "off",
                            problems: problems)),
                    .text(
                        TextField(
                            "why", "Why?", hint: "One sentence. They are told, and it goes on the record.",
                            value: form["why"], autocomplete: "off", problems: problems)),
                ], button: "Save", cancel: HeadAction("Leave it as it is", back.link)))
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        let user = try await UserRoutes.user(visit).user
        do {
            try await ChangeUser(
                user.id, name: visit.form["name"], email: visit.form["email"], why: visit.form.trimmed("why")
            ).perform(in: visit.work, by: visit.actor)
            return UserRoutes.back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await changing(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func returning(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let user = try await UserRoutes.user(visit).user
        guard user.endedAt != nil else { throw TurnedAway.notFound }
        return ReasonForm.page(
            "Let \(user.name) back in?",
            lead:
                "They come back without a role; give them what they need on their page. They get a one-time link: the "
                + "password and the school account of then let nobody in.",
            to: visit.link(.userReturn(id: id(user))), button: "Let them back in", back: back(user, visit),
            room: .users,
            form: visit.form, problems: problems)
    }

    @Sendable private static func reopen(_ visit: Visit) async throws -> Reply {
        let user = try await UserRoutes.user(visit).user
        do {
            let invitation = try await ReopenUser(user.id, why: visit.form.trimmed("why"))
                .perform(in: visit.work, by: visit.actor)
            guard let invitation else { return UserRoutes.back(visit) }
            return .page(
                try await UserRoutes.oneTimeLink(
                    visit, invitation.link, for: invitation.user, until: invitation.until))
        } catch ActionError.invalid(let errors) {
            return .page(try await returning(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func id(_ user: User) -> SiteURL.Part { .value(user.id.text) }

    private static func back(_ user: User, _ visit: Visit) -> Crumb {
        Crumb(user.name, visit.link(.user(id: id(user))))
    }

    static let examples = [
        form(
            Form(values: ["name": ["Priya Nair"], "email": ["p.nair@"]], files: [:]), of: "Priya Nair",
            "/harbour-view/users/2/change", Crumb("Priya Nair", "/harbour-view/users/2"),
            [Problem("email", "Enter an e-mail address such as name@school.example")])
    ]
}
