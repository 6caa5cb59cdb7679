import Governance
import Store

/// The author says that a reading of the text is wrong: a correction of fact, which an approver must confirm.
/// The rule itself is never waived, and what rests on a record is corrected only in its own room.
package struct AnswerFinding: Sendable {
    package var post: Identifier<Post>
    package var account: Identifier<PostingAccount>
    package var finding: FindingKey
    package var kind: CorrectionKind
    /// One sentence for the approver.
    package var says: String

    package init(
        post: Identifier<Post>, account: Identifier<PostingAccount>, finding: FindingKey, kind: CorrectionKind,
        says: String
    ) {
        self.post = post
        self.account = account
        self.finding = finding
        self.kind = kind
        self.says = says
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Identifier<Correction> {
        let says = try required(says, "says", "Say in one sentence what it is", most: 500)
        return try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireWriter(at: post.school)
            let found = try organisation.findings(on: post, at: account, tx).first { $0.key == finding }
            guard let found else { throw ActionError.conflict("The text no longer has this finding") }
            guard found.basis == .reading else {
                throw ActionError.notPermitted("This rests on a record, so it can be corrected only there")
            }
            guard CorrectionKind.kinds(for: found).contains(kind) else {
                throw ActionError.invalid("kind", "Choose an answer that fits this finding")
            }
            let standing = try tx.answers(of: post.id).corrections.first {
                $0.finding == finding && ($0.outcome == nil || $0.outcome == .confirmed)
            }
            if let standing { return .unchanged(standing.id) }
            let id: Identifier<Correction> = tx.identifier()
            try tx.offer(id, on: finding, of: post.id, kind: kind, says: says, by: user)
            return Recorded(
                id,
                Event(
                    .correctionOffered, .post(post.id),
                    after: [
                        "correction": .text(id.text), "kind": .text(kind.rawValue), "code": .text(found.code),
                        "clause": RecordValue(found.clause), "evidence": .text(found.evidence),
                    ], why: says))
        }
    }
}

extension Organisation {
    /// What the door finds now in a post at one account: in what was sent while it is under way, else in the draft.
    func findings(
        on post: Post, at account: Identifier<PostingAccount>, _ tx: WriteTransaction
    ) throws -> [Finding] {
        let sent = try tx.lastPlacements(of: post.id).first { $0.account.id == account && $0.state == .waiting }
        let owner = try sent?.account ?? tx.account(account)
        let rules = try postRules(at: owner.school, tx)
        let writers = try tx.writers(of: post)
        let judged = PictureJudgements(sending: try tx.judgements(of: post.id))
        if let sent {
            let act = try rules.act(sent.draft, by: writers, judged: judged, tx)
            return rules.door.decide(act, at: tx.now).findings
        }
        let content = try tx.draft(of: post.id).content
        let place = content.places.first { $0.account == account } ?? DraftPlace(account: account)
        let act = try rules.act(content.draft(for: place, on: owner), by: writers, judged: judged, tx)
        return rules.door.decide(act, at: tx.now).findings
    }
}
