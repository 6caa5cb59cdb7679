import Actions
import Foundation
import Governance
import Reading

extension ComposeDesk {
    /// The page, or for a script the parts of it that change.
    func answer(
        _ story: PostStory?, _ read: ComposeForm, accounts: [PostingAccount], version: Int
    ) async throws -> Reply {
        guard visit.form.has("live") else {
            return .page(
                try await page(
                    story, form, read.draft, accounts: accounts, problems: read.problems,
                    isTimeShownTwice: read.isTimeShownTwice))
        }
        var fields = form.values
        fields["version"] = ["\(version)"]
        let composition = try await compose(
            story, Form(values: fields, files: [:]), read.draft, accounts: accounts, problems: [])
        return LiveAnswer(
            composition, in: visit, saved: visit.form["live"] == "save" ? "Saved at \(When.time(visit.now))" : nil
        ).reply
    }

    func page(
        _ story: PostStory?, _ form: Form, _ draft: PostDraft, accounts: [PostingAccount], problems: [Problem],
        isTimeShownTwice: Bool = false
    ) async throws -> Page {
        var composition = try await compose(story, form, draft, accounts: accounts, problems: problems)
        composition.isTimeShownTwice = isTimeShownTwice || PublishTime(form).isShownTwice
        var page = Page(
            story == nil ? "Write a post" : draft.title,
            crumb: Crumb("Posts", visit.link(.posts)), problems: problems, room: .newPost,
            ComposePage(composition, in: visit))
        page.scripts = ["compose.js"]
        return page
    }

    /// Everything the page is made from: the check at every place, and what was said of its findings.
    private func compose(
        _ story: PostStory?, _ form: Form, _ draft: PostDraft, accounts: [PostingAccount], problems: [Problem]
    ) async throws -> Composition {
        let checks = try await check(draft, story)
        let checked = CheckedDraft(checks.map { ($0.account.id, $0.standing) })
        let school: Identifier<School>? =
            checks.first?.account.school ?? story?.post.school ?? Self.onlySchool(of: accounts)
        let settings = try await desk.work.database.settings(at: school)
        var composition = Composition(
            form: form, draft: draft, accounts: accounts, checked: checked, policy: try await policy(at: school),
            problems: problems, post: story?.post.id.text, status: ComposeStatus(story, now: visit.now))
        for line in checked.lines {
            let words = try await replacements(
                for: line, in: draft, before: checked, story, phone: settings.phones?.first)
            if !words.isEmpty { composition.replacements[line.number] = words }
        }
        for correction in story?.answers.corrections ?? [] where correction.outcome != .withdrawn {
            composition.answers[correction.finding] = correction.told
            if correction.outcome == nil { composition.toConfirm.insert(correction.finding) }
            if correction.by == desk.me.user.id, correction.outcome != .rejected {
                composition.standingAnswers[correction.finding] = correction.id
            }
        }
        composition.settings = settings
        composition.notes = [try await desk.pausedNote(), story?.returnedNote(now: visit.now)].compactMap { $0 }
        let out = (story.map { $0.lastPlaces + $0.earlierOut } ?? []).filter { $0.placement.state == .published }
        composition.out = Set(out.map(\.placement.account.id))
        if !out.isEmpty { composition.notes.append(correctionNote(out)) }
        let media = try await shown(draft, of: story)
        for place in draft.places {
            guard let account = composition.account(place.account) else { continue }
            composition.ways[account.id] = try await PlaceWay(
                account, of: draft.draft(for: place, on: account), showing: shown(media, at: place, of: draft),
                in: desk)
        }
        composition.linkEnds = try await LinkEnds(
            draft.places.isEmpty
                ? [Draft(text: draft.text, links: draft.links)]
                : draft.places.map { Draft(text: $0.text ?? draft.text, links: draft.links) }, in: desk, action: nil)
        composition.readingAge = ReadingAgeSentence.of(draft, accounts: accounts)
        if let story, !draft.pictures.isEmpty {
            composition.pictures = try await PictureDesk(desk, story).shown(draft.pictures, editable: true)
        }
        composition.secondOpinion = "A colleague reads it and answers. It approves nothing."
        return composition
    }

    /// The pictures and films of a draft, as far as a network asks.
    private func shown(_ draft: PostDraft, of story: PostStory?) async throws -> [ShownMedium] {
        var media: [ShownMedium] = []
        for picture in draft.pictures {
            guard picture.kind == .video, let post = story?.post.id else {
                let stored = story?.pictures.first { $0.id == picture.picture }
                media.append(stored.map { .picture($0.width, $0.height) } ?? .picture)
                continue
            }
            let file = try await desk.work.database.keptFilm(picture.picture, of: post)
            media.append(ShownMedium(isFilm: true, mediaType: file?.mediaType, bytes: file?.bytes))
        }
        return media
    }

    /// Those that go out there.
    private func shown(_ media: [ShownMedium], at place: DraftPlace, of draft: PostDraft) -> [ShownMedium] {
        let there = Set(draft.pictures(at: place).map(\.picture))
        return zip(draft.pictures, media).filter { there.contains($0.0.picture) }.map(\.1)
    }

    /// That what is written here puts right what is out, and how.
    private func correctionNote(_ out: [PlaceStory]) -> Note {
        let (itself, hand) = out.reduce(into: ([String](), [String]())) { names, place in
            let edits =
                place.connection?.capabilities.edits == true && place.connection?.brokenSince == nil
                && place.publication?.by == nil
            if edits {
                names.0.append(place.placement.account.name)
            } else {
                names.1.append(place.placement.account.name)
            }
        }
        let says =
            (itself.isEmpty ? "" : " On \(Composition.listed(itself)) the words are changed by Chaperone.")
            + (hand.isEmpty ? "" : " On \(Composition.listed(hand)) a person changes them, and brings proof.")
        return Note(
            .quiet, "This post is out.",
            "What you send now is its correction: it goes out as soon as somebody has approved it.\(says) Its pictures "
                + "stay, and their descriptions can change. Both wordings stay on record.")
    }

    /// Before anything is chosen: the school of every account one may write for, so that its guidance is shown.
    private static func onlySchool(of accounts: [PostingAccount]) -> Identifier<School>? {
        let schools = Set(accounts.map(\.school))
        return schools.count == 1 ? schools.first : nil
    }

    /// Before an account is chosen a text is checked as for the first of them.
    func check(_ draft: PostDraft, _ story: PostStory?) async throws -> [PlaceCheck] {
        var draft = draft
        if draft.places.isEmpty, !draft.text.isEmpty, let first = try await desk.accountsToWriteFor().first {
            draft.places = [DraftPlace(account: first.id)]
        }
        do {
            return try await CheckDraft(content: draft, post: story?.post.id, by: desk.me.user.id)
                .perform(in: desk.work)
        } catch ActionError.invalid {
            return []
        }
    }

    private func replacements(
        for line: CheckedDraft.Line, in draft: PostDraft, before: CheckedDraft, _ story: PostStory?, phone: String?
    ) async throws -> [CheckedFinding.Replacement] {
        let passage = line.finding.evidence
        guard !passage.isEmpty, draft.text.contains(passage) else { return [] }
        for words in Replacements.words(for: line.finding, schoolPhone: phone) {
            let after = CheckedDraft(
                try await check(Replacements.replacing(passage, with: words, in: draft), story)
                    .map { ($0.account.id, $0.standing) })
            guard Replacements.isSafe(after, before: before, without: line) else { continue }
            let isPhone = line.finding.code == "personal_data_phone"
            return [CheckedFinding.Replacement(passage, with: words, saying: isPhone ? "Use the school’s number" : nil)]
        }
        return []
    }

    private func policy(at school: Identifier<School>?) async throws -> Policy? {
        try await desk.work.policyInForce(at: school)?.policy
    }
}

extension PostStory {
    /// Whether anyone may write on: nothing of it is under way, and it was not withdrawn.
    var isOpenToWriting: Bool {
        draft.discardedAt == nil
            && !lastPlaces.contains(where: \.placement.state.isUnderway)
    }

    /// Why it came back; nil when it did not.
    func returnedNote(now: Date) -> Note? {
        for place in lastPlaces {
            guard let last = place.states.last, [.returned, .expired, .stopped].contains(last.state) else { continue }
            let who = last.by?.user.flatMap { names[$0] } ?? "Chaperone"
            let when = When.near(last.since, now: now)
            switch last.state {
            case .returned:
                return Note(.warn, "\(who) returned it \(when).", last.why.map(quoted) ?? "", icon: .return)
            case .expired:
                return Note(
                    .quiet, "It expired \(when).", "Nobody decided before its time. Choose a later one.", icon: .history
                )
            default: return Note(.block, "It was stopped \(when).", last.why ?? "", icon: .stop)
            }
        }
        return nil
    }
}

extension ComposeStatus {
    init(_ story: PostStory?, now: Date) {
        guard let story else {
            self.init(saved: nil, revision: nil, tag: Tag(.quiet, "Not saved yet", icon: .draft))
            return
        }
        let state = story.lastPlaces.first?.placement.state
        self.init(
            saved: "Saved \(When.near(story.draft.savedAt, now: now))",
            revision: story.lastRevision.map { "Revision \($0.number) was sent" },
            tag: state.map { $0 == .superseded ? Tag.draft : Tag($0, mine: true) } ?? .draft)
    }
}

extension Correction {
    /// What became of it, for its author.
    fileprivate var told: String {
        switch outcome {
        case .confirmed: "You answered: \(quoted(says)) It was confirmed."
        case .rejected:
            "You answered: \(quoted(says)) It was not accepted" + (outcomeWhy.map { ": \(quoted($0))" } ?? ".")
        case .withdrawn: ""
        case nil: "You answered: \(quoted(says)) It waits for whoever approves the post."
        }
    }
}
