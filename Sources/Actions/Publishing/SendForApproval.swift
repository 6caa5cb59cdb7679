import Foundation
import Governance
import Store

/// Freezes the draft as a revision and asks for approval at each of its places. What is blocked is refused, unless
/// the author offers a correction of it; what is held goes to the role its clause names.
package struct SendForApproval: Sendable {
    package var post: Identifier<Post>
    /// The version of the draft that the author sees.
    package var version: Int

    package init(post: Identifier<Post>, version: Int) {
        self.post = post
        self.version = version
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Sending {
        let sending = try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            let user = try tx.requireWriter(at: post.school)
            let saved = try tx.draft(of: post.id)
            guard saved.discardedAt == nil else { throw ActionError.conflict("This post was withdrawn") }
            guard saved.version == version else {
                throw ActionError.conflict(
                    "\(try tx.user(saved.savedBy).name) changed this draft since. Read it again before you send it")
            }
            guard try tx.placements(of: post.id, in: PlacementState.underway).isEmpty else {
                throw ActionError.conflict("This post has been sent already")
            }
            let corrected = try tx.correctedPlaces(of: saved.content, post)
            let places = try tx.checkedPlaces(of: corrected.content)
            var admitted: [Admitted] = []
            var refused: [PlaceRefusal] = []
            let writers = try tx.writers(of: post.id).union([user])
            let answers = try tx.answers(of: post.id).counting(writtenBy: writers)
            let judged = PictureJudgements(sending: try tx.judgements(of: post.id))
            for (place, account) in places {
                let rules = try organisation.postRules(at: account.school, tx)
                let act = try rules.act(
                    corrected.content.draft(for: place, on: account), by: writers, judged: judged,
                    sentBy: user, tx)
                switch rules.door.ask(
                    act, at: tx.now, corrections: answers.confirmed(at: account.school),
                    offered: answers.offered(at: account.school))
                {
                case .admitted(let leave): admitted.append(Admitted(account: account, leave: leave))
                case .refused(let refusal): refused.append(PlaceRefusal(account: account, refusal: refusal))
                }
            }
            guard refused.isEmpty else {
                return Recorded(Sending.refused(refused), Event.refused(.sendingRefused, post.id, refused))
            }
            return try send(admitted, corrected, saved, post, answers, judged, organisation, by: user, tx)
        }
        try await organisation.noteDue()
        return sending
    }

    private struct Admitted {
        let account: PostingAccount
        let leave: Permit<AskApproval<PublishPost>>
    }

    private func send(
        _ admitted: [Admitted], _ corrected: CorrectedPlaces, _ saved: SavedDraft, _ post: Post, _ answers: Answers,
        _ judged: PictureJudgements, _ organisation: Organisation, by user: Identifier<User>, _ tx: WriteTransaction
    ) throws -> Recorded<Sending> {
        for old in try tx.placements(of: post.id) where old.state.isOpen {
            try tx.settle(old, as: .superseded, why: "A later revision was sent")
        }
        let revision = Revision(
            id: tx.identifier(), post: post.id, number: (try tx.lastRevision(of: post.id)?.number ?? 0) + 1,
            content: corrected.content, writers: saved.writers.union([user]), sentBy: user, sentAt: tx.now)
        try tx.insert(revision, draftVersion: saved.version)
        var tasks: [TaskChange] = [
            .close(.changePost, .post(post.id)), .close(.lookAtStoppedPost, .post(post.id)),
            .close(.giveSecondOpinion, .post(post.id)),
        ]
        if admitted.contains(where: { !$0.leave.act.act.draft.linksOfReaders.isEmpty }) {
            try tx.setDue(.links, post.id.text, at: tx.now)
        }
        var events: [Event] = []
        for one in admitted {
            let id: Identifier<Placement> = tx.identifier()
            let publishAt = one.leave.act.act.draft.publishAt ?? tx.now
            let published = corrected.published[one.account.id]
            try tx.send(id, of: revision, to: one.account, correcting: published?.id, leave: one.leave)
            try tx.setDue(.placement, id.text, at: publishAt)
            events.append(
                Event(
                    .postSent, .post(post.id),
                    after: [
                        "revision": .number(revision.number), "placement": .text(id.text),
                        "account": .text(one.account.name), "publishAt": RecordValue(publishAt),
                        "corrects": RecordValue(published?.id.text),
                        "unticked": .unticked(
                            one.leave.act.act.draft.media, of: corrected.content.pictures, judged.author),
                    ], decision: one.leave.decision))
            if let event = try letGo(id, one, organisation, tx) {
                events.append(event)
            } else {
                tasks += try tx.asking(one.leave, at: one.account.school, due: publishAt, revision, answers)
            }
        }
        return Recorded(
            .sent(revision: revision.number), events[0], and: Array(events.dropFirst()), tasks: tasks)
    }

    /// Where the school asks for no approval, what is clear or only warned of is scheduled at once.
    private func letGo(
        _ id: Identifier<Placement>, _ one: Admitted, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Event? {
        let placement = try tx.placement(id)
        guard
            let approval = PostApproval.notAsked(
                settings: try tx.settings(at: one.account.school), decision: one.leave.decision,
                flagged: placement.draft.mayHarmStanding),
            case .admitted(let leave) = try organisation.admission(of: placement, tx)
        else { return nil }
        let why = "The school asks for no approval of what its policy lets through"
        try tx.schedule(placement, approval: approval, leave: leave, why: why)
        try tx.hurry(placement)
        return Event(
            .postApproved, .post(placement.post),
            after: [
                "revision": .number(placement.revisionNumber), "placement": .text(id.text),
                "account": .text(placement.account.name), "publishAt": RecordValue(placement.publishAt),
            ], why: why, decision: leave.decision)
    }
}

/// What became of sending.
package enum Sending: Sendable {
    case sent(revision: Int)
    case refused([PlaceRefusal])
}

/// One place at which the door stayed shut.
package struct PlaceRefusal: Sendable {
    package let account: PostingAccount
    package let refusal: Refusal

    /// What stopped it.
    package var stopping: [Finding] { refusal.stopping }
}

extension WriteTransaction {
    /// The places with their accounts, when all of them can be published to.
    fileprivate func checkedPlaces(of content: PostDraft) throws -> [(DraftPlace, PostingAccount)] {
        var errors: [FieldError] = []
        if content.places.isEmpty {
            errors.append(FieldError("places", "Choose at least one account"))
            if trimmed(content.text).isEmpty { errors.append(FieldError("text", "Write something")) }
            if content.publishAt == nil {
                errors.append(FieldError("publishAt", "Choose the day and time to publish"))
            }
        }
        var places: [(DraftPlace, PostingAccount)] = []
        for place in content.places {
            let account = try account(place.account)
            try requireWriter(at: account.school)
            let draft = content.draft(for: place, on: account)
            let connection = try connection(of: account.id)
            let connected = connection?.brokenSince == nil ? connection?.capabilities : nil
            let length = CharacterCount(draft.text, links: draft.links, on: account.network, by: connected)
            if let most = connected?.limits.pictures ?? account.network.picturesByHand, draft.media.count > most {
                errors.append(
                    FieldError(
                        "pictures-\(account.id.text)",
                        "\(account.name) takes at most \(most) pictures in a post. Choose those that go there, under "
                            + "“Another text, time or pictures for one account”"))
            }
            if account.state == .closed {
                errors.append(FieldError("places", "\(account.name) is closed. Choose another account"))
            }
            if trimmed(draft.text).isEmpty { errors.append(FieldError("text", "Write something for \(account.name)")) }
            if length.over > 0 {
                errors.append(
                    FieldError("text", "Too long for \(account.network.title): shorten it by \(grouped(length.over))"))
            }
            let tags = TagCount(draft.text, links: draft.links, by: connected)
            if let many = tags.tooMany(on: account.network, limits: connected?.limits) {
                errors.append(
                    FieldError(
                        "text",
                        "\(account.name) takes at most \(many.most) \(many.what) in a post, and this has \(many.count)")
                )
            }
            if let time = draft.publishAt {
                if time <= now { errors.append(FieldError("publishAt", "This time has passed. Choose a later one")) }
            } else {
                errors.append(FieldError("publishAt", "Choose the day and time to publish"))
            }
            places.append((place, account))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return places
    }

    /// The tasks of deciding a post and of releasing each of its holds.
    fileprivate func asking(
        _ leave: Permit<AskApproval<PublishPost>>, at school: Identifier<School>, due: Date, _ revision: Revision,
        _ answers: Answers
    ) throws -> [TaskChange] {
        let subject = RecordSubject.post(revision.post)
        let hidden = revision.writers.sorted()
        let able = leave.act.act.draft.mayHarmStanding ? PostApproval.seniorRoles : PostApproval.roles
        let asked = try firstHeldOrNone(able, at: school, besides: revision.writers)
        var tasks: [TaskChange] = [
            .open(
                NewTask(
                    .decidePost, subject, for: .role(asked ?? .headteacher, at: school), due: due,
                    rule: "A post is approved before its time, or expires", hiddenFrom: hidden))
        ]
        for finding in answers.unreleased(leave.decision.findings, at: school)
        where finding.basis == .record || !answers.offered(at: school).contains(finding.key) {
            tasks.append(
                .open(try releasing(finding, of: revision.post, at: school, due: due, writers: revision.writers)))
        }
        return tasks
    }
}

extension Event {
    /// That the door stayed shut, with the decision of the first place that it stopped.
    static func refused(_ kind: Kind, _ post: Identifier<Post>, _ refused: [PlaceRefusal]) -> Event {
        Event(
            kind, .post(post), after: ["accounts": .list(refused.map { .text($0.account.name) })],
            why: refused.first?.stopping.first?.says, decision: refused.first?.refusal.decision)
    }
}
