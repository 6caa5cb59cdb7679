import Actions
import Foundation
import Governance
import Reading

/// One request about a post that waits.
struct ApprovalDesk {
    let desk: PublishingDesk
    var visit: Visit { desk.visit }

    init(_ visit: Visit) throws { desk = try PublishingDesk(visit) }

    func page(_ problems: [Problem] = []) async throws -> Page {
        let story = try await desk.story()
        let queue = try await desk.work.database.approvals(.toDecide, for: desk.me.user.id, with: desk.me.authority)
        var page = Page(
            story.draft.content.title, crumb: Crumb("Approvals", visit.link(.approvals)),
            problems: problems, room: .approvals,
            try await content(story, queue, problems))
        page.title = "Decide: \(story.draft.content.title)"
        return page
    }

    private enum Decision: String {
        case approve
        case giveBack = "return"
        /// To look again where the links lead.
        case links
    }

    private enum Settlement: String { case confirm, reject }

    func decide() async throws -> Reply {
        let decision = try visit.form.pressed(Decision.self)
        let post = Identifier<Post>(visit.part("post"))
        let revision = Int(visit.form["revision"]) ?? 0
        if decision == .links {
            let links = LinksOfPost(try await desk.story().lastPlaces.map(\.placement.draft))
            try await FollowLinks(links.followed, anew: true, for: desk.me.user.id).perform(in: desk.work)
            return .seeLink(visit.link(.approval(.value(post.text))) + "#links")
        }
        do {
            if decision == .approve {
                let approving = try await ApprovePost(
                    post: post, revision: revision, judged: Set(visit.form.all("judged").map { Identifier($0) })
                )
                .perform(in: desk.work, by: desk.actor)
                if case .refused(let places) = approving {
                    return .page(try await page(problems(places.flatMap(\.stopping), of: try await desk.story())))
                }
                return .seeLink(visit.link(.approvals) + "?approved=" + post.text)
            } else {
                try await ReturnPost(post: post, revision: revision, note: visit.form["reason"])
                    .perform(in: desk.work, by: desk.actor)
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await page(errors.map { Problem("reason", $0.says) }))
        }
        return .seeLink(visit.link(.approvals) + "?returned=" + post.text)
    }

    /// What stops the approval: each once, a picture that nobody has ticked at its own tick.
    private func problems(_ stopping: [Finding], of story: PostStory) -> [Problem] {
        var problems: [Problem] = []
        for finding in stopping {
            let picture = finding.code == "image_not_judged" ? picture(finding, of: story) : nil
            let problem = picture.map {
                Problem("judged-\($0.number)", "Look at \($0.name), and tick it if all four are true")
            }
            if !problems.contains(problem ?? Problem("needs", finding.says)) {
                problems.append(problem ?? Problem("needs", finding.says))
            }
        }
        return problems
    }

    /// The picture of what was sent that a finding names.
    private func picture(_ finding: Finding, of story: PostStory) -> (number: Int, name: String)? {
        let pictures = story.lastRevision?.content.pictures ?? []
        return pictures.firstIndex { $0.picture.text == finding.evidence }.map {
            ($0 + 1, "\(pictures[$0].kind.word) \($0 + 1)")
        }
    }

    func release() async throws -> Reply {
        let post = Identifier<Post>(visit.part("post"))
        guard let key = FindingToken.key(of: visit.form["finding"]) else { throw TurnedAway.unreadableForm }
        let field = "reason-" + visit.form.trimmed("number")
        do {
            try await ReleaseFinding(post: post, finding: key, reason: visit.form[field])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await page(errors.map { Problem(field, $0.says) }))
        }
        return .seeLink(visit.link(.approval(.value(post.text))) + "#needs")
    }

    func settle() async throws -> Reply {
        let post = Identifier<Post>(visit.part("post"))
        let correction = Identifier<Correction>(visit.form["correction"])
        let field = "why-" + correction.text
        do {
            switch try visit.form.pressed(Settlement.self) {
            case .confirm:
                let why = visit.form.trimmed(field)
                try await ConfirmCorrection(correction: correction, why: why.isEmpty ? nil : why)
                    .perform(in: desk.work, by: desk.actor)
            case .reject:
                try await RejectCorrection(correction: correction, why: visit.form[field])
                    .perform(in: desk.work, by: desk.actor)
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await page(errors.map { Problem(field, $0.says) }))
        }
        return .seeLink(visit.link(.approval(.value(post.text))) + "#needs")
    }

    private func content(_ story: PostStory, _ queue: ApprovalQueue, _ problems: [Problem]) async throws -> ApprovalPage
    {
        let waiting = story.lastPlaces.map(\.placement).filter { $0.state == .waiting }
        let author = try await desk.work.database.user(story.post.author)
        let checks = try await checks(of: waiting, post: story.post.id)
        let found = CheckedDraft(checks)
        let isWriter = story.writers.contains(desk.me.user.id)
        let parts = try await findings(found.lines, story, waiting, isWriter: isWriter, problems)
        let first = waiting.first ?? story.lastPlaces.first?.placement
        let isDeciding = mayDecide(story, waiting) == nil
        return ApprovalPage(
            queue: queue.lines.map { ApprovalEntry($0, in: visit, current: $0.post == story.post.id) },
            anyQueue: !queue.lines.isEmpty, tag: first.map { Tag($0.state) } ?? .draft,
            author: PersonMark(
                story.authorName, id: story.post.author.text,
                small: author.map { line in
                    Set(line.authority(at: visit.now).grants.map(\.role)).sorted()
                        .map(\.title).joined(separator: ", ")
                }),
            sent: sent(story, waiting), notYours: try await notYours(story, waiting, isWriter: isWriter),
            changed: try await changed(story),
            texts: ApprovalPage.PlaceText.all(
                of: story.lastPlaces.map(\.placement), in: story.lastRevision?.content ?? story.draft.content,
                now: visit.now),
            links: try await LinkEnds(
                story.lastPlaces.map(\.placement.draft), in: desk,
                action: waiting.isEmpty ? nil : visit.link(.approval(.value(story.post.id.text)))),
            pictures: try await pictures(story, found.lines, isAsked: isDeciding, problems),
            anyPictures: !(story.lastRevision?.content.pictures ?? []).isEmpty,
            judging: isDeciding ? try await judging(story, waiting) : nil,
            releases: parts.releases,
            corrections: parts.corrections, settled: parts.settled, advice: parts.advice,
            anyAdvice: !parts.advice.isEmpty, anyToDecide: !parts.releases.isEmpty || !parts.corrections.isEmpty,
            notes: story.notes.map { PassageNote($0, story, me: desk.me.user.id, in: visit, problems) },
            anyNotes: !story.notes.isEmpty, notesAction: visit.link(.postNotes(.value(story.post.id.text))),
            noteQuote: TextField(
                "quote", "Which passage?", hint: "Copy it here; leave it empty for the whole.",
                value: visit.form["quote"], problems: problems),
            noteSays: TextField("says", "Your note", value: visit.form["says"], short: true, problems: problems),
            noteOpen: problems.contains { ["quote", "says"].contains($0.field) },
            mayNote: (waiting.map(\.account.school) + [story.post.school]).contains {
                desk.me.authority.holds(any: PublishingRoles.writing, at: $0)
            },
            decision: isDeciding ? deciding(story, waiting, open: parts.openHere, problems) : nil)
    }

    /// What the door says now of what waits, account by account.
    private func checks(
        of waiting: [Placement], post: Identifier<Post>
    ) async throws -> [(account: Identifier<PostingAccount>, findings: [Finding])] {
        let story = try await desk.story()
        guard let content = story.lastRevision?.content, !waiting.isEmpty else { return [] }
        let checks = try await CheckDraft(content: content, post: post).perform(in: desk.work)
        let open = Set(waiting.map(\.account.id))
        return checks.filter { open.contains($0.account.id) }.map { ($0.account.id, $0.decision.findings) }
    }

    private func sent(_ story: PostStory, _ waiting: [Placement]) -> String {
        guard let revision = story.lastRevision else { return "It was not sent yet." }
        let accounts = Composition.listed(story.lastPlaces.map(\.placement.account.name))
        let due = waiting.map(\.publishAt).min().map { " For \(When.near($0, now: visit.now))." } ?? ""
        return "Sent \(When.near(revision.sentAt, now: visit.now)). Revision \(revision.number). \(accounts).\(due)"
    }

    /// What waits at the schools where the visitor may decide it.
    func decidable(_ story: PostStory, _ waiting: [Placement]) -> [Placement] {
        waiting.filter { (try? approval(of: $0, story)) != nil }
    }

    /// Why the visitor does not decide it; nil when they may, at one school at least.
    private func mayDecide(_ story: PostStory, _ waiting: [Placement]) -> String? {
        guard let first = waiting.first else { return "It does not wait for anyone." }
        guard decidable(story, waiting).isEmpty else { return nil }
        do {
            _ = try approval(of: first, story)
            return nil
        } catch {
            return if case .notPermitted(let says) = error { says + "." } else { "It cannot be decided now." }
        }
    }

    private func approval(of placement: Placement, _ story: PostStory) throws(ActionError) -> PostApproval {
        try PostApproval.given(
            by: desk.me.user.id, with: desk.me.authority, at: placement.account.school, writers: story.writers,
            flagged: placement.draft.mayHarmStanding)
    }

    private func notYours(_ story: PostStory, _ waiting: [Placement], isWriter: Bool) async throws -> Note? {
        guard let says = mayDecide(story, waiting) else { return nil }
        guard let school = waiting.first?.account.school else {
            return Note(
                .quiet, "Nothing to decide.", says,
                link: HeadAction("See the post", visit.link(.post(.value(story.post.id.text)))))
        }
        let flagged = waiting.contains { $0.draft.mayHarmStanding }
        var names: [String] = []
        for role in flagged ? PostApproval.seniorRoles : PostApproval.roles {
            for name in try await desk.holders(of: role, at: school, without: story.writers)
            where !names.contains(name) {
                names.append(name)
            }
        }
        let who = names.isEmpty ? "" : " \(Composition.listed(Array(names.prefix(4)))) can."
        return Note(.quiet, isWriter ? "You wrote this one." : "Not yours to decide.", says + who, icon: .lock)
    }

    private func changed(_ story: PostStory) async throws -> ApprovalPage.Changed? {
        guard story.revisions.count > 1, let last = story.revisions.last else { return nil }
        let before = story.revisions[story.revisions.count - 2]
        let compared = try await desk.work.database.comparison(of: story.post.id, before.number, last.number)
        guard let compared else { return nil }
        return ApprovalPage.Changed(
            heading: "What changed since revision \(before.number)", runs: compared.text.runs.map(DiffRun.init),
            beside: compared.beside.isEmpty ? nil : compared.beside.joined(separator: " "),
            link: visit.link(.postCompared(.value(story.post.id.text))))
    }

    private func deciding(
        _ story: PostStory, _ waiting: [Placement], open: Int, _ problems: [Problem]
    ) -> ApprovalPage.Deciding {
        let mine = decidable(story, waiting)
        let others = waiting.filter { placement in !mine.contains { $0.id == placement.id } }.map(\.account.name)
        let elsewhere =
            others.isEmpty
            ? ""
            : " You decide for \(Composition.listed(mine.map(\.account.name))); \(Composition.listed(others)) "
                + "\(others.count == 1 ? "waits" : "wait") for the school concerned."
        let due = mine.map(\.publishAt).min() ?? visit.now
        let when = When.near(due, now: visit.now)
        let first =
            open == 0
            ? ""
            : "You cannot approve until \(open == 1 ? "the open finding" : "the \(open) open findings") above "
                + "\(open == 1 ? "is" : "are") decided. "
        let isCorrection = mine.allSatisfy { $0.corrects != nil }
        return ApprovalPage.Deciding(
            action: visit.link(.approval(.value(story.post.id.text))), revision: story.lastRevision?.number ?? 0,
            says: first
                + (isCorrection ? "It takes the place of what is out as soon as you approve it. " : "")
                + "If nobody decides by \(when), the post expires and goes back to \(story.keeperName)."
                + elsewhere,
            approve: isCorrection ? "Approve the correction" : "Approve for \(when)", ready: open == 0,
            reason: TextField(
                "reason", "Why does it go back?", hint: "Say what to change.", value: visit.form["reason"], short: true,
                problems: problems),
            open: problems.contains { $0.field == "reason" })
    }
}
