import Actions
import Foundation
import Governance
import Reading

/// Asking for an account, the decision or the telling, and its opening.
enum ApplicationRoutes {
    static let all: [Route] = [
        .get(.accountAsking, .signedIn) { visit in .page(try await AccountDesk(visit).askingForm()) },
        .post(.accountAsking, .signedIn, .form, ask),
        .get(.accountApplication(.any), .signedIn) { visit in .page(try await AccountDesk(visit).applicationPage()) },
        .post(.accountDecision(.any), .signedIn, .form, decide),
        .post(.accountTelling(.any), .signedIn, .form, tell),
        .post(.accountWithdrawal(.any), .signedIn, .form, withdraw),
        .get(.accountOpening(.any), .signedIn) { visit in .page(try await AccountDesk(visit).openingForm()) },
        .post(.accountOpening(.any), .signedIn, .form, open),
    ]

    @Sendable private static func ask(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let form = visit.form
        let school = try await desk.askingSchool(form)
        var asked = AccountCase(
            name: form["name"], network: Network(rawValue: form["network"]) ?? .other,
            type: Draft.AccountType(rawValue: form["type"]) ?? .schoolMain,
            readers: PostingAccount.Readers(rawValue: form["readers"]) ?? .families,
            forSixthForm: form["sixthForm"] == "yes", isPersonal: form["personal"] == "yes", aim: form["aim"],
            audience: form["audience"], promotion: form["promotion"],
            openness: AccountOpenness(rawValue: form["openness"]), reason: form["reason"], talk: form["talk"])
        let thought = TeachingConsideration(
            purpose: form.trimmed("aim"), group: form.trimmed("teaching-group"), ages: form.trimmed("teaching-ages"),
            risks: form.trimmed("teaching-risks"))
        if asked.type == .teaching { asked.teaching = thought }
        if !form["account"].isEmpty { asked.existing = Identifier(form["account"]) }
        do {
            asked.operators = try await desk.operators()
            asked.lead = asked.operators.first
            switch try await ApplyForAccount(school: school, asked: asked).perform(in: desk.work, by: desk.actor) {
            case .done(let id): return .see(.accountApplication(.value(id.text)))
            case .refused(let refusal):
                return .page(try await desk.askingForm(form, problems: AccountWords.problems(refusal)))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.askingForm(form, problems: errors.map(Problem.init)))
        }
    }

    @Sendable private static func decide(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let application = try await desk.application()
        let form = visit.form
        let answer: DecideApplication.Answer
        switch form["answer"] {
        case "approve":
            answer = .approve(trained: Set(form.all("trained").map { Identifier($0) }), why: form["reason"])
        case "reject": answer = .reject(reason: form["reason"])
        default:
            return .page(try await desk.applicationPage(problems: [Problem("answer", "Choose what you decide")]))
        }
        do {
            let outcome = try await DecideApplication(application.id, answer).perform(in: desk.work, by: desk.actor)
            if let refusal = outcome.refusal {
                return .page(
                    try await desk.applicationPage(
                        problems: (refusal.blocks + refusal.holds).map { AccountWords.problem($0, field: "answer") }))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.applicationPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountApplication(.value(application.id.text)))
    }

    @Sendable private static func tell(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let application = try await desk.application()
        do {
            try await TellOfAccount(application.id, address: visit.form["address"])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.applicationPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountApplication(.value(application.id.text)))
    }

    @Sendable private static func withdraw(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let application = try await desk.application()
        do {
            try await WithdrawApplication(application.id, why: visit.form["why"])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.applicationPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountApplication(.value(application.id.text)))
    }

    @Sendable private static func open(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let application = try await desk.application()
        let form = visit.form
        do {
            let outcome = try await ActivateAccount(
                application.id, handle: form["handle"], details: try AccountForms.details(in: form, now: visit.now),
                why: form["why"]
            ).perform(in: desk.work, by: desk.actor)
            switch outcome {
            case .done(let account): return .see(.account(.value(account.text)))
            case .refused(let refusal):
                return .page(try await desk.openingForm(form, problems: AccountWords.problems(refusal)))
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.openingForm(form, problems: errors.map(Problem.init)))
        }
    }
}
