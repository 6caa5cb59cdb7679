import Actions
import Foundation
import Governance
import HTTPTypes
import Reading

/// Writing a post: a blank page, a draft, the check while one types, and the sending.
enum ComposeRoutes {
    static let all: [Route] = [
        .get(.newPost, .writers) { visit in .page(try await ComposeDesk(visit).blank()) },
        .post(.newPost, .writers, .form) { visit in try await ComposeDesk(visit).begin() },
        .get(.editPost(.any), .writers) { visit in try await ComposeDesk(visit).open() },
        .post(.editPost(.any), .writers, .form) { visit in try await ComposeDesk(visit).change() },
    ]
}

/// One request about a draft.
struct ComposeDesk {
    let desk: PublishingDesk
    var visit: Visit { desk.visit }
    /// The form as sent, with a replacement already made in it.
    let form: Form

    init(_ visit: Visit) throws {
        desk = try PublishingDesk(visit)
        form = visit.form.replaced
    }

    /// A page to begin on.
    func blank() async throws -> Page {
        let accounts = try await desk.accountsToWriteFor()
        var form = Form()
        if accounts.count == 1 { form = Form(values: ["account": accounts.map(\.id.text)], files: [:]) }
        let read = ComposeForm(form, accounts: accounts)
        return try await page(nil, form, read.draft, accounts: accounts, problems: [])
    }

    /// The first save makes the post.
    func begin() async throws -> Reply {
        let accounts = try await desk.accountsToWriteFor()
        let read = ComposeForm(form, accounts: accounts)
        if visit.form["live"] == "check" || (read.draft == PostDraft() && visit.form["do"] != "send") {
            return try await answer(nil, read, accounts: accounts, version: 0)
        }
        let school = try await desk.school(of: read.draft, accounts: accounts)
        let post = try await StartPost(school: school, content: read.draft).perform(in: desk.work, by: desk.actor)
        return try await goOn(post, read, accounts: accounts, version: 1)
    }

    /// A draft that was saved.
    func open() async throws -> Reply {
        let story = try await desk.story()
        guard desk.me.authority.holds(any: PublishingRoles.writing, at: story.post.school) else {
            throw TurnedAway.notPermitted
        }
        guard story.isOpenToWriting else { return .see(.post(.value(story.post.id.text))) }
        let accounts = try await desk.accountsToWriteFor()
        let form = ComposeForm.fields(of: story.draft.content, version: story.draft.version)
        return .page(try await page(story, form, story.draft.content, accounts: accounts, problems: []))
    }

    /// A draft that was sent back: saved, unless somebody else saved since; then whatever was asked for.
    func change() async throws -> Reply {
        let story = try await desk.story()
        let accounts = try await desk.accountsToWriteFor()
        let read = ComposeForm(form, accounts: accounts, before: story.draft.content)
        if visit.form["live"] == "check" {
            return try await answer(story, read, accounts: accounts, version: read.version)
        }
        let saving = try await SaveDraft(post: story.post.id, version: read.version, content: read.draft)
            .perform(in: desk.work, by: desk.actor)
        switch saving {
        case .saved(let version): return try await goOn(story.post.id, read, accounts: accounts, version: version)
        case .conflict(let theirs, let name): return conflict(story.post.id, read, theirs, by: name)
        }
    }

    /// What the button asked for, now that nothing can be lost.
    private func goOn(
        _ post: Identifier<Post>, _ read: ComposeForm, accounts: [PostingAccount], version: Int
    ) async throws -> Reply {
        let edit = SiteURL.editPost(.value(post.text))
        let story = try await desk.work.database.postStory(post)
        if visit.form.has("live") { return try await answer(story, read, accounts: accounts, version: version) }
        var problems = read.problems
        if visit.form.has("answer") {
            problems += try await offerCorrection(post, read)
            if problems.isEmpty { return .seeLink(visit.link(edit) + "#finding-" + visit.form.trimmed("answer")) }
        } else if visit.form["do"] == "second-opinion", problems.isEmpty {
            return .see(.secondOpinion(.value(post.text)))
        } else if visit.form["do"] == "send", problems.isEmpty {
            problems += try await send(post, version: version)
            if problems.isEmpty { return .seeLink(visit.link(.post(.value(post.text))) + "?sent=yes") }
        } else if problems.isEmpty {
            let isCheck = visit.form["do"] == "check" || visit.form.has("replace")
            return .seeLink(visit.link(edit) + (isCheck ? "#found" : ""))
        }
        var fields = form.values
        fields["version"] = ["\(version)"]
        return .page(
            try await page(
                story, Form(values: fields, files: [:]), read.draft, accounts: accounts, problems: problems,
                isTimeShownTwice: read.isTimeShownTwice))
    }

    /// Sends it; what stands in the way comes back as problems that link to their finding or field.
    private func send(_ post: Identifier<Post>, version: Int) async throws -> [Problem] {
        do {
            switch try await SendForApproval(post: post, version: version).perform(in: desk.work, by: desk.actor) {
            case .sent: return []
            case .refused(let places):
                var says: [String] = []
                for finding in places.flatMap(\.stopping) where !says.contains(finding.says) {
                    says.append(finding.says)
                }
                return says.map { Problem("found", $0) }
            }
        } catch ActionError.invalid(let errors) {
            let fields = ["places": "account", "publishAt": "date", "links": "link"]
            var problems: [Problem] = []
            for error in errors {
                let problem = Problem(fields[error.field] ?? error.field, error.says)
                if !problems.contains(problem) { problems.append(problem) }
            }
            return problems
        }
    }

    /// Offers a correction of fact; what is wrong with it comes back at its fields.
    private func offerCorrection(_ post: Identifier<Post>, _ read: ComposeForm) async throws -> [Problem] {
        let number = form.trimmed("answer")
        guard let key = FindingToken.key(of: form["key-\(number)"]) else { return [] }
        guard let kind = CorrectionKind(rawValue: form["kind-\(number)"]) else {
            return [Problem("kind-\(number)", "Choose what it is")]
        }
        let checks = try await CheckDraft(content: read.draft, post: post).perform(in: desk.work)
        guard let place = checks.first(where: { $0.decision.findings.contains { $0.key == key } }) else { return [] }
        do {
            try await AnswerFinding(
                post: post, account: place.account.id, finding: key, kind: kind, says: form["says-\(number)"]
            ).perform(in: desk.work, by: desk.actor)
            return []
        } catch ActionError.invalid(let errors) {
            return errors.map { Problem("\($0.field)-\(number)", $0.says) }
        }
    }

    /// Both texts, beside each other; a script is told where to look.
    private func conflict(_ post: Identifier<Post>, _ read: ComposeForm, _ theirs: SavedDraft, by name: String) -> Reply
    {
        let says = "\(name) saved this draft at \(When.time(theirs.savedAt)). Yours was not saved over it."
        if visit.form.has("live") {
            return LiveAnswer(trouble: says + " Save the draft to see both.").reply
        }
        let edit = visit.link(.editPost(.value(post.text)))
        return .page(
            Page(
                "Two of you wrote at once", crumb: Crumb("Back to the draft", edit), room: .newPost, status: .conflict,
                ConflictPage(
                    action: edit, says: says, theirs: theirs.content.text, mine: read.draft.text,
                    runs: DiffRun.runs(from: theirs.content.text, to: read.draft.text),
                    carried: ConflictPage.carried(form, version: theirs.version),
                    text: TextField("text", "The text to keep", value: read.draft.text), theirsLink: edit)))
    }

    /// The page, or for a script the parts of it that change.
    private func answer(
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

    private func page(
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
        }
        composition.settings = settings
        composition.notes = [try await desk.pausedNote(), story?.returnedNote(now: visit.now)].compactMap { $0 }
        composition.readingAge = ReadingAgeSentence.of(draft, accounts: accounts)
        composition.secondOpinion = "A colleague reads it and answers. It approves nothing."
        return composition
    }

    /// Before anything is chosen: the school of every account one may write for, so that its guidance is shown.
    private static func onlySchool(of accounts: [PostingAccount]) -> Identifier<School>? {
        let schools = Set(accounts.map(\.school))
        return schools.count == 1 ? schools.first : nil
    }

    /// Before an account is chosen a text is checked as for the first of them.
    private func check(_ draft: PostDraft, _ story: PostStory?) async throws -> [PlaceCheck] {
        var draft = draft
        if draft.places.isEmpty, !draft.text.isEmpty, let first = try await desk.accountsToWriteFor().first {
            draft.places = [DraftPlace(account: first.id)]
        }
        do {
            return try await CheckDraft(content: draft, post: story?.post.id).perform(in: desk.work)
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
            && !lastPlaces.contains { [.waiting, .scheduled, .ready].contains($0.placement.state) }
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

extension Form {
    /// With the passage that a button names said otherwise, in the post's text and in those of single accounts.
    fileprivate var replaced: Form {
        guard let change = CheckedFinding.Replacement.read(self["replace"]) else { return self }
        var fields = values
        for name in fields.keys where name == "text" || name.hasPrefix("own-") {
            fields[name] = fields[name]?.map { $0.replacing(change.passage, with: change.words) }
        }
        return Form(values: fields, files: files)
    }
}
