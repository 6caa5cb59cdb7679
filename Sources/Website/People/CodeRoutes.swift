import Actions
import Governance
import Reading

/// The second step of signing in by password.
enum CodeRoutes {
    static let all: [Route] = [
        .get(.signInCode, .anyone) { visit in
            guard let step = visit.step, try await GiveOneTimeCode.isSettingUp(step, in: visit.work) == false else {
                return .see(.signIn)
            }
            return .page(form(visit))
        },
        .post(.signInCode, .anyone, .upload(megabytes: 1), give),
        .get(.codeSetUp, .anyone) { visit in try await setUp(visit) },
        .post(.codeSetUp, .anyone, .form, confirm),
        .get(.myCodes, .signedIn) { visit in .page(try await beginning(visit)) },
        .post(.myCodes, .signedIn, .form, begin),
        .get(.userCodes(id: .any), .administrators) { visit in .page(try await UserEnds.codes(visit)) },
        .post(.userCodes(id: .any), .administrators, .form, UserEnds.resetCodes),
    ]

    static func form(_ visit: Visit, keeping kept: KeptForm? = nil, problems: [Problem] = []) -> Page {
        CodeForm.page(to: visit.link(.signInCode), again: visit.link(.signIn), problems: problems, keeping: kept)
    }

    @Sendable private static func give(_ visit: Visit) async throws -> Reply {
        guard let step = visit.step else { return .see(.signIn) }
        switch try await GiveOneTimeCode(step: step, code: visit.form["code"]).perform(in: visit.work) {
        case .signedIn(_, let cookie, _): return try await SignInRoutes.signedIn(cookie, visit)
        case .refused(let says):
            return .page(form(visit, keeping: KeptForm(carriedBy: visit), problems: [Problem("code", says)]))
        case .over: return .page(try await over(visit))
        }
    }

    private static func beginning(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        guard try await visit.work.database.user(visit.me.user.id)?.hasPassword == true else {
            throw TurnedAway.notFound
        }
        return CodeForm.begin(
            to: visit.link(.myCodes), back: Crumb("My page", visit.link(.me)), problems: problems)
    }

    @Sendable private static func begin(_ visit: Visit) async throws -> Reply {
        do {
            let step = try await BeginOneTimeCodes(
                user: visit.me.user.id, password: visit.form["current"], device: Device.name(visit.device)
            ).perform(in: visit.work)
            return .step(token: step, visit.link(.codeSetUp))
        } catch ActionError.invalid(let errors) {
            return .page(try await beginning(visit, problems: errors.map(Problem.init)))
        } catch ActionError.later(_, let says) {
            return .page(try await beginning(visit, problems: [Problem("current", says)]))
        }
    }

    private static func setUp(_ visit: Visit, problems: [Problem] = []) async throws -> Reply {
        guard let step = visit.step, let key = try await SetUpOneTimeCodes(step: step).key(in: visit.work) else {
            return .see(.signIn)
        }
        return .page(CodeSetUpPage.page(key, to: visit.link(.codeSetUp), problems: problems))
    }

    @Sendable private static func confirm(_ visit: Visit) async throws -> Reply {
        guard let step = visit.step else { return .see(.signIn) }
        switch try await SetUpOneTimeCodes(step: step).confirm(visit.form["code"], in: visit.work) {
        case .signedIn(_, let cookie, let recovery):
            return .signedInTo(token: cookie, RecoveryCodesPage.page(recovery, home: visit.link(.home)))
        case .refused(let says): return try await setUp(visit, problems: [Problem("code", says)])
        case .over: return .page(try await over(visit))
        }
    }

    private static func over(_ visit: Visit) async throws -> Page {
        try await SignIn.page(
            for: visit, keeping: KeptForm(carriedBy: visit),
            notes: [Note(.hold, "That took too long.", "Enter your password again.", icon: .clock)])
    }
}
