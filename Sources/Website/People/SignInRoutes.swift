import Actions
import Governance
import Reading

/// The way in and out: password, one-time link, the demonstration's people, sessions.
enum SignInRoutes {
    static let all: [Route] = [
        .get(.signIn, .anyone) { visit in
            if visit.visitor != nil { return .see(.home) }
            return .page(try await SignIn.page(for: visit))
        },
        // a kept form comes back here with its names made longer
        .post(.signIn, .anyone, .upload(megabytes: 1), signIn),
        .post(.signOut, .signedIn) { visit in
            try await SignOut(session: visit.me.session).perform(in: visit.work, by: visit.actor)
            return .signedOut(.signIn)
        },
        .get(.whoWillYouBe, .anyone, whoWillYouBe),
        .post(.whoWillYouBe, .anyone) { visit in
            try demonstrationOnly(visit)
            let secret = try await DemonstrationSignIn(
                user: Identifier(visit.form["user"]), device: Device.name(visit.device)
            ).perform(in: visit.work)
            return try await signedIn(secret, visit)
        },
        .get(.newPassword(token: .any), .anyone) { visit in
            .page(
                NewPassword.page(
                    name: try await owner(of: visit).name, to: linkBack(visit),
                    elsewhere: try await ProviderRoutes.link(visit)))
        },
        .post(.newPassword(token: .any), .anyone, .form, setPassword),
        .get(.sessions, .signedIn, sessions),
        .post(.sessions, .signedIn) { visit in
            let me = try visit.me
            try await EndAllSessions(user: me.user.id, but: me.session).perform(in: visit.work, by: visit.actor)
            return .see(.sessions)
        },
        .post(.session(id: .any), .signedIn) { visit in
            let id = Identifier<UserSession>(visit.part("session"))
            try await EndSession(session: id).perform(in: visit.work, by: visit.actor)
            return try visit.me.session == id ? .signedOut(.signIn) : .see(.sessions)
        },
    ]

    @Sendable private static func signIn(_ visit: Visit) async throws -> Reply {
        let answer = try await Actions.SignIn(
            email: visit.form["email"], password: visit.form["password"], address: visit.address ?? "unknown",
            device: Device.name(visit.device)
        ).perform(in: visit.work)
        let kept = KeptForm(carriedBy: visit)
        switch answer {
        case .signedIn(_, let cookie): return try await signedIn(cookie, visit)
        case .needsCode(let step) where kept != nil: return .stepTo(token: step, CodeRoutes.form(visit, keeping: kept))
        case .needsCode(let step): return .step(token: step, visit.link(.signInCode))
        case .needsCodeSetUp(let step): return .step(token: step, visit.link(.codeSetUp))
        case .refused, .wait: break
        }
        return .page(
            try await SignIn.page(
                for: visit, keeping: kept, email: visit.form.trimmed("email"),
                problems: [Problem("password", answer.says ?? "")]))
    }

    /// Home, or the form that was kept meanwhile, unless somebody else had written it at this browser.
    static func signedIn(_ secret: String, _ visit: Visit) async throws -> Reply {
        guard let kept = KeptForm(carriedBy: visit) else { return .signedIn(token: secret, .home) }
        if let cookie = visit.lostCookie, let owner = try await visit.work.owner(ofCookie: cookie),
            try await visit.work.signedIn(cookie: secret)?.user.id != owner
        {
            return .signedIn(token: secret, .home)
        }
        return .signedInTo(token: secret, kept.page())
    }

    /// The way in again for someone whose session ended while they wrote.
    static func again(_ visit: Visit, keeping kept: KeptForm) async throws -> Page {
        visit.organisation?.demonstration == true
            ? try await people(visit, keeping: kept) : try await SignIn.page(for: visit, keeping: kept)
    }

    @Sendable private static func whoWillYouBe(_ visit: Visit) async throws -> Reply {
        .page(try await people(visit))
    }

    private static func people(_ visit: Visit, keeping kept: KeptForm? = nil) async throws -> Page {
        try demonstrationOnly(visit)
        let database = try visit.work.database
        let people = try await database.users().filter { $0.user.endedAt == nil }.map { line in
            WhoWillYouBe.Persona(
                id: line.user.id.text, name: line.user.name, roles: Set(line.grants.map(\.grant.role)))
        }
        let others = try await visit.site.installation?.organisations() ?? []
        return WhoWillYouBe.page(
            school: visit.organisation?.name ?? "", to: visit.link(.whoWillYouBe), people: people,
            others: others.filter { $0.slug != visit.organisation?.key }.map {
                WhoWillYouBe.Elsewhere($0.name, SiteURL.whoWillYouBe.link(in: $0.slug))
            }, keeping: kept)
    }

    private static func demonstrationOnly(_ visit: Visit) throws {
        guard visit.organisation?.demonstration == true else { throw TurnedAway.notFound }
    }

    private static func owner(of visit: Visit) async throws -> User {
        guard let user = try await visit.work.user(ofLink: visit.part("token")) else {
            throw TurnedAway.linkIsOver
        }
        return user
    }

    private static func linkBack(_ visit: Visit) -> String {
        visit.link(.newPassword(token: .value(visit.part("token"))))
    }

    @Sendable private static func setPassword(_ visit: Visit) async throws -> Reply {
        let user = try await owner(of: visit)
        let again = { (problems: [Problem]) in
            Reply.page(NewPassword.page(name: user.name, to: linkBack(visit), problems: problems))
        }
        guard visit.form["password"] == visit.form["again"] else {
            return again([Problem("again", "The two do not agree")])
        }
        do {
            try await SetPassword(link: visit.part("token"), password: visit.form["password"]).perform(in: visit.work)
        } catch ActionError.invalid(let errors) {
            return again(errors.map(Problem.init))
        }
        let answer = try await Actions.SignIn(
            email: user.email, password: visit.form["password"], address: visit.address ?? "unknown",
            device: Device.name(visit.device)
        ).perform(in: visit.work)
        switch answer {
        case .signedIn(_, let cookie): return .signedIn(token: cookie, .home)
        case .needsCode(let step): return .step(token: step, visit.link(.signInCode))
        case .needsCodeSetUp(let step): return .step(token: step, visit.link(.codeSetUp))
        case .refused, .wait: return .see(.signIn)
        }
    }

    @Sendable private static func sessions(_ visit: Visit) async throws -> Reply {
        let me = try visit.me
        let sessions = try await visit.work.database.sessions(of: me.user.id)
        return .page(
            SessionsPage.page(
                sessions.map { session in
                    SessionsPage.Line(
                        session.device, since: When.near(session.madeAt, now: visit.now),
                        last: When.near(session.lastUsedAt, now: visit.now), current: session.id == me.session,
                        end: visit.link(.session(id: .value(session.id.text))))
                }, endOthers: visit.link(.sessions)))
    }
}

extension SignIn {
    static func page(
        for visit: Visit, keeping kept: KeptForm? = nil, email: String = "", notes: [Note] = [],
        problems: [Problem] = []
    ) async throws -> Page {
        let provider = try await visit.arrival?.organisation?.providerInUse()
        let hasMail = try await visit.arrival?.organisation?.isMailOn() ?? false
        return page(
            to: visit.link(.signIn), email: email, problems: problems, notes: notes,
            demonstration: visit.organisation?.demonstration == true
                ? HeadAction("Choose a person of the demonstration", visit.link(.whoWillYouBe)) : nil,
            elsewhere: provider.map { HeadAction("Sign in with \($0.title)", visit.link(.signInElsewhere)) },
            forgotten: hasMail ? visit.link(.forgotten) : nil, keeping: kept)
    }
}
