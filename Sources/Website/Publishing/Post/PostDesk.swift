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
        if story.isWaiting { actions.append(HeadAction("Decide it", icon: .approve, visit.link(.approval(key)))) }
        actions.append(HeadAction("Print", icon: .print, visit.link(.postPrint(key))))
        return Page(
            story.draft.content.title, crumb: Crumb("Posts", visit.link(.posts)), actions: actions, problems: problems,
            room: .posts, try await content(story, problems))
    }

    func onPaper() async throws -> Page {
        let story = try await desk.story()
        let lines = try await lines(of: story)
        let head = try await desk.work.database.recordHead()
        let approved = story.lastPlaces.compactMap { $0.states.first { $0.state == .scheduled }?.by?.user }.first
        return Page(
            story.draft.content.title,
            crumb: Crumb("Back to the post", visit.link(.post(.value(story.post.id.text)))), frame: .journey,
            room: .posts,
            PostPrintPage(
                facts: [
                    Fact("School", story.schoolName), Fact("Written by", story.authorName),
                    Fact("Approved by", approved.flatMap { story.names[$0] } ?? "Nobody yet"),
                    Fact("Kept under review by", story.keeperName),
                ],
                placements: story.lastPlaces.map { part($0, story, actions: false) }, story: lines,
                foot: "Printed on \(When.full(visit.now)). Head of the record: \(head)."))
    }

    func compared() async throws -> Page {
        let story = try await desk.story()
        let numbers = story.revisions.map {
            (value: "\($0.number)", text: "Revision \($0.number), \(When.near($0.sentAt, now: visit.now))")
        }
        guard let last = story.revisions.last else { throw TurnedAway.notFound }
        let known = story.revisions.map(\.number)
        let to = Int(visit.query["to"]) ?? last.number
        let from = Int(visit.query["from"]) ?? known.last { $0 < to } ?? to
        guard known.contains(to), known.contains(from) else { throw TurnedAway.notFound }
        guard let compared = try await desk.work.database.comparison(of: story.post.id, from, to) else {
            throw TurnedAway.notFound
        }
        let own = compared.places.compactMap { place -> PostComparedPage.OwnText? in
            guard case .text(let diff) = place.change else { return nil }
            return PostComparedPage.OwnText(account: place.account, runs: diff.runs.map(DiffRun.init))
        }
        return Page(
            "What changed", title: "What changed in \(story.draft.content.title)", crumb: back(story), room: .posts,
            PostComparedPage(
                action: visit.link(.postCompared(.value(story.post.id.text))),
                from: SelectField("from", "From", numbers, chosen: "\(from)"),
                to: SelectField("to", "To", numbers, chosen: "\(to)"), runs: compared.text.runs.map(DiffRun.init),
                isSame: compared.text.isEmpty, own: own, beside: compared.beside, anyBeside: !compared.beside.isEmpty))
    }

    func onDay() async throws -> Page {
        let story = try await desk.story()
        let today = Day(of: visit.now)
        let day = Day(written: visit.query.trimmed("on"))
        var problems: [Problem] = []
        if day == nil, visit.query.has("on") { problems = [Problem("on", "Enter a day such as 24 November 2026")] }
        if let day, day > today { problems = [Problem("on", "That day is still to come. Enter today or one before")] }
        let shown = min(day ?? today, today)
        let out = try await desk.work.database.publishedText(of: story.post.id, on: shown)
        return Page(
            "On \(When.date(shown))", title: "\(story.draft.content.title) on \(When.date(shown))", crumb: back(story),
            problems: problems, room: .posts,
            PostOnDayPage(
                out: out.compactMap { text in
                    story.places.first { $0.placement.id == text.placement }.map { part($0, story, actions: false) }
                }, nothing: "Nothing of this post was public on that day.", onDay: onDayForm(story, shown, problems)))
    }

    private func back(_ story: PostStory) -> Crumb {
        Crumb(story.draft.content.title, visit.link(.post(.value(story.post.id.text))))
    }

    private func onDayForm(_ story: PostStory, _ day: Day, _ problems: [Problem] = []) -> PostPage.OnDayForm {
        PostPage.OnDayForm(
            action: visit.link(.postOnDay(.value(story.post.id.text))),
            on: TextField("on", "Day", value: "\(day)", type: "date", short: true, problems: problems))
    }

    private func content(_ story: PostStory, _ problems: [Problem]) async throws -> PostPage {
        let lines = try await lines(of: story)
        let numbers = try await desk.work.database.timeline(of: story.post.id).map(\.number)
        let key = SiteURL.Part.value(story.post.id.text)
        let states = story.lastPlaces.map(\.placement.state)
        let writes = desk.me.authority.holds(any: PublishingRoles.writing, at: story.post.school)
        let mine = [story.post.author, story.post.keeper].contains(desk.me.user.id)
        let isUnderway = states.contains { [.waiting, .scheduled, .ready].contains($0) }
        let isOut = states.contains { $0.isOut }
        let withdraws = mine || desk.me.authority.holds(any: PostApproval.roles, at: story.post.school)
        var notes = [try await desk.pausedNote(at: [story.post.school])].compactMap { $0 }
        if visit.query["sent"] == "yes", story.isWaiting {
            notes.insert(
                Note(.clear, "Sent for approval.", "Someone else reads it. You are told what they decide."), at: 0)
        } else if let returned = story.returnedNote(now: visit.now) {
            notes.insert(returned, at: 0)
        }
        let shared = sharedText(story)
        let onDay = story.places.contains { $0.publication != nil } ? onDayForm(story, Day(of: visit.now)) : nil
        let keeper = try await keeperForm(story, problems)
        let reopens = writes && isUnderway
        let isWithdrawable = withdraws && !isOut && story.draft.discardedAt == nil
        return PostPage(
            tag: story.tag(mine: mine), byline: byline(story), notes: notes, shared: shared,
            placements: story.lastPlaces.map { part($0, story, actions: true, isTextShown: shared == nil) },
            anyPlacements: !story.lastPlaces.isEmpty,
            draft: story.lastPlaces.isEmpty ? story.draft.content.text : nil, story: lines, anyStory: !lines.isEmpty,
            recordSays: numbers.isEmpty
                ? nil
                : "From the record, events \(NetworkPreview.grouped(numbers.first ?? 0)) to "
                    + "\(NetworkPreview.grouped(numbers.last ?? 0)).",
            passages: story.notes.map { PassageNote($0, story, me: desk.me.user.id, in: visit, problems) },
            anyPassages: !story.notes.isEmpty,
            onDay: onDay,
            compareLink: story.revisions.count > 1 ? visit.link(.postCompared(key)) : nil,
            edit: writes && story.isOpenToWriting && !isOut
                ? HeadAction(
                    story.revisions.isEmpty ? "Go on writing" : "Change it and send it again",
                    visit.link(.editPost(key)))
                : nil,
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
        let drafts = story.lastPlaces.map(\.placement.draft)
        guard let first = drafts.first, drafts.count > 1,
            drafts.allSatisfy({ $0.text == first.text && $0.links == first.links })
        else { return nil }
        return PostPage.SharedText(text: first.text, link: first.links.first)
    }

    /// One placement, with what can be done with it by whoever looks.
    private func part(
        _ place: PlaceStory, _ story: PostStory, actions: Bool, isTextShown: Bool = true
    ) -> PlacementPart {
        let placement = place.placement
        let key = SiteURL.Part.value(placement.id.text)
        let school = placement.account.school
        let mine = [story.post.author, story.post.keeper].contains(desk.me.user.id)
        let publishes = mine || desk.me.authority.holds(any: PublishingRoles.publishing, at: school)
        let orders = mine || desk.me.authority.holds(any: PublishingRoles.orderingTakedown, at: school)
        let facts = facts(of: place, isPaper: !actions)
        let last = place.states.last
        return PlacementPart(
            anchor: "placement-\(placement.id.text)", account: placement.account.name,
            tag: Tag(placement.state, mine: mine), when: when(place, story),
            text: isTextShown ? placement.draft.text : nil, link: isTextShown ? placement.draft.links.first : nil,
            why: place.takedown == nil ? last?.why.map { last?.by?.user == nil ? $0 : quoted($0) } : nil,
            facts: facts, anyFacts: !facts.isEmpty,
            publish: actions && publishes && placement.state == .ready
                ? HeadAction("Publish it by hand", visit.link(.publishing(key))) : nil,
            takedown: actions && placement.state == .published && orders
                ? HeadAction("Take down", visit.link(.takedown(key)))
                : actions && placement.state == .ordered && publishes
                    ? HeadAction("Show that it is gone", visit.link(.takedown(key))) : nil)
    }

    private func when(_ place: PlaceStory, _ story: PostStory) -> String {
        let placement = place.placement
        if let publication = place.publication {
            let name = story.names[publication.by] ?? "someone"
            return
                "\(placement.account.network.title). Published \(When.near(publication.at, now: visit.now)) by \(name)."
        }
        return "\(placement.account.network.title). Meant for \(When.near(placement.publishAt, now: visit.now))."
    }

    /// On paper with the policy's digest, by which its exact words are proved.
    private func facts(of place: PlaceStory, isPaper: Bool) -> [Fact] {
        var facts: [Fact] = []
        let key = SiteURL.Part.value(place.placement.id.text)
        let add = { (proof: Proof?, name: String) in
            guard let proof else { return }
            if let address = proof.address { facts.append(Fact("Address", address)) }
            if let shot = proof.screenshot {
                facts.append(
                    Fact(name, "Look at it", link: visit.link(.screenshot(placement: key, proof: .value(shot.digest)))))
            }
            if let note = proof.note { facts.append(Fact("Note", note)) }
        }
        add(place.publication?.proof, "Screenshot")
        if let takedown = place.takedown {
            facts.append(
                Fact("Ordered down", "\(quoted(takedown.reason)) by \(When.near(takedown.deadline, now: visit.now))"))
            if let section = takedown.section { facts.append(Fact("Under", "Policy \(section)")) }
            if let done = takedown.doneAt { facts.append(Fact("Gone", When.near(done, now: visit.now))) }
        }
        add(place.takedown?.proof, "Screenshot of it gone")
        if isPaper, let decision = place.decisions.last?.decision {
            facts.append(Fact("Policy", "\(decision.policy.key), \(decision.policy.digest.prefix(12))"))
        }
        return facts
    }

    private func reviewForm(_ story: PostStory, _ problems: [Problem]) -> PostPage.ReviewForm? {
        let open = story.places.flatMap(\.reviews).filter { $0.outcome == nil }
        guard let review = open.first,
            story.post.keeper == desk.me.user.id
                || desk.me.authority.holds(any: PostApproval.roles, at: story.post.school)
        else { return nil }
        return PostPage.ReviewForm(
            action: visit.link(.postReview(.value(story.post.id.text))),
            says:
                "It is time to look at it again, by \(When.near(review.dueAt, now: visit.now)). Is it still right, and "
                + "are its comments in order?",
            outcome: ChoiceField(
                "outcome", "What did you find?",
                [
                    (PostReview.Outcome.stillRight.rawValue, "It is still right", nil),
                    (PostReview.Outcome.takeDown.rawValue, "It must come down", "The take-down is ordered at once"),
                ], chosen: [visit.form["outcome"]], problems: problems),
            why: TextField("why", "In a sentence", value: visit.form["why"], short: true, problems: problems))
    }

    private func keeperForm(_ story: PostStory, _ problems: [Problem]) async throws -> PostPage.KeeperForm? {
        guard
            story.post.keeper == desk.me.user.id
                || desk.me.authority.holds(any: PublishingRoles.arranging, at: story.post.school)
        else { return nil }
        let people = try await desk.work.database.users()
            .filter { line in
                line.user.endedAt == nil && line.user.id != story.post.keeper
                    && line.grants.contains {
                        PublishingRoles.writing.contains($0.grant.role) && $0.grant.isValid(at: visit.now)
                            && ($0.grant.school == nil || $0.grant.school == story.post.school)
                    }
            }
        guard !people.isEmpty else { return nil }
        return PostPage.KeeperForm(
            action: visit.link(.postKeeper(.value(story.post.id.text))),
            says: "\(story.keeperName) keeps it under review. Handing on passes all their posts to one colleague.",
            to: SelectField(
                "to", "To whom?", people.map { ($0.user.id.text, $0.user.name) }, chosen: visit.form["to"],
                problems: problems),
            why: TextField("why-keeper", "Why?", value: visit.form["why-keeper"], problems: problems),
            open: problems.contains { ["to", "why-keeper"].contains($0.field) })
    }

    /// The story from the record, with what the door said.
    private func lines(of story: PostStory) async throws -> [StoryLine] {
        let ids = Dictionary(story.names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        let entries = try await desk.work.database.timeline(of: story.post.id)
        return TimelineEntry.together(entries, at: story.places.map(\.placement.account.name)).map { entry, told in
            let day = Day(of: entry.at)
            let worst = entry.decision?.findings.map(\.severity).max()
            let finding = entry.decision?.findings.first { $0.severity == worst }
            return StoryLine(
                day: When.short(day), time: When.time(entry.at),
                who: ids[entry.who].map { PersonMark(entry.who, id: $0.text) },
                says: (ids[entry.who] == nil ? "\(entry.who) " : "") + told + ".", quote: entry.why.map(quoted),
                tag: entry.decision.map { _ in Tag(worst) },
                clause: finding.flatMap { ClauseChip.link(for: $0, in: visit) }, link: nil)
        }
    }
}

extension TimelineEntry {
    /// What was done at one time for several accounts is told once, with all their names.
    fileprivate static func together(
        _ entries: [TimelineEntry], at accounts: [String]
    ) -> [(entry: TimelineEntry, says: String)] {
        var told: [(entry: TimelineEntry, account: String?, accounts: [String])] = []
        for entry in entries {
            let account = accounts.filter { entry.says.contains(" on \($0)") }.max { $0.count < $1.count }
            if let account, let last = told.last, let before = last.account, last.entry.who == entry.who,
                When.time(last.entry.at) == When.time(entry.at), last.entry.why == entry.why,
                last.entry.says.replacing(before, with: "") == entry.says.replacing(account, with: "")
            {
                let isWorse = last.entry.worst == nil || (entry.worst ?? .warn) > (last.entry.worst ?? .warn)
                told[told.count - 1] = (
                    isWorse ? entry : last.entry, isWorse ? account : before, last.accounts + [account]
                )
            } else {
                told.append((entry, account, account.map { [$0] } ?? []))
            }
        }
        return told.map { line in
            let says = line.account.map { line.entry.says.replacing($0, with: Composition.listed(line.accounts)) }
            return (line.entry, says ?? line.entry.says)
        }
    }

    private var worst: Severity? { decision?.findings.map(\.severity).max() }
}

extension PostStory {
    var isWaiting: Bool { lastPlaces.contains { $0.placement.state == .waiting } }

    /// How the whole stands: the state that asks for most.
    func tag(mine: Bool) -> Tag {
        if draft.discardedAt != nil { return Tag(.withdrawn) }
        let order: [PlacementState] = [
            .stopped, .ordered, .ready, .returned, .expired, .waiting, .scheduled, .published, .takenDown, .withdrawn,
        ]
        let states = Set(lastPlaces.map(\.placement.state))
        return order.first(where: states.contains).map { Tag($0, mine: mine) } ?? .draft
    }
}

extension When {
    /// `20 Nov`
    static func short(_ day: Day) -> String {
        let words = date(day).split(separator: " ")
        return words.count == 3 ? "\(words[0]) \(words[1].prefix(3))" : date(day)
    }
}
