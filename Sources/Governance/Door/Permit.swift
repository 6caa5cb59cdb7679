import Foundation

/// Proof that the door let one act through; a change that needs one cannot be asked for without it.
///
/// Only `Door` makes it: its initialiser is private to this file, so a change of the Store that takes a permit cannot
/// be reached round the door. This does not compile anywhere else:
///
///     Permit(act: act, decision: decision)   // inaccessible due to 'fileprivate' protection level
package struct Permit<Subject: Act>: Sendable {
    package let act: Subject
    package let decision: Decision

    fileprivate init(act: Subject, decision: Decision) {
        self.act = act
        self.decision = decision
    }
}

/// The act of asking that another act be approved.
package struct AskApproval<Subject: Act>: Act {
    package let act: Subject
}

/// The answer of the door to one act.
package enum Admission<Subject: Act>: Sendable {
    case admitted(Permit<Subject>)
    case refused(Refusal)
}

/// Why an act did not go through: the findings that nothing on record covers.
package struct Refusal: Sendable, Equatable {
    package let decision: Decision
    /// Blocks that no confirmed correction covers: the act must change.
    package let blocks: [Finding]
    /// Holds whose own role has not released them.
    package let holds: [Finding]
}

extension Refusal {
    /// The part of it that rests on these findings; nil when none of them stops the act.
    package func narrowed(to isMeant: (Finding) -> Bool) -> Refusal? {
        let (blocks, holds) = (blocks.filter(isMeant), holds.filter(isMeant))
        return blocks.isEmpty && holds.isEmpty ? nil : Refusal(decision: decision, blocks: blocks, holds: holds)
    }
}

/// Someone in a role let one held finding go, with a reason.
package struct Release: Sendable, Equatable, Codable {
    package var finding: FindingKey
    package var role: Role
    package var by: Identifier<User>
    package var reason: String

    package init(_ finding: FindingKey, as role: Role, by: Identifier<User>, reason: String) {
        self.finding = finding
        self.role = role
        self.by = by
        self.reason = reason
    }
}

/// An author's correction of fact ("not our pupil"), confirmed by an approver.
package struct ConfirmedCorrection: Sendable, Equatable, Codable {
    package var finding: FindingKey
    package var by: Identifier<User>
    package var says: String

    package init(_ finding: FindingKey, by: Identifier<User>, says: String) {
        self.finding = finding
        self.by = by
        self.says = says
    }
}

/// The one way from wanting something to doing it: it examines the act itself and takes nobody's word for a decision.
/// docs/decisions/permit-of-the-door.md says what that proves and what not.
package struct Door<Subject: Act>: Sendable {
    package let rulebook: Rulebook<Subject>
    package let policy: PolicyVersionID
    package let controlsRevision: String

    package init(_ rulebook: Rulebook<Subject>, policy: PolicyVersionID, controlsRevision: String) {
        self.rulebook = rulebook
        self.policy = policy
        self.controlsRevision = controlsRevision
    }

    /// What the policy says of the act, without letting it through.
    package func decide(_ act: Subject, at instant: Date) -> Decision {
        Decision(
            findings: rulebook.findings(on: act), policy: policy, controlsRevision: controlsRevision, at: instant)
    }

    /// Lets the act through when every block is corrected and every hold is corrected or released by its role,
    /// or by one above it.
    package func admit(
        _ act: Subject, at instant: Date, releases: [Release] = [], corrections: [ConfirmedCorrection] = []
    ) -> Admission<Subject> {
        let decision = decide(act, at: instant)
        let open = decision.findings.filter { finding in
            finding.severity != .warn && !Self.isCorrected(finding, by: corrections)
        }
        let blocks = open.filter { $0.severity == .block }
        let holds = open.filter { $0.severity == .hold && !Self.isReleased($0, by: releases) }
        guard blocks.isEmpty, holds.isEmpty else {
            return .refused(Refusal(decision: decision, blocks: blocks, holds: holds))
        }
        return .admitted(Permit(act: act, decision: decision))
    }

    /// Lets someone ask for approval: a hold waits for its role, and a block may wait where the author offers a
    /// correction of every reading it rests on. The permit is for asking alone, and lets nothing be published.
    package func ask(
        _ act: Subject, at instant: Date, corrections: [ConfirmedCorrection] = [], offered: Set<FindingKey> = []
    ) -> Admission<AskApproval<Subject>> {
        let decision = decide(act, at: instant)
        let blocks = decision.findings.filter { finding in
            finding.severity == .block && !Self.isCorrected(finding, by: corrections)
                && !(finding.basis == .reading && offered.contains(finding.key))
        }
        guard blocks.isEmpty else { return .refused(Refusal(decision: decision, blocks: blocks, holds: [])) }
        return .admitted(Permit(act: AskApproval(act: act), decision: decision))
    }

    /// A reading can be wrong, so it can be corrected; a record is corrected only in its own room.
    private static func isCorrected(_ finding: Finding, by corrections: [ConfirmedCorrection]) -> Bool {
        finding.basis == .reading && corrections.contains { $0.finding == finding.key }
    }

    private static func isReleased(_ finding: Finding, by releases: [Release]) -> Bool {
        let needed = finding.releasedBy ?? .slt
        return releases.contains { $0.finding == finding.key && Releasing.ladder(from: needed).contains($0.role) }
    }
}
