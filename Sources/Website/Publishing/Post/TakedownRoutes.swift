import Actions
import Foundation
import Governance
import Reading

/// Ordering that a post come down, and showing that it is gone.
enum TakedownRoutes {
    static let all: [Route] = [
        .get(.takedown(.any), .deciders) { visit in .page(try await takedown(visit)) },
        .post(.takedown(.any), .deciders, .form, order),
        .post(.takedownProof(.any), .deciders, .upload(megabytes: 9), takenDown),
    ]

    private static func takedown(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let (story, place) = try await desk.placed()
        let key = SiteURL.Part.value(place.placement.id.text)
        let pictures =
            place.placement.draft.media.isEmpty ? [] : try await PostDesk(visit).pictures(story).map(\.onPaper)
        switch place.placement.state {
        case .published:
            return Page(
                "Take it down from \(place.placement.account.name)", title: "Take down \(story.draft.content.title)",
                crumb: PlacementRoutes.crumb(story, visit),
                problems: problems, frame: .journey, room: .posts,
                TakedownPage(
                    says:
                        "Use this when a post breaks the policy, or a family asks. Whoever posted it is told at once. "
                        + byItself(place),
                    text: place.placement.draft.text, pictures: pictures, anyPictures: !pictures.isEmpty,
                    order: try await orderForm(visit, place.placement, of: story, desk, problems), proof: nil))
        case .ordered:
            let order = place.takedown
            return Page(
                "Show that it is gone from \(place.placement.account.name)", crumb: PlacementRoutes.crumb(story, visit),
                problems: problems, frame: .journey, room: .posts,
                TakedownPage(
                    says: "Remove it on \(place.placement.account.name), then say so here.",
                    text: place.placement.draft.text, pictures: pictures, anyPictures: !pictures.isEmpty, order: nil,
                    proof: TakedownPage.ProofForm(
                        action: visit.link(.takedownProof(key)),
                        facts: [
                            Fact(
                                "Ordered by",
                                order.map { $0.by.map { story.names[$0] ?? "" } ?? "Chaperone, by itself" } ?? ""),
                            Fact("Why", order.map { quoted($0.reason) } ?? ""),
                            Fact("By", order.map { When.near($0.deadline, now: visit.now) } ?? ""),
                        ] + (place.publication?.proof.address.map { [Fact("It was at", $0)] } ?? []),
                        note: TextField(
                            "note", "What does its address show now?", hint: TakedownPage.noteHint,
                            value: visit.form["note"], short: true,
                            problems: problems),
                        screenshot: PlacementRoutes.mayBeShown(place, story)
                            ? PublishPage.screenshot(problems: problems) : nil)))
        default:
            throw TurnedAway.conflict("It is not public: \(place.placement.state.title.lowercased()).")
        }
    }

    /// Whether somebody has to go there.
    private static func byItself(_ place: PlaceStory) -> String {
        place.connection?.brokenSince == nil && place.connection?.capabilities.takesDown == true
            ? "Chaperone takes it down by itself." : "A person takes it down there, and shows here that it is gone."
    }

    /// By the end of the day at the latest, unless something else is chosen.
    private static func orderForm(
        _ visit: Visit, _ placement: Placement, of story: PostStory, _ desk: PublishingDesk, _ problems: [Problem]
    ) async throws -> TakedownPage.OrderForm {
        let soon = PublishTime.fields(of: visit.now + 2 * 3600)
        let policy = try await desk.work.policyInForce(at: placement.account.school)?.policy
        let elsewhere = story.places.map(\.placement).filter {
            $0.id != placement.id && ($0.state == .published || $0.state.isUnderway)
        }.map(\.account.name)
        let clauses = policy?.clauses.filter { $0.duties.contains("PUB-17") || $0.breach == .block } ?? []
        var sections: [(value: String, text: String)] = [("", "None, or I do not know")]
        for clause in clauses where !sections.contains(where: { $0.value == clause.at }) {
            sections.append((clause.at, [clause.at, clause.heading].compactMap { $0 }.joined(separator: " ")))
        }
        return TakedownPage.OrderForm(
            action: visit.link(.takedown(.value(visit.part("placement")))),
            reason: TextField(
                "reason", "Why must it come down?", value: visit.form["reason"], short: true, problems: problems),
            date: TextField(
                "date", "By which day", value: visit.form.has("date") ? visit.form["date"] : soon.date, type: "date",
                short: true, problems: problems),
            time: TextField(
                "time", "By what time", value: visit.form.has("time") ? visit.form["time"] : soon.time, type: "time",
                short: true, problems: problems),
            section: SelectField(
                "section", "Section it rests on", sections, chosen: visit.form["section"], problems: problems),
            elsewhere: elsewhere.isEmpty ? nil : Consent.list(elsewhere),
            everywhere: problems.isEmpty || visit.form.has("everywhere"))
    }

    @Sendable private static func order(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let (story, place) = try await desk.placed()
        let time = PublishTime(visit.form)
        var problems = time.problems
        if problems.isEmpty, time.instant == nil { problems = [Problem("date", "Say by when it must be gone")] }
        guard problems.isEmpty, let deadline = time.instant else { return .page(try await takedown(visit, problems)) }
        let section = visit.form.trimmed("section")
        do {
            try await OrderTakedown(
                placement: place.placement.id, reason: visit.form["reason"], section: section.isEmpty ? nil : section,
                deadline: deadline, everywhere: visit.form.has("everywhere")
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(
                try await takedown(
                    visit, errors.map { Problem($0.field == "deadline" ? "date" : $0.field, $0.says) }))
        }
        return .see(.post(.value(story.post.id.text)))
    }

    @Sendable private static func takenDown(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let (story, place) = try await desk.placed()
        do {
            try await RecordTakedown(
                placement: place.placement.id,
                proof: ProofGiven(
                    screenshot: visit.form.files["screenshot"]?.bytes, note: visit.form.trimmed("note"))
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(
                try await takedown(visit, errors.map { Problem($0.field == "proof" ? "note" : $0.field, $0.says) }))
        }
        return .see(.post(.value(story.post.id.text)))
    }
}
