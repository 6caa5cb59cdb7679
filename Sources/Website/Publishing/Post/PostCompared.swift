import Actions
import Foundation
import Governance
import Reading

extension PostDesk {
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
}
