import Governance
import Store

/// An approver says yes or no to a correction, for the schools where they may.
func settle(
    _ id: Identifier<Correction>, as outcome: Correction.Outcome, _ kind: Event.Kind, why: String?,
    in organisation: Organisation, by actor: Actor
) async throws {
    try await organisation.change(by: actor) { tx in
        let post = try tx.post(tx.correction(id).post)
        let (user, schools) = try tx.requireApprover(of: post)
        guard let correction = try tx.answers(of: post.id).corrections.first(where: { $0.id == id }) else {
            throw ActionError.notFound
        }
        guard user != correction.by else {
            throw ActionError.notPermitted("Nobody confirms a correction of their own")
        }
        let isElsewhere = correction.outcome == .confirmed && !schools.isSubset(of: correction.schools)
        guard correction.outcome == nil || isElsewhere else {
            if correction.outcome == outcome { return .unchanged }
            throw ActionError.conflict("This correction was decided already")
        }
        try tx.settle(
            correction, as: outcome, at: outcome == .confirmed ? schools.union(correction.schools) : [], by: user,
            why: why)
        return Recorded(
            .of(kind, correction, why: why),
            tasks: outcome == .rejected ? try asking(correction, of: post, organisation, tx) : [],
            notices: [
                NewNotice(
                    to: correction.by, .postDecided, .post(post.id),
                    says: outcome == .confirmed
                        ? "Your correction was confirmed" : "Your correction was not accepted: \(why ?? "")")
            ])
    }
}

/// What is held still, now that it was no mistake, asks for the release that the author's answer stood in for.
func asking(
    _ correction: Correction, of post: Post, _ organisation: Organisation, _ tx: WriteTransaction
) throws -> [TaskChange] {
    let writers = try tx.writers(of: post)
    return try tx.lastPlacements(of: post.id).filter { $0.state == .waiting }.flatMap { placement in
        guard case .refused(let refusal) = try organisation.admission(of: placement, tx) else { return [TaskChange]() }
        return try refusal.holds.filter { $0.key == correction.finding }.map { finding in
            .open(
                try tx.releasing(
                    finding, of: post.id, at: placement.account.school, due: placement.publishAt, writers: writers))
        }
    }
}

extension Event {
    static func of(_ kind: Kind, _ correction: Correction, why: String?) -> Event {
        Event(
            kind, .post(correction.post),
            after: [
                "correction": .text(correction.id.text), "kind": .text(correction.kind.rawValue),
                "evidence": .text(correction.finding.evidence), "clause": RecordValue(correction.finding.clause),
            ], why: why)
    }
}
