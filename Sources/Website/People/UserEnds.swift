import Actions
import Governance
import Reading

/// Ending a role, a stand-in's time, or a user's way in: each asks why.
enum UserEnds {
    static func role(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let line = try await UserRoutes.user(visit)
        guard let row = line.grants.first(where: { $0.id.text == visit.part("grant") }) else {
            throw TurnedAway.notFound
        }
        return page(
            visit, line.user, "End the role of \(row.grant.role.title)?",
            "\(line.user.name) holds it no longer from this moment on.",
            .userRole(id: .value(line.user.id.text), grant: .value(row.id.text)), "End the role", problems)
    }

    static func deputy(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let line = try await UserRoutes.user(visit)
        let deputies = try await visit.work.database.deputies()
        guard
            let row = deputies.first(where: { $0.id.text == visit.part("deputising") && $0.absent == line.user.id }),
            let deputy = try await visit.work.database.user(row.deputy)
        else { throw TurnedAway.notFound }
        return page(
            visit, line.user, "End \(deputy.user.name)’s time as stand-in?",
            "What waits for \(line.user.name) does not wait for them any more.",
            .userDeputy(id: .value(line.user.id.text), deputising: .value(row.id.text)), "End it", problems)
    }

    static func user(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let line = try await UserRoutes.user(visit)
        let owed = try await visit.work.sectionsOwedOnLeaving(by: line.user.id)
        var page = page(
            visit, line.user, "Shut \(line.user.name) out?",
            "Every session and every role ends at once. What was done stays on the record.",
            .userEnd(id: .value(line.user.id.text)), "Shut out", problems)
        guard let section = owed.first, var form = page.content as? FormPage else { return page }
        form.notes = [
            Note(
                .hold, "They have not said yet that what is confidential stays so.",
                "Ask them while they can still sign in.", clause: ClauseChip.link(to: section, in: visit),
                link: HeadAction("Ask them first", visit.link(.leaverSaid(.value(line.user.id.text)))))
        ]
        form.parts.append(
            .choices(
                ChoiceField(
                    "unasked", "If they cannot be asked", several: true,
                    [("yes", "Shut them out now", "Senior leaders get a task to have it from them in writing")],
                    chosen: Set(visit.form.all("unasked")), problems: problems)))
        page.content = form
        return page
    }

    static func codes(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let line = try await UserRoutes.user(visit)
        return page(
            visit, line.user, "Reset \(line.user.name)’s codes?",
            "Every session of theirs ends, and their password counts no more. You get a one-time link to hand over to them; "
                + "with it they set a password and new codes. Be sure that it is they who ask: look at them, or ring the "
                + "number that you know.",
            .userCodes(id: .value(line.user.id.text)), "Reset the codes", problems)
    }

    @Sendable static func resetCodes(_ visit: Visit) async throws -> Reply {
        let user = try await UserRoutes.user(visit).user
        do {
            let made = try await ResetOneTimeCodes(user: user.id, why: visit.form.trimmed("why"))
                .perform(in: visit.work, by: visit.actor)
            guard let made else { return UserRoutes.back(visit) }
            // handed over, and not mailed: whoever has the telephone may have the mailbox too
            let address = try await visit.site.installation?.publicAddress() ?? ""
            return .page(
                OneTimeLinkPage.page(
                    name: user.name, link: address + visit.link(.newPassword(token: .value(made.secret))),
                    until: When.near(made.until, now: visit.now),
                    back: Crumb(user.name, visit.link(.user(id: .value(user.id.text))))))
        } catch ActionError.invalid(let errors) {
            return .page(try await codes(visit, problems: errors.map(Problem.init)))
        }
    }

    static func provider(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let line = try await UserRoutes.user(visit)
        return page(
            visit, line.user, "Release \(line.user.name)’s school account?",
            "Every session of theirs ends. They come in again by a one-time link, with a password or another account.",
            .userProvider(id: .value(line.user.id.text)), "Release it", problems)
    }

    @Sendable static func releaseProvider(_ visit: Visit) async throws -> Reply {
        try await ending(visit, again: provider) { why in
            try await ReleaseIdentity(user: Identifier(visit.part("user")), why: why)
                .perform(in: visit.work, by: visit.actor)
        }
    }

    @Sendable static func endRole(_ visit: Visit) async throws -> Reply {
        try await ending(visit, again: role) { why in
            try await EndGrant(grant: Identifier(visit.part("grant")), why: why)
                .perform(in: visit.work, by: visit.actor)
        }
    }

    @Sendable static func endDeputy(_ visit: Visit) async throws -> Reply {
        try await ending(visit, again: deputy) { why in
            guard !why.isEmpty else { throw ActionError.invalid("why", "Say why it ends early") }
            try await EndDeputy(deputising: Identifier(visit.part("deputising")), why: why)
                .perform(in: visit.work, by: visit.actor)
        }
    }

    @Sendable static func endUser(_ visit: Visit) async throws -> Reply {
        try await ending(visit, again: user) { why in
            try await EndUser(
                user: Identifier(visit.part("user")), why: why, isUnasked: visit.form["unasked"] == "yes"
            )
            .perform(in: visit.work, by: visit.actor)
        }
    }

    private static func ending(
        _ visit: Visit, again: (Visit, [Problem]) async throws -> Page, _ end: (String) async throws -> Void
    ) async throws -> Reply {
        do {
            try await end(visit.form.trimmed("why"))
            return UserRoutes.back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await again(visit, errors.map(Problem.init)))
        } catch ActionError.conflict(let says) {
            return .page(try await again(visit, [Problem("why", says)]))
        }
    }

    private static func page(
        _ visit: Visit, _ user: User, _ heading: String, _ lead: String, _ url: SiteURL, _ button: String,
        _ problems: [Problem]
    ) -> Page {
        ReasonForm.page(
            heading, lead: lead, to: visit.link(url), button: button,
            back: Crumb(user.name, visit.link(.user(id: .value(user.id.text)))), room: .users, form: visit.form,
            problems: problems)
    }
}
