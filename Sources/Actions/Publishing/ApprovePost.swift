import Foundation
import Governance
import Store

/// Lets a revision go at its time, at every place where whoever decides may; never one's own.
package struct ApprovePost: Sendable {
    package var post: Identifier<Post>
    /// The number of the revision that was read.
    package var revision: Int
    package var note: String?
    /// The pictures for which whoever approves has answered (IMG-05).
    package var judged: Set<Identifier<StoredPicture>>

    package init(
        post: Identifier<Post>, revision: Int, note: String? = nil, judged: Set<Identifier<StoredPicture>> = []
    ) {
        self.judged = judged
        self.post = post
        self.revision = revision
        self.note = note
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Approving {
        let approving = try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.person()
            let waiting = try tx.waiting(post, revision: revision)
            if try waiting.contains(where: { try tx.pictures(of: $0).contains(where: \.isHeld) }) {
                throw ActionError.conflict("\(Organisation.pictureHeld). Look at it first: a task leads there")
            }
            let authority = try tx.authority()
            let writers = try tx.writers(of: post)
            let judgements = try judge(waiting, by: user, with: authority, writers: writers, tx)
            var decided: [(Placement, PostApproval, Permit<PublishPost>)] = []
            var refused: [PlaceRefusal] = []
            var notPermitted: ActionError?
            for placement in waiting {
                do {
                    let approval = try PostApproval.given(
                        by: user, with: authority, at: placement.account.school, writers: writers,
                        flagged: placement.draft.mayHarmStanding)
                    switch try organisation.admission(of: placement, tx) {
                    case .admitted(let leave): decided.append((placement, approval, leave))
                    case .refused(let refusal):
                        refused.append(PlaceRefusal(account: placement.account, refusal: refusal))
                    }
                } catch let error as ActionError {
                    guard case .notPermitted = error else { throw error }
                    notPermitted = error
                }
            }
            if decided.isEmpty, refused.isEmpty, let notPermitted { throw notPermitted }
            guard refused.isEmpty else {
                return Recorded(
                    Approving.refused(refused), Event.refused(.approvalRefused, post.id, refused), and: judgements)
            }
            return try approve(
                decided, of: post, by: writers, leaving: waiting.count - decided.count, judgements, tx)
        }
        try await organisation.noteDue()
        return approving
    }

    /// Keeps what was answered for of pictures that wait where whoever acts may approve.
    private func judge(
        _ waiting: [Placement], by user: Identifier<User>, with authority: Authority,
        writers: Set<Identifier<User>>, _ tx: WriteTransaction
    ) throws -> [Event] {
        let theirs = waiting.filter { placement in
            (try? PostApproval.given(
                by: user, with: authority, at: placement.account.school, writers: writers,
                flagged: placement.draft.mayHarmStanding)) != nil
        }
        let shown = Set(theirs.flatMap(\.draft.media).map { Identifier<StoredPicture>($0.id) })
        return try shown.intersection(judged).sorted().flatMap { try tx.judge($0, side: .approver, by: user).events }
    }

    private func approve(
        _ decided: [(Placement, PostApproval, Permit<PublishPost>)], of post: Post, by writers: Set<Identifier<User>>,
        leaving open: Int, _ judgements: [Event], _ tx: WriteTransaction
    ) throws -> Recorded<Approving> {
        let judged = PictureJudgements(publishing: try tx.judgements(of: post.id), writtenBy: writers)
        let pictures = try tx.lastRevision(of: post.id)?.content.pictures ?? []
        var events: [Event] = []
        for (placement, approval, leave) in decided {
            try tx.schedule(placement, approval: approval, leave: leave, why: note)
            try tx.hurry(placement)
            events.append(
                Event(
                    .postApproved, .post(post.id),
                    after: [
                        "revision": .number(revision), "placement": .text(placement.id.text),
                        "account": .text(placement.account.name), "role": RecordValue(approval.role?.rawValue),
                        "publishAt": RecordValue(placement.publishAt),
                        "unticked": .unticked(placement.draft.media, of: pictures, judged.approver),
                    ], why: note, decision: leave.decision))
        }
        return Recorded(
            .approved(decided.map(\.0)), events[0], and: Array(events.dropFirst()) + judgements,
            tasks: open > 0
                ? closing(decided.map(\.0), of: post)
                : [NewTask.Kind.decidePost, .releaseFinding, .answerNote].map { .close($0, .post(post.id)) },
            notices: try tx.decided(post, "was approved"))
    }
}

/// What became of approving.
package enum Approving: Sendable {
    case approved([Placement])
    /// Something still has to be released, confirmed or changed.
    case refused([PlaceRefusal])
}

extension RecordValue {
    /// The numbers, in the post, of those of its pictures at one account that somebody has not answered for: as where
    /// their policy does not ask for it.
    static func unticked(_ media: [Medium], of pictures: [DraftPicture], _ judged: Set<String>) -> RecordValue {
        let left = Set(media.map(\.id)).subtracting(judged)
        return .list(
            pictures.enumerated().filter { left.contains($0.element.picture.text) }.map { .number($0.offset + 1) })
    }
}

extension WriteTransaction {
    /// What waits of the revision that was read; a conflict when it is no longer the one that counts.
    func waiting(_ post: Post, revision: Int) throws -> [Placement] {
        let last = try lastPlacements(of: post.id)
        guard let number = last.first?.revisionNumber else { throw ActionError.conflict("This post was not sent yet") }
        guard number == revision else {
            throw ActionError.conflict("There is a later revision, number \(number). Read that one first")
        }
        let waiting = last.filter { $0.state == .waiting }
        guard !waiting.isEmpty else {
            throw ActionError.conflict("This post no longer waits: \(last[0].state.title.lowercased())")
        }
        guard waiting.allSatisfy({ $0.publishAt > now }) else {
            throw ActionError.conflict("Its time has passed. Return it, so that a later one can be chosen")
        }
        return waiting
    }
}
