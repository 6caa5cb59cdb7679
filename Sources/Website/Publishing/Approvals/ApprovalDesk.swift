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

    func decide() async throws -> Reply {
        let post = Identifier<Post>(visit.part("post"))
        let revision = Int(visit.form["revision"]) ?? 0
        do {
            if visit.form["do"] == "approve" {
                let approving = try await ApprovePost(post: post, revision: revision)
                    .perform(in: desk.work, by: desk.actor)
                if case .refused(let places) = approving {
                    var says: [String] = []
                    for finding in places.flatMap(\.stopping) where !says.contains(finding.says) {
                        says.append(finding.says)
                    }
                    return .page(try await page(says.map { Problem("needs", $0) }))
                }
            } else {
                try await ReturnPost(post: post, revision: revision, note: visit.form["reason"])
                    .perform(in: desk.work, by: desk.actor)
            }
        } catch ActionError.invalid(let errors) {
            return .page(try await page(errors.map { Problem("reason", $0.says) }))
        }
        return .seeLink(visit.link(.approvals))
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
            if visit.form["do"] == "confirm" {
                let why = visit.form.trimmed(field)
                try await ConfirmCorrection(correction: correction, why: why.isEmpty ? nil : why)
                    .perform(in: desk.work, by: desk.actor)
            } else {
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
        let released = Dictionary(
            story.answers.releases.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
        let corrections = Dictionary(
            story.answers.corrections.map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
        var parts = Parts()
        for line in found.lines {
            let finding = line.finding
            if let release = released[finding.key], finding.severity == .hold {
                parts.settled.append(SettledFinding(finding, release, story.names, in: visit))
            } else if let correction = corrections[finding.key], correction.outcome == .confirmed {
                parts.settled.append(SettledFinding(finding, correction, story.names, in: visit))
            } else if let correction = corrections[finding.key], correction.outcome == nil {
                parts.corrections.append(
                    offered(finding, correction, story, isWriter: isWriter, problems: problems))
            } else if finding.severity == .warn {
                parts.advice.append(FindingLine(finding, number: line.number, in: visit))
            } else {
                parts.releases.append(
                    try await held(line, story, at: account(of: line, waiting), isWriter: isWriter, problems))
            }
        }
        let first = waiting.first ?? story.lastPlaces.first?.placement
        return ApprovalPage(
            queue: queue.lines.map { ApprovalEntry($0, in: visit, current: $0.post == story.post.id) },
            anyQueue: !queue.lines.isEmpty, tag: first.map { Tag($0.state) } ?? .draft,
            author: PersonMark(
                story.authorName, id: story.post.author.text,
                small: author.map { line in
                    Set(line.grants.filter { $0.grant.isValid(at: visit.now) }.map(\.grant.role)).sorted()
                        .map(\.title).joined(separator: ", ")
                }),
            sent: sent(story, waiting), notYours: try await notYours(story, waiting, isWriter: isWriter),
            changed: try await changed(story),
            texts: ApprovalPage.PlaceText.all(of: story.lastPlaces.map(\.placement), now: visit.now),
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
            decision: mayDecide(story, waiting, isWriter: isWriter) == nil
                ? deciding(story, waiting, open: parts.releases.count + parts.corrections.count, problems) : nil)
    }

    private struct Parts {
        var releases: [HeldFinding] = []
        var corrections: [OfferedCorrection] = []
        var settled: [SettledFinding] = []
        var advice: [FindingLine] = []
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

    private func account(of line: CheckedDraft.Line, _ waiting: [Placement]) -> PostingAccount? {
        waiting.map(\.account).first { line.accounts.contains($0.id) }
    }

    private func held(
        _ line: CheckedDraft.Line, _ story: PostStory, at account: PostingAccount?, isWriter: Bool,
        _ problems: [Problem]
    ) async throws -> HeldFinding {
        let finding = line.finding
        let base = FindingLine(finding, number: line.number, in: visit)
        guard finding.severity == .hold, let school = account?.school else {
            return HeldFinding(
                tone: base.tone, tag: base.tag, clause: base.clause, ours: base.ours, says: base.says,
                advice: base.advice, who: "nobody. It must change: return the post.", form: nil)
        }
        let named = finding.releasedBy ?? .slt
        var needed: Role?
        var names: [String] = []
        for role in Releasing.ladder(from: named) where needed == nil {
            names = try await desk.holders(of: role, at: school, without: story.writers)
            if !names.isEmpty { needed = role }
        }
        let mine =
            !isWriter && needed.map { Releasing.role(of: desk.me.authority, at: school, for: $0) != nil } ?? false
        let field = "reason-\(line.number)"
        let who: String =
            if mine {
                "\(needed?.title ?? named.title). That is you."
            } else if let needed {
                "\(needed.title). \(Composition.listed(names)) can."
            } else {
                "\(named.title). Nobody here holds that role."
            }
        return HeldFinding(
            tone: base.tone, tag: base.tag, clause: base.clause, ours: base.ours, says: base.says, advice: base.advice,
            who: who,
            form: mine
                ? HeldFinding.ReleaseForm(
                    action: visit.link(.approvalReleases(.value(story.post.id.text))),
                    finding: FindingToken.text(of: finding.key), number: line.number,
                    reason: TextField(
                        field, "Why is it safe to release?", hint: "One sentence. It is kept with the post.",
                        value: visit.form[field], short: true, problems: problems)) : nil)
    }

    private func offered(
        _ finding: Finding, _ correction: Correction, _ story: PostStory, isWriter: Bool, problems: [Problem]
    ) -> OfferedCorrection {
        let base = FindingLine(finding, number: 0, in: visit)
        let may = !isWriter && desk.me.authority.holds(any: PostApproval.roles, at: story.post.school)
        let field = "why-" + correction.id.text
        return OfferedCorrection(
            tag: Tag(.warn, "To confirm"), clause: base.clause, ours: base.ours, says: base.says,
            kind: correction.kind.title, authorSays: quoted(correction.says),
            form: may
                ? OfferedCorrection.ConfirmForm(
                    action: visit.link(.approvalCorrections(.value(story.post.id.text))),
                    correction: correction.id.text,
                    yes: "Yes, that is so",
                    why: TextField(
                        field, "Why?", hint: "Needed when you say no.", value: visit.form[field], problems: problems))
                : nil,
            who: may ? nil : "Whoever approves the post confirms it, and nobody who wrote it.")
    }

    private func sent(_ story: PostStory, _ waiting: [Placement]) -> String {
        guard let revision = story.lastRevision else { return "It was not sent yet." }
        let accounts = Composition.listed(story.lastPlaces.map(\.placement.account.name))
        let due = waiting.map(\.publishAt).min().map { " For \(When.near($0, now: visit.now))." } ?? ""
        return "Sent \(When.near(revision.sentAt, now: visit.now)). Revision \(revision.number). \(accounts).\(due)"
    }

    /// Why the visitor does not decide it; nil when they may.
    private func mayDecide(_ story: PostStory, _ waiting: [Placement], isWriter: Bool) -> String? {
        guard let first = waiting.first else { return "It does not wait for anyone." }
        do {
            _ = try PostApproval.given(
                by: desk.me.user.id, with: desk.me.authority, at: first.account.school, writers: story.writers,
                flagged: first.draft.mayHarmStanding)
            return nil
        } catch {
            if case .notPermitted(let says) = error { return says + "." }
            return "It cannot be decided now."
        }
    }

    private func notYours(_ story: PostStory, _ waiting: [Placement], isWriter: Bool) async throws -> Note? {
        guard let says = mayDecide(story, waiting, isWriter: isWriter) else { return nil }
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
        let due = waiting.map(\.publishAt).min() ?? visit.now
        let when = When.near(due, now: visit.now)
        let first =
            open == 0
            ? ""
            : "You cannot approve until \(open == 1 ? "the open finding" : "the \(open) open findings") above "
                + "\(open == 1 ? "is" : "are") decided. "
        return ApprovalPage.Deciding(
            action: visit.link(.approval(.value(story.post.id.text))), revision: story.lastRevision?.number ?? 0,
            says: first + "If nobody decides by \(when), the post expires and goes back to \(story.authorName).",
            approve: "Approve for \(when)", ready: open == 0,
            reason: TextField(
                "reason", "Why does it go back?", hint: "Say what to change.", value: visit.form["reason"], short: true,
                problems: problems),
            open: problems.contains { $0.field == "reason" })
    }
}

extension RevisionComparison {
    /// What differs beside the shared text, in sentences.
    var beside: [String] {
        places.map { place in
            switch place.change {
            case .added: "\(place.account) was added."
            case .removed: "\(place.account) was taken out."
            case .text: "\(place.account) has another text of its own."
            case .time: "The time for \(place.account) changed."
            }
        } + linksAdded.map { "New link: \($0)" } + linksRemoved.map { "Link taken out: \($0)" }
    }
}

extension ApprovalPage.PlaceText {
    /// Each text once, with the accounts that would bear it at the same time.
    static func all(of placements: [Placement], now: Date) -> [ApprovalPage.PlaceText] {
        var alike: [[Placement]] = []
        for placement in placements {
            let same = alike.firstIndex {
                $0[0].publishAt == placement.publishAt && $0[0].draft.text == placement.draft.text
                    && $0[0].draft.links == placement.draft.links
            }
            if let same { alike[same].append(placement) } else { alike.append([placement]) }
        }
        return alike.map { group in
            let when = When.near(group[0].publishAt, now: now)
            return ApprovalPage.PlaceText(
                account: Composition.listed(group.map(\.account.name)),
                when: when.prefix(1).uppercased() + when.dropFirst(), text: group[0].draft.text,
                link: group[0].draft.links.first)
        }
    }
}

extension SettledFinding {
    init(_ finding: Finding, _ release: Release, _ names: [Identifier<User>: String], in visit: Visit) {
        let base = FindingLine(finding, number: 0, in: visit)
        self.init(
            tag: Tag(.clear, "Released", icon: .check), clause: base.clause, ours: base.ours, says: base.says,
            by: "\(names[release.by] ?? "Someone"), as \(release.role.title)", why: quoted(release.reason))
    }

    init(_ finding: Finding, _ correction: Correction, _ names: [Identifier<User>: String], in visit: Visit) {
        let base = FindingLine(finding, number: 0, in: visit)
        let who = correction.outcomeBy.flatMap { names[$0] } ?? "Someone"
        let when = correction.outcomeAt.map { ", \(When.near($0, now: visit.now))" } ?? ""
        self.init(
            tag: Tag(.clear, "Confirmed", icon: .check), clause: base.clause, ours: base.ours, says: base.says,
            by: "\(who)\(when), of \(correction.kind.title.lowercased())", why: quoted(correction.says))
    }
}

extension PassageNote {
    init(_ note: PostNote, _ story: PostStory, me: Identifier<User>, in visit: Visit, _ problems: [Problem]) {
        let field = "answer-" + note.id.text
        self.init(
            person: PersonMark(story.names[note.by] ?? "", id: note.by.text),
            when: "\(When.near(note.at, now: visit.now)), on revision \(note.revision)", quote: note.quote,
            says: note.says, answer: note.answer,
            answerBy: note.answeredBy.map { by in
                [story.names[by], note.answeredAt.map { When.near($0, now: visit.now) }].compactMap { $0 }
                    .joined(separator: ", ")
            },
            form: note.answer == nil && story.writers.contains(me)
                ? PassageNote.AnswerNote(
                    action: visit.link(.postNotes(.value(story.post.id.text))), note: note.id.text,
                    answer: TextField(field, "Your answer", value: visit.form[field], problems: problems)) : nil)
    }
}
