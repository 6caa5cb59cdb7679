import Actions
import Governance
import Reading

/// The handbook's routes: the policy in force, seen from several sides, and what it covers.
enum HandbookRoutes {
    static let all: [Route] = [
        .get(.policy, .signedIn, policy),
        .get(.policyRemarks, .signedIn) { visit in
            let policy = try await inForce(visit).policy
            return .page(
                PolicyRemarksPage.page(
                    policy, found: found(policy, visit), tabs: tabs(policy, visit, .policyRemarks),
                    policyLink: visit.link(.policy)))
        },
        .get(.policyCoverage, .signedIn) { visit in
            let policy = try await inForce(visit).policy
            return .page(
                PolicyCoveragePage.page(
                    own: policy, others: try policyOffers().map(\.policy), tabs: tabs(policy, visit, .policyCoverage)))
        },
        .get(.policyGuidance, .signedIn) { visit in
            let policy = try await inForce(visit).policy
            return .page(
                PolicyGuidancePage.page(
                    policy, tabs: tabs(policy, visit, .policyGuidance), policyLink: visit.link(.policy)))
        },
        .get(.policyVersions, .signedIn, versions),
        .get(.scope, .signedIn, scope),
    ]

    private static func inForce(_ visit: Visit) async throws -> PolicyInForce {
        guard let inForce = try await visit.work.policyInForce() else { throw TurnedAway.notFound }
        return inForce
    }

    @Sendable private static func policy(_ visit: Visit) async throws -> Reply {
        let inForce = try await inForce(visit)
        let policy = inForce.policy
        let notes = found(policy, visit)
        var facts = [
            Fact("State", inForce.version.inForceFrom.map { "In force here since \(When.date($0))" } ?? "Not in force"),
            Fact(
                "Approval on record",
                inForce.version.approval.map {
                    "\($0.by), \(When.date($0.on))" + ($0.minute.map { ", minute \($0)" } ?? "")
                } ?? "None"),
            Fact("Dated", policy.facts.dated.map(When.partial) ?? "The paper does not say"),
        ]
        if let status = policy.facts.status { facts.append(Fact("It calls itself", status)) }
        facts.append(Fact("Owner", policy.facts.owner ?? "The paper does not say"))
        return .page(
            PolicyPage.page(
                policy, facts: facts, tabs: tabs(policy, visit, .policy), notes: Array(notes.prefix(2)),
                more: notes.count + policy.remarks.count > 2 ? visit.link(.policyRemarks) : nil,
                adopted: "Adopted by \(visit.organisation?.name ?? "us")"))
    }

    private static func tabs(_ policy: Policy, _ visit: Visit, _ current: SiteURL) -> [Tab] {
        let remarks = policy.remarks.count + policy.remarks(on: Day(of: visit.now)).count
        let all: [(String, SiteURL, Int?)] = [
            ("Clauses", .policy, policy.clauses.count), ("Remarks", .policyRemarks, remarks),
            ("Coverage", .policyCoverage, nil), ("Guidance", .policyGuidance, nil), ("Versions", .policyVersions, nil),
        ]
        return all.map { text, url, count in
            Tab(text, visit.link(url), count: count, current: url == current, calls: url == .policyRemarks)
        }
    }

    /// What the program finds by itself, as notes.
    private static func found(_ policy: Policy, _ visit: Visit) -> [Note] {
        policy.remarks(on: Day(of: visit.now)).map { remark in
            let (tone, word): (Tone, String) =
                switch remark.kind {
                case .draft: (.hold, "A draft.")
                case .notApproved, .approverMissing, .notAdopted: (.block, "Not approved.")
                case .versionAfterApproval: (.hold, "Changed after approval.")
                case .reviewOverdue: (.block, "Overdue for review.")
                case .reviewMissing: (.hold, "No review.")
                case .outdatedEdition: (.warn, "An old edition.")
                case .notCarriedYet: (.quiet, "Not carried yet.")
                }
            return Note(
                tone, word, remark.says + (remark.source.map { " (\($0))" } ?? ""),
                clause: remark.at.map { ClauseChip.link(to: $0, in: visit) })
        }
    }

    @Sendable private static func versions(_ visit: Visit) async throws -> Reply {
        let history = try await visit.work.database.policyHistory()
        let policy = try await inForce(visit).policy
        let entries = history.versions.sorted { ($0.inForceFrom ?? $0.addedAt) > ($1.inForceFrom ?? $1.addedAt) }.map {
            version in
            let approval =
                version.approval.map {
                    "Approved by \($0.by) on \(When.date($0.on))" + ($0.minute.map { ", minute \($0)." } ?? ".")
                } ?? "No approval is on record."
            return LedgerEntry(
                When.date(version.inForceFrom ?? version.addedAt), title: "\(version.title) (\(version.words.key))",
                tag: tag(history.state(of: version, on: visit.now)),
                text: approval + " Its words have the digest \(version.words.digest.prefix(12)).")
        }
        return .page(
            Page(
                "Versions", tabs: tabs(policy, visit, .policyVersions), room: .policy,
                PolicyVersionsPage(ledger: entries)))
    }

    private static func tag(_ state: PolicyVersion.State) -> Tag {
        switch state {
        case .draft: Tag(.quiet, "Draft", icon: .draft)
        case .approved: Tag(.clear, "Approved", icon: .check)
        case .coming: Tag(.quiet, "Coming", icon: .calendar)
        case .inForce: Tag(.clear, "In force", icon: .check)
        case .replaced: Tag(.quiet, "Replaced", icon: .history)
        }
    }

    @Sendable private static func scope(_ visit: Visit) async throws -> Reply {
        let (whose, touches, who) = (visit.query["whose"], visit.query["touches"], visit.query["who"])
        let answer = ScopeQuestions.answer(
            whose: whose, touches: touches, who: who, under: try await inForce(visit).policy)
        return .page(
            Page(
                "Is it covered by the policy?", lead: "Three questions. Nothing is stored.", room: .scope,
                ScopePage(
                    to: visit.link(.scope), verdict: answer?.verdict, says: answer?.says ?? [],
                    clauses: answer?.clauses.map { ClauseChip.link(to: $0, in: visit) } ?? [],
                    whose: ScopeQuestions.whose(whose), touches: ScopeQuestions.touches(touches),
                    who: ScopeQuestions.who(who))))
    }
}
