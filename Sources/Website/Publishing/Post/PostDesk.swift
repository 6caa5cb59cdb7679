import Actions
import Foundation
import Governance
import Reading

/// One request about a post's own page.
struct PostDesk {
    let desk: PublishingDesk
    var visit: Visit { desk.visit }

    init(_ visit: Visit) throws { desk = try PublishingDesk(visit) }

    func page(_ problems: [Problem] = []) async throws -> Page {
        let story = try await desk.story()
        let key = SiteURL.Part.value(story.post.id.text)
        var actions: [HeadAction] = []
        let waiting = story.lastPlaces.map(\.placement).filter { $0.state == .waiting }
        if try !ApprovalDesk(visit).decidable(story, waiting).isEmpty {
            actions.append(HeadAction("Decide it", icon: .approve, visit.link(.approval(key))))
        }
        let states = (story.lastPlaces + story.earlierOut).map(\.placement.state)
        if states.contains(where: { $0.isOut || $0.isUnderway || $0 == .takenDown }) {
            actions.append(HeadAction("I made a mistake", icon: .flag, visit.link(.mistake(key))))
        }
        actions.append(HeadAction("Print", icon: .print, visit.link(.postPrint(key))))
        return Page(
            story.draft.content.title, crumb: Crumb("Posts", visit.link(.posts)), actions: actions, problems: problems,
            room: .posts, try await content(story, problems))
    }

    func back(_ story: PostStory) -> Crumb {
        Crumb(story.draft.content.title, visit.link(.post(.value(story.post.id.text))))
    }

    private func content(_ story: PostStory, _ problems: [Problem]) async throws -> PostPage {
        let entries = try await desk.work.database.timeline(of: story.post.id)
        let lines = lines(entries, of: story)
        let numbers = entries.map(\.number)
        let key = SiteURL.Part.value(story.post.id.text)
        let places = story.lastPlaces + story.earlierOut
        let states = places.map(\.placement.state)
        let writes = desk.me.authority.holds(any: PublishingRoles.writing, at: story.post.school)
        let mine = story.post.isOf(desk.me.user.id)
        let isUnderway = states.contains(where: \.isUnderway)
        let isOut = states.contains { $0.isOut }
        let withdraws = mine || desk.me.authority.holds(any: PostApproval.roles, at: story.post.school)
        var notes = [try await desk.pausedNote(within: .only([story.post.school]))].compactMap { $0 }
        if visit.query["sent"] == "yes", story.isWaiting {
            notes.insert(
                Note(.clear, "Sent for approval.", "Someone else reads it. You are told what they decide."), at: 0)
        } else if let returned = story.returnedNote(now: visit.now) {
            notes.insert(returned, at: 0)
        }
        if let note = pictureEndNote(story) { notes.insert(note, at: 0) }
        if story.pictures.contains(where: \.isHeld) {
            notes.append(
                Note(
                    .hold, "A picture waits.", "It looks like one that must not exist.",
                    link: HeadAction("Is it another?", visit.link(.likeness(key)))))
        }
        if let mistake = story.mistakes.last, mistake.advice == nil {
            notes.append(
                Note(
                    .warn, "A mistake was reported.", quoted(mistake.says),
                    link: HeadAction("See it, and what is advised", visit.link(.mistake(key)))))
        }
        let shared = sharedText(story)
        let onDay = story.places.contains { $0.publication != nil } ? onDayForm(story, Day(of: visit.now)) : nil
        let keeper = try await keeperForm(story, problems)
        let pictures = try await pictures(story)
        let reopens = writes && isUnderway
        let isWithdrawable = withdraws && !isOut && story.draft.discardedAt == nil
        return PostPage(
            tag: story.tag(mine: mine), byline: byline(story), notes: notes, shared: shared,
            placements: places.map { part($0, story, actions: true, isTextShown: shared == nil) },
            anyPlacements: !story.lastPlaces.isEmpty, pictures: pictures, anyPictures: !pictures.isEmpty,
            links: try await LinkEnds(places.map(\.placement.draft), in: desk, action: nil),
            draft: story.lastPlaces.isEmpty ? story.draft.content.text : nil, story: lines, anyStory: !lines.isEmpty,
            recordSays: numbers.isEmpty
                ? nil
                : "From the record, events \(grouped(numbers.first ?? 0)) to "
                    + "\(grouped(numbers.last ?? 0)).",
            passages: story.notes.map { PassageNote($0, story, me: desk.me.user.id, in: visit, problems) },
            anyPassages: !story.notes.isEmpty,
            onDay: onDay,
            compareLink: story.revisions.count > 1 ? visit.link(.postCompared(key)) : nil,
            edit: writes && story.isOpenToWriting && !states.contains(.ordered)
                ? HeadAction(
                    story.revisions.isEmpty
                        ? "Go on writing" : isOut ? "Correct it" : "Change it and send it again",
                    visit.link(.editPost(key)))
                : nil,
            isEditSecond: states.contains(.takenDown),
            reopening: reopens
                ? PostPage.ActForm(
                    action: visit.link(.postReopening(key)), heading: "Change what is already sent",
                    says: "It is taken back first; whoever decides is asked again.", reason: nil,
                    button: "Take it back to change it") : nil,
            withdrawal: isWithdrawable
                ? PostPage.ActForm(
                    action: visit.link(.postWithdrawal(key)), heading: "Withdraw it",
                    says: "It will not go out. Its story stays.",
                    reason: TextField("reason", "Why?", value: visit.form["reason"], short: true, problems: problems),
                    button: "Withdraw it", open: problems.contains { $0.field == "reason" }) : nil,
            review: reviewForm(story, problems), keeper: keeper,
            anyActs: onDay != nil || keeper != nil || reopens || isWithdrawable)
    }

    private func byline(_ story: PostStory) -> String {
        let approved = story.lastPlaces.compactMap { $0.states.first { $0.state == .scheduled }?.by?.user }.first
        let by = approved.flatMap { story.names[$0] }.map { ", approved by \($0)" } ?? ""
        let saved = story.revisions.isEmpty ? " Saved \(When.near(story.draft.savedAt, now: visit.now))." : ""
        return "By \(story.authorName)\(by).\(saved)"
    }

    /// What several accounts say alike, once; nil when there is one account, or they differ.
    private func sharedText(_ story: PostStory) -> PostPage.SharedText? {
        let drafts = (story.lastPlaces + story.earlierOut).map(\.placement.draft)
        guard let first = drafts.first, drafts.count > 1,
            drafts.allSatisfy({ $0.text == first.text && $0.links == first.links })
        else { return nil }
        return PostPage.SharedText(text: first.text, link: first.links.first)
    }

}

extension PostStory {
    var isWaiting: Bool { lastPlaces.contains { $0.placement.state == .waiting } }

    /// How the whole stands: the state that asks for most.
    func tag(mine: Bool) -> Tag {
        if draft.discardedAt != nil { return Tag(.withdrawn) }
        let states = Set((lastPlaces + earlierOut).map(\.placement.state))
        return PlacementState.byWhatTheyAsk.first(where: states.contains).map { Tag($0, mine: mine) } ?? .draft
    }
}

extension PlacementState {
    /// Those that a post can stand in, the one that asks for most first.
    static let byWhatTheyAsk: [PlacementState] = [
        .ordered, .stopped, .ready, .sending, .returned, .expired, .waiting, .scheduled, .published, .takenDown,
        .withdrawn,
    ]
}
