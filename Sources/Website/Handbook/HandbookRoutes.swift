import Actions
import Foundation
import Governance
import Reading

/// The handbook's routes: the policy in force, seen from several sides, and what it covers.
enum HandbookRoutes {
    static let all: [Route] =
        [
            .get(.policy, .signedIn, policy),
            .get(.policyRemarks, .signedIn) { visit in
                let shown = try await PolicyShown(visit)
                return .page(
                    PolicyRemarksPage.page(
                        shown.policy, on: Day(of: visit.now), tabs: shown.tabs(visit, .policyRemarks),
                        policyLink: visit.link(.policy) + shown.query))
            },
            .get(.policyCoverage, .signedIn) { visit in
                let shown = try await PolicyShown(visit)
                return .page(
                    PolicyCoveragePage.page(
                        own: shown.policy, others: try policyOffers().map(\.policy),
                        tabs: shown.tabs(visit, .policyCoverage), policyLink: visit.link(.policy) + shown.query,
                        foot: "\(shown.policy.title) of \(shown.policy.organisation), version "
                            + "\(shown.inForce.version.words.digest.prefix(12)), read on \(When.date(visit.now))."))
            },
            .get(.policyGuidance, .signedIn) { visit in
                let shown = try await PolicyShown(visit)
                return .page(
                    PolicyGuidancePage.page(
                        shown.policy, tabs: shown.tabs(visit, .policyGuidance),
                        policyLink: visit.link(.policy) + shown.query))
            },
            .get(.scope, .signedIn, scope),
        ] + PolicyVersionRoutes.all + NewPolicyVersionRoutes.all + PolicySchoolRoutes.all
        + AcknowledgementRoutes.all + RegisterRoutes.all + TrainingRoutes.all + TrainingRecording.routes
        + TrainingListRoutes.all
        + CourseRoutes.all + SessionRoutes.all
        + SafeguardingRoutes.all + FamiliesRoutes.all + PlatformRoutes.all

    @Sendable private static func policy(_ visit: Visit) async throws -> Reply {
        let shown = try await PolicyShown(visit)
        let (policy, version) = (shown.policy, shown.inForce.version)
        let link = visit.link(.policy) + shown.query
        let notes = policy.foundNotes(on: Day(of: visit.now), policyLink: link)
        var facts = [
            Fact(
                "State", version.inForceFrom.map { "In force here since \(When.date($0))" } ?? "Not in force",
                link: visit.link(.policyVersion(.value(version.id.text)))),
            Fact("Approval on record", version.approvalInWords ?? "None"),
            Fact("Dated", policy.facts.dated.map(When.partial) ?? "The paper does not say"),
        ]
        if let status = policy.facts.status { facts.append(Fact("It calls itself", status)) }
        facts.append(Fact("Owner", policy.facts.owner ?? "The paper does not say"))
        facts.append(
            Fact("Next review", policy.reviewDue.map(When.partial) ?? "The paper names no date"))
        let remarks = notes.count + policy.remarks.count
        return .page(
            PolicyPage.page(
                policy, standing: try await Note(standingOf: shown, visit), facts: facts,
                tabs: shown.tabs(visit, .policy), notes: Array(notes.prefix(2)),
                more: remarks > 2 ? HeadAction("All remarks", visit.link(.policyRemarks) + shown.query) : nil,
                adopted: "Adopted by \(shown.school?.name ?? visit.organisation?.name ?? "us")",
                others: shown.others(.policy, visit),
                actions: WhoMay.policyKeepers.admits(visit.visitor)
                    ? [HeadAction("Bring in a new version", icon: .upload, visit.link(.newPolicyVersion))] : []))
    }

    @Sendable private static func scope(_ visit: Visit) async throws -> Reply {
        let (whose, touches, who) = (visit.query["whose"], visit.query["touches"], visit.query["who"])
        let shown = try await PolicyShown(visit)
        let answer = ScopeQuestions.answer(whose: whose, touches: touches, who: who, under: shown.policy)
        let problems = ScopeQuestions.problems(whose: whose, touches: touches, who: who)
        return .page(
            Page(
                "Is it covered by the policy?",
                lead: "Three questions about a post, a comment or an account. Nothing of it is stored.",
                problems: problems, room: .scope,
                ScopePage(
                    to: visit.link(.scope), verdict: answer?.verdict, says: answer?.says ?? [],
                    clauses: answer?.clauses.map {
                        ClauseChip($0, at: visit.link(.policy) + shown.query + "#" + ClauseChip.anchor($0))
                    } ?? [],
                    tell: answer?.isCovered == true ? HeadAction("Tell the DSL", visit.link(.tellDSL)) : nil,
                    again: answer == nil ? nil : visit.link(.scope),
                    whose: ScopeQuestions.whose(whose, problems), touches: ScopeQuestions.touches(touches, problems),
                    who: ScopeQuestions.who(who, problems))))
    }
}
