import Actions
import Foundation
import Governance
import Reading

extension PostDesk {
    /// One step from the post: what went wrong, what is to happen, and what somebody advised.
    func mistake(_ problems: [Problem] = []) async throws -> Page {
        let story = try await desk.story()
        guard !story.revisions.isEmpty else { throw TurnedAway.notFound }
        let school = story.post.school
        let terms = MistakeTerms(try await desk.work.policyInForce(at: school)?.policy)
        let action = visit.link(.mistake(.value(story.post.id.text)))
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let latest = story.mistakes.last { $0.by == desk.me.user.id }
        let reported = visit.query["reported"] == "yes" ? latest : nil
        let writes = desk.me.authority.holds(any: PublishingRoles.writing, at: school)
        let reached = (story.lastPlaces + story.earlierOut).map(\.placement)
            .filter { $0.state == .published || $0.state.isUnderway }
        return Page(
            "I made a mistake", title: "A mistake in \(story.draft.content.title)", crumb: back(story),
            problems: problems, frame: .journey, room: .posts,
            MistakePage(
                thanks: reported.map { thanks($0, story) }, text: story.lastRevision?.content.text ?? "",
                form: reported == nil
                    ? MistakePage.ReportForm(
                        action: action,
                        says:
                            "It happens to everyone. Say so at once: \(asked(terms)) asked for advice, and you are told "
                            + "what they say.",
                        clause: terms.section.flatMap { ClauseChip.link(to: $0, in: visit) },
                        wish: MistakePage.wishes(
                            wishes(story, reached: reached, writes: writes),
                            isOut: reached.contains { $0.state.isOut }, chosen: visit.form["wish"], problems: problems),
                        what: TextField(
                            "says", "What went wrong?", hint: "In a sentence. Name no \(word.one).",
                            value: visit.form["says"], short: true, problems: problems),
                        standing: MistakePage.standing(chosen: visit.form.has("standing"))) : nil,
                correct: reported?.wish == .correct && writes ? correction(story) : nil,
                reports: story.mistakes.reversed().map { report($0, story, action, problems) },
                anyReports: !story.mistakes.isEmpty))
    }

    /// Where the right words are written: from a post that is out, or one that must first be taken back.
    func correction(_ story: PostStory) -> HeadAction {
        let key = SiteURL.Part.value(story.post.id.text)
        return story.isOpenToWriting
            ? HeadAction("Write the corrected words", visit.link(.editPost(key)))
            : HeadAction("Take it back to change it", visit.link(.post(key)) + "#acts")
    }

    private func wishes(_ story: PostStory, reached: [Placement], writes: Bool) -> [Mistake.Wish] {
        let mine = story.post.isOf(desk.me.user.id)
        let orders = reached.contains {
            mine || desk.me.authority.holds(any: PublishingRoles.orderingTakedown, at: $0.account.school)
        }
        return (orders ? [.takeDown] : []) + (writes && story.draft.discardedAt == nil ? [.correct] : []) + [.advice]
    }

    private func asked(_ terms: MistakeTerms) -> String { "the \(terms.roles[0].title) is" }

    private func thanks(_ mistake: Mistake, _ story: PostStory) -> Note {
        let places = (story.lastPlaces + story.earlierOut).map(\.placement)
        let states = places.map(\.state)
        let still = places.filter { [.waiting, .scheduled, .ready].contains($0.state) }.map(\.account.name)
        let next =
            switch mistake.wish {
            case .takeDown where !still.isEmpty:
                "On \(Consent.list(still)) you may not stop it: tell whoever approves there."
            case .takeDown where !states.contains(where: \.isOut):
                states.contains(.sending)
                    ? "It is going out at this moment, and comes down as soon as it is there." : "It goes out no more."
            case .takeDown:
                "It has to come down. Where Chaperone published it, it goes by itself; where a person did, take it down "
                    + "there and show that it is gone."
            case .correct: "Write the right words now. Somebody approves them, and they take the place of those there."
            case .advice: "Nothing happens to the post until you have advice."
            }
        return Note(.clear, "Thank you for saying so.", "\(waits(mistake)) \(next)")
    }

    private func waits(_ mistake: Mistake) -> String {
        "The \(mistake.told.title) is asked for advice, and you are told what they say."
    }

    private func report(
        _ mistake: Mistake, _ story: PostStory, _ action: String, _ problems: [Problem]
    ) -> MistakePage.Report {
        let field = "advice-" + mistake.id.text
        let advises =
            mistake.advice == nil && mistake.by != desk.me.user.id
            && desk.me.authority.holds(any: Releasing.ladder(from: mistake.told), at: story.post.school)
        return MistakePage.Report(
            person: PersonMark(story.names[mistake.by] ?? "", id: mistake.by.text),
            when: When.near(mistake.at, now: visit.now).capitalisedFirst,
            own: mistake.isOwn ? "Reported by whoever wrote or keeps the post" : nil,
            wish: mistake.wish.title, says: mistake.says,
            standing: mistake.harmsStanding ? "It may harm the school’s name." : nil,
            standingClause: mistake.standingSection.flatMap { ClauseChip.link(to: $0, in: visit) },
            advice: mistake.advice.map(quoted),
            adviceBy: mistake.advisedBy.map { by in
                [story.names[by], mistake.advisedAt.map { When.near($0, now: visit.now) }].compactMap(\.self)
                    .joined(separator: ", ")
            },
            waits: mistake.advice == nil ? "The \(mistake.told.title) is asked for advice." : nil,
            form: advises
                ? MistakePage.AdviceForm(
                    action: action, mistake: mistake.id.text,
                    advice: TextField(
                        field, "Your advice", value: visit.form[field], short: true, problems: problems)) : nil)
    }
}

extension Mistake.Wish {
    fileprivate var title: String {
        switch self {
        case .takeDown: "To come down"
        case .correct: "To be corrected"
        case .advice: "Advice first"
        }
    }
}

/// Reports of mistakes, and the advice on them.
enum MistakeRoutes {
    static let all: [Route] = [
        .get(.mistake(.any), .deciders) { visit in .page(try await PostDesk(visit).mistake()) },
        .post(.mistake(.any), .deciders, .form, said),
    ]

    @Sendable private static func said(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        let link = visit.link(.mistake(.value(story.post.id.text)))
        if visit.form.has("mistake") {
            let mistake = visit.form.trimmed("mistake")
            guard story.mistakes.contains(where: { $0.id.text == mistake }) else { throw TurnedAway.notFound }
            do {
                try await AdviseOnMistake(
                    post: story.post.id, mistake: Identifier(mistake), advice: visit.form["advice-\(mistake)"]
                ).perform(in: desk.work, by: desk.actor)
            } catch ActionError.invalid(let errors) {
                return .page(try await PostDesk(visit).mistake(errors.map { Problem("advice-\(mistake)", $0.says) }))
            }
            return .seeLink(link + "#reported")
        }
        var problems: [Problem] = []
        let chosen = Mistake.Wish(rawValue: visit.form["wish"])
        if chosen == nil { problems.append(Problem("wish", "Choose what should happen with the post")) }
        if visit.form.trimmed("says").isEmpty {
            problems.append(Problem("says", "Say what went wrong, in a sentence"))
        }
        guard let wish = chosen, problems.isEmpty else { return .page(try await PostDesk(visit).mistake(problems)) }
        do {
            try await ReportMistake(
                post: story.post.id, wish: wish, says: visit.form["says"],
                harmsStanding: visit.form.has("standing")
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await PostDesk(visit).mistake(errors.map { Problem($0.field, $0.says) }))
        }
        return .seeLink(link + "?reported=yes")
    }
}
