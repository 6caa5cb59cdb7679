import Actions
import Foundation
import Governance
import Reading

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
        if visit.form["live"] == "check"
            || (read.draft == PostDraft() && !["send", "pictures"].contains(visit.form["do"]))
        {
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
        } else if visit.form.has("take-back") {
            try await WithdrawCorrection(correction: Identifier(visit.form["take-back"]))
                .perform(in: desk.work, by: desk.actor)
            return .seeLink(visit.link(edit) + "#found")
        } else if visit.form["do"] == "pictures", problems.isEmpty {
            return .see(.postPictures(.value(post.text)))
        } else if visit.form["do"] == "links", problems.isEmpty {
            let texts = [read.draft.text] + read.draft.places.compactMap(\.text)
            let links = LinksOfPost(texts.map { Draft(text: $0, links: read.draft.links) })
            try await FollowLinks(links.followed, for: desk.me.user.id).perform(in: desk.work)
            return .seeLink(visit.link(edit) + "#links")
        } else if visit.form["do"] == "second-opinion", problems.isEmpty {
            return .see(.secondOpinion(.value(post.text)))
        } else if visit.form["do"] == "send" {
            problems = try await send(post, read, version: version)
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
}

extension Form {
    /// With the passage that a button names said otherwise, in the post's text and in those of single accounts.
    fileprivate var replaced: Form {
        guard let change = CheckedFinding.Replacement.read(self["replace"]) else { return self }
        var fields = values
        for name in fields.keys where name == "text" || name.hasPrefix("own-") {
            fields[name] = fields[name]?.map { $0.replacing(change.passage, with: change.words, maxReplacements: 50) }
        }
        return Form(values: fields, files: files)
    }
}
