import Actions
import Foundation
import Governance
import Reading

/// A post's own page, its revisions, its days, its paper, and what is done with it after it was sent.
enum PostRoutes {
    static let all: [Route] = [
        .get(.post(.any), .deciders) { visit in .page(try await PostDesk(visit).page()) },
        .get(.postPrint(.any), .deciders) { visit in .page(try await PostDesk(visit).onPaper()) },
        .get(.postCompared(.any), .deciders) { visit in .page(try await PostDesk(visit).compared()) },
        .get(.postOnDay(.any), .deciders) { visit in .page(try await PostDesk(visit).onDay()) },
        .post(.postNotes(.any), .deciders, .form, note),
        .post(.postWithdrawal(.any), .deciders, .form) { visit in
            let desk = try PublishingDesk(visit)
            let why = visit.form.trimmed("reason")
            try await WithdrawPost(post: Identifier(visit.part("post")), why: why.isEmpty ? nil : why)
                .perform(in: desk.work, by: desk.actor)
            return .see(.post(.value(visit.part("post"))))
        },
        .post(.postReopening(.any), .writers, .form) { visit in
            let desk = try PublishingDesk(visit)
            try await EditPost(post: Identifier(visit.part("post"))).perform(in: desk.work, by: desk.actor)
            return .see(.editPost(.value(visit.part("post"))))
        },
        .post(.postKeeper(.any), .deciders, .form, handOn),
        .post(.postReview(.any), .deciders, .form, review),
        .get(.secondOpinion(.any), .deciders) { visit in .page(try await SecondOpinionPage.page(for: visit)) },
        .post(.secondOpinion(.any), .deciders, .form, opinion),
        .get(.screenshot(placement: .any, proof: .any), .deciders, screenshot),
    ]

    @Sendable private static func note(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        let post = SiteURL.Part.value(story.post.id.text)
        if visit.form.has("note") {
            let note = visit.form.trimmed("note")
            guard story.notes.contains(where: { $0.id.text == note }) else { throw TurnedAway.notFound }
            do {
                try await AnswerNote(note: Identifier(note), answer: visit.form["answer-\(note)"])
                    .perform(in: desk.work, by: desk.actor)
            } catch ActionError.invalid(let errors) {
                return .page(try await PostDesk(visit).page(errors.map { Problem("answer-\(note)", $0.says) }))
            }
            return .seeLink(visit.link(.post(post)) + "#notes")
        }
        let text = story.lastRevision?.content.text ?? ""
        let quote = visit.form.trimmed("quote")
        let range = quote.count > 500 ? nil : text.scalarRange(of: quote)
        guard quote.isEmpty || range != nil else {
            let says = "These words are not in the text, letter for letter. Copy them from it, or leave this empty"
            return .page(try await ApprovalDesk(visit).page([Problem("quote", says)]))
        }
        do {
            try await AddNote(
                post: story.post.id, revision: story.lastRevision?.number ?? 0, range: range, says: visit.form["says"]
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await ApprovalDesk(visit).page(errors.map { Problem("says", $0.says) }))
        }
        let waits = story.lastPlaces.contains { $0.placement.state == .waiting }
        return .seeLink(visit.link(waits ? .approval(post) : .post(post)) + "#notes")
    }

    @Sendable private static func handOn(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        do {
            let to = try await visit.chosen("to", among: .writers(besides: story.post.keeper, at: story.post.school))
            guard let to else { throw ActionError.invalid("to", "Choose a colleague") }
            try await HandOnPosts(from: story.post.keeper, to: to, why: visit.form["why-keeper"])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(
                try await PostDesk(visit).page(
                    errors.map { Problem($0.field == "why" ? "why-keeper" : $0.field, $0.says) }))
        }
        return .see(.post(.value(story.post.id.text)))
    }

    @Sendable private static func review(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        guard let outcome = PostReview.Outcome(rawValue: visit.form["outcome"]) else {
            return .page(try await PostDesk(visit).page([Problem("outcome", "Choose what you found")]))
        }
        let why = visit.form.trimmed("why")
        if outcome == .takeDown, why.isEmpty {
            return .page(try await PostDesk(visit).page([Problem("why", "Say why it must come down")]))
        }
        var isDone = false
        var notPermitted: ActionError?
        for place in story.places where place.reviews.contains(where: { $0.outcome == nil }) {
            do {
                try await ReviewPost(placement: place.placement.id, outcome: outcome, why: why.isEmpty ? nil : why)
                    .perform(in: desk.work, by: desk.actor)
                isDone = true
            } catch ActionError.notPermitted(let says) {
                notPermitted = .notPermitted(says)
            }
        }
        if !isDone, let notPermitted { throw notPermitted }
        return .see(.post(.value(story.post.id.text)))
    }

    @Sendable private static func opinion(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let post = Identifier<Post>(visit.part("post"))
        do {
            if visit.form.has("opinion") {
                try await GiveSecondOpinion(opinion: Identifier(visit.form["opinion"]), answer: visit.form["says"])
                    .perform(in: desk.work, by: desk.actor)
                return .see(.post(.value(post.text)))
            }
            let story = try await desk.story()
            let who = try await visit.chosen("who", among: .writers(besides: desk.me.user.id, at: story.post.school))
            guard let who else { throw ActionError.invalid("who", "Choose a colleague") }
            _ = try await AskSecondOpinion(post: post, colleague: who, question: visit.form["question"])
                .perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            let fields = ["answer": "says", "colleague": "who"]
            return .page(
                try await SecondOpinionPage.page(
                    for: visit, problems: errors.map { Problem(fields[$0.field] ?? $0.field, $0.says) }))
        }
        return .see(.editPost(.value(post.text)))
    }

    @Sendable private static func screenshot(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let (_, place) = try await desk.placed()
        let proofs = [place.publication?.proof, place.takedown?.proof].compactMap { $0?.screenshot }
        guard let proof = proofs.first(where: { $0.digest == visit.part("proof") }) else { throw TurnedAway.notFound }
        return .picture(type: proof.kind.mediaType, try await desk.work.database.picture(of: proof))
    }
}

extension String {
    /// Where a passage stands, in Unicode scalars; nil when it is empty or not there.
    func scalarRange(of passage: String) -> Range<Int>? {
        let words = Array(passage.unicodeScalars)
        let all = Array(unicodeScalars)
        guard !words.isEmpty, words.count <= all.count else { return nil }
        let start = (0...(all.count - words.count)).first { all[$0..<($0 + words.count)].elementsEqual(words) }
        return start.map { $0..<($0 + words.count) }
    }
}
