import Actions
import Foundation
import Governance
import Reading

/// Signing in with the school's own account: the way there and back, and how an administrator sets it up.
enum ProviderRoutes {
    static let all: [Route] = [
        .get(.signInElsewhere, .anyone) { visit in try await begin(.signIn, visit) },
        .get(.linkElsewhere(token: .any), .anyone) { visit in
            guard try await visit.work.bindsAccounts(link: visit.part("token")) else { throw TurnedAway.linkIsOver }
            return try await begin(.link(visit.part("token")), visit)
        },
        .get(.bindElsewhere, .signedIn) { visit in .page(try await bindForm(visit)) },
        .post(.bindElsewhere, .signedIn, .form, bind),
        .get(.signInBack, .anyone, back),
        .get(.provider, .administrators) { visit in .page(try await page(visit)) },
        .get(.providerChange, .administrators) { visit in .page(try await form(visit)) },
        .post(.providerChange, .administrators, .form, change),
        .get(.providerTrial, .administrators) { visit in try await begin(.trial(visit.me.user.id), visit) },
        .post(.providerSwitch, .administrators) { visit in
            try await SwitchSignInProvider(on: visit.form["on"] == "yes").perform(in: visit.work, by: visit.actor)
            return .see(.provider)
        },
        .get(.providerRemoval, .administrators) { visit in .page(removal(visit)) },
        .post(.providerRemoval, .administrators, .form) { visit in
            do {
                try await RemoveSignInProvider(why: visit.form.trimmed("why")).perform(in: visit.work, by: visit.actor)
                return .see(.provider)
            } catch ActionError.invalid(let errors) { return .page(removal(visit, errors.map(Problem.init))) }
        },
    ]

    // MARK: - There and back

    /// Where somebody with a one-time link signs in with the school's account instead; nil where there is no provider, or
    /// the link was only asked for.
    static func link(_ visit: Visit) async throws -> HeadAction? {
        guard try await visit.work.bindsAccounts(link: visit.part("token")) else { return nil }
        return try await visit.work.providerInUse().map {
            HeadAction("Sign in with \($0.title)", visit.link(.linkElsewhere(token: .value(visit.part("token")))))
        }
    }

    private static func begin(_ reason: BeginProviderSignIn.Reason, _ visit: Visit) async throws -> Reply {
        do {
            let begun = try await BeginProviderSignIn(reason, back: address(visit), address: visit.address).perform(
                in: visit.work)
            return .elsewhere(begun.address, step: begun.browser)
        } catch ActionError.later(_, let says) {
            if case .trial = reason {
                return .page(try await page(visit, notes: [Note(.hold, "That did not work.", says)]))
            }
            if visit.visitor != nil { throw TurnedAway.later(says + ".") }
            return .page(try await SignIn.page(for: visit, notes: [notIn(says)]))
        }
    }

    private static func bindForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        guard let provider = try await visit.work.providerInUse() else { throw TurnedAway.notFound }
        let me = try await visit.work.database.user(visit.me.user.id)
        return BindAccount.form(
            provider.title, hasPassword: me?.hasPassword ?? false, to: visit.link(.bindElsewhere),
            back: Crumb("My page", visit.link(.me)), problems: problems)
    }

    @Sendable private static func bind(_ visit: Visit) async throws -> Reply {
        guard let provider = try await visit.work.providerInUse() else { throw TurnedAway.notFound }
        do {
            let begun = try await BeginProviderSignIn(
                .bind(visit.me.user.id, password: visit.form["current"]), back: address(visit)
            ).perform(in: visit.work)
            return .stepTo(
                token: begun.browser,
                BindAccount.onward(
                    provider.title, to: begun.address, back: Crumb("My page", visit.link(.me))))
        } catch ActionError.invalid(let errors) {
            return .page(try await bindForm(visit, problems: errors.map(Problem.init)))
        } catch ActionError.later(_, let says) { throw TurnedAway.later(says + ".") }
    }

    /// The one address to which the provider sends people back: the same for everyone of an organisation.
    private static func address(_ visit: Visit) async throws -> String {
        guard let address = try await visit.site.installation?.publicAddress() else {
            throw ActionError.conflict(
                "Nobody has said yet at which address people reach Chaperone. Whoever looks after the machine says it with "
                    + "`chaperone address`")
        }
        return address + visit.link(.signInBack)
    }

    @Sendable private static func back(_ visit: Visit) async throws -> Reply {
        let answer = try await FinishProviderSignIn(
            state: visit.query["state"], code: visit.query["code"], refusal: visit.query["error"],
            issuer: visit.query["iss"], browser: visit.step, back: address(visit), device: Device.name(visit.device)
        ).perform(in: visit.work)
        switch answer {
        case .signedIn(_, let cookie): return .signedIn(token: cookie, .home)
        case .consentNeeded(let user): return try await begin(.consent(user), visit)
        case .tried(let identity):
            guard WhoMay.administrators.admits(visit.visitor) else { return .see(.signIn) }
            return .page(try await page(visit, notes: [ProviderPage.tried(identity)]))
        case .refused(let says, true) where WhoMay.administrators.admits(visit.visitor):
            return .page(try await page(visit, notes: [Note(.hold, "That did not work.", says + ".")]))
        case .refused(let says, _): return .page(try await SignIn.page(for: visit, notes: [notIn(says)]))
        }
    }

    private static func notIn(_ says: String) -> Note { Note(.hold, "You are not signed in.", says + ".") }

    // MARK: - Setting it up

    private static func page(_ visit: Visit, notes: [Note] = []) async throws -> Page {
        let kept = try await visit.work.database.providerEntered()
        let bound = try await visit.work.database.boundUsers().count
        let address = try? await address(visit)
        var page = ProviderPage.page(
            kept?.provider, tried: kept?.triedAt.map { When.near($0, now: visit.now) }, redirect: address,
            bound: bound, notes: notes, visit: visit)
        page.actions.append(HeadAction("Bring in roles", icon: .upload, visit.link(.roleList)))
        return page
    }

    private static func form(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let kept = try await visit.work.database.providerEntered()
        let schools = try await visit.work.database.schools()
        let form = visit.form.has("kind") ? visit.form : ProviderForm.form(of: kept?.provider, schools: schools)
        return ProviderForm.page(
            form, hasSecret: kept != nil, to: visit.link(.providerChange),
            back: Crumb("How people sign in", visit.link(.provider)), problems: problems)
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        do {
            let schools = try await visit.work.database.schools()
            try await ChangeSignInProvider(
                to: try ProviderForm.provider(visit.form, schools: schools), secret: visit.form["secret"]
            ).perform(in: visit.work, by: visit.actor)
            return .see(.provider)
        } catch ActionError.invalid(let errors) {
            return .page(try await form(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func removal(_ visit: Visit, _ problems: [Problem] = []) -> Page {
        ReasonForm.page(
            "Take the provider away?",
            lead: "Nobody signs in with a school account any more. Those without a password need a one-time link.",
            to: visit.link(.providerRemoval), button: "Take it away",
            back: Crumb("How people sign in", visit.link(.provider)), room: .users, form: visit.form,
            problems: problems)
    }
}
