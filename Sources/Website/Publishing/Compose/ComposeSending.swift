import Actions
import Foundation
import Governance
import HTTPTypes
import Reading

extension ComposeDesk {
    /// Sends it; all that stands in the way comes back at once, as problems that link to their field or finding.
    func send(_ post: Identifier<Post>, _ read: ComposeForm, version: Int) async throws -> [Problem] {
        guard read.problems.isEmpty else {
            var problems = read.problems
            if read.draft.places.isEmpty { problems.append(Problem("account", "Choose at least one account")) }
            if read.draft.text.allSatisfy(\.isWhitespace) { problems.append(Problem("text", "Write something")) }
            return try await problems + stopping(post, read.draft)
        }
        let story = try await desk.work.database.postStory(post)
        if let story, !story.lastPlaces.isEmpty, story.lastPlaces.allSatisfy({ $0.placement.state == .published }),
            story.lastRevision?.content == read.draft
        {
            return [Problem("text", "Nothing is different from what is out. Change it first")]
        }
        do {
            switch try await SendForApproval(post: post, version: version).perform(in: desk.work, by: desk.actor) {
            case .sent: return []
            case .refused: return try await stopping(post, read.draft)
            }
        } catch ActionError.invalid(let errors) {
            let fields = ["places": "account", "publishAt": "date", "links": "link"]
            var problems: [Problem] = []
            for error in errors {
                let problem = Problem(fields[error.field] ?? error.field, error.says)
                if !problems.contains(problem) { problems.append(problem) }
            }
            return try await problems + stopping(post, read.draft)
        }
    }

    /// The findings for which the door stays shut, each at its place on the page.
    private func stopping(_ post: Identifier<Post>, _ draft: PostDraft) async throws -> [Problem] {
        // the page shows none before anything is written
        guard !([draft.text] + draft.places.compactMap(\.text)).allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
            return []
        }
        let story = try await desk.work.database.postStory(post)
        let checks = try await check(draft, story)
        let offered = Set(
            (story?.answers.corrections ?? []).filter { $0.outcome == nil || $0.outcome == .confirmed }
                .map(\.finding))
        return CheckedDraft(checks.map { ($0.account.id, $0.standing) }).lines
            .filter { line in
                line.finding.severity == .block
                    && !(line.finding.basis == .reading && offered.contains(line.finding.key))
            }
            .map { Problem("finding-\($0.number)", $0.finding.says) }
    }

    /// Offers a correction of fact; what is wrong with it comes back at its fields.
    func offerCorrection(_ post: Identifier<Post>, _ read: ComposeForm) async throws -> [Problem] {
        let number = form.trimmed("answer")
        guard let key = FindingToken.key(of: form["key-\(number)"]) else { return [] }
        guard let kind = CorrectionKind(rawValue: form["kind-\(number)"]) else {
            return [Problem("kind-\(number)", "Choose what it is")]
        }
        let checks = try await CheckDraft(content: read.draft, post: post, by: desk.me.user.id).perform(in: desk.work)
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
    func conflict(_ post: Identifier<Post>, _ read: ComposeForm, _ theirs: SavedDraft, by name: String) -> Reply {
        let says = "\(name) saved this draft at \(When.time(theirs.savedAt)). Yours was not saved over it."
        if visit.form.has("live") {
            return LiveAnswer(trouble: says + " Save the draft to see both.").reply
        }
        let edit = visit.link(.editPost(.value(post.text)))
        // the pictures of what was sent are those that are saved: what its writer saw stands in the form alone
        var beside = theirs.content.differences(from: read.draft, now: visit.now)
        let seen = visit.form.has("pictures-seen") ? visit.form["pictures-seen"] : nil
        if let seen, seen != theirs.content.picturesMark { beside.append(ConflictPage.otherPictures) }
        return .page(
            Page(
                "Two of you wrote at once", crumb: Crumb("Back to the draft", edit), room: .newPost, status: .conflict,
                ConflictPage(
                    action: edit, says: says, theirs: theirs.content.text, mine: read.draft.text,
                    runs: DiffRun.runs(from: theirs.content.text, to: read.draft.text),
                    beside: beside, anyBeside: !beside.isEmpty,
                    carried: ConflictPage.carried(form, over: theirs),
                    text: TextField("text", "The text to keep", value: read.draft.text), theirsLink: edit)))
    }
}

extension PostDraft {
    /// By which one state of its pictures, and of what is said of them, is told from another; empty: it has none.
    var picturesMark: String { pictures.map { (try? $0.mark().text) ?? "" }.joined(separator: " ") }

    /// What differs from another draft beside the shared text, for whoever wrote the other.
    fileprivate func differences(from mine: PostDraft, now: Date) -> [String] {
        let time = { (draft: PostDraft) in draft.publishAt.map { When.near($0, now: now) } ?? "none" }
        let link = { (draft: PostDraft) in draft.links.isEmpty ? "none" : draft.links.joined(separator: ", ") }
        var says: [String] = []
        if publishAt != mine.publishAt { says.append("Their time: \(time(self)). Yours: \(time(mine)).") }
        if links != mine.links { says.append("Their link: \(link(self)). Yours: \(link(mine)).") }
        if Set(places.map(\.account)) != Set(mine.places.map(\.account)) {
            says.append("They chose other accounts than you.")
        } else if places != mine.places {
            says.append("A text, a time or the choice of pictures for one of the accounts is another.")
        }
        if infringesPrivacy != mine.infringesPrivacy || mayHarmStanding != mine.mayHarmStanding {
            says.append("An answer under “Before it goes out” is another.")
        }
        return says
    }
}
