import Actions
import Foundation
import Governance
import Reading

extension PublishingDesk {
    /// What the visitor has just decided, and what happens next; nil where the address names no decision of theirs.
    func decidedNote() async throws -> Note? {
        for state in [PlacementState.scheduled, .returned] {
            let post = visit.query[state == .scheduled ? "approved" : "returned"]
            guard !post.isEmpty, let story = try await work.database.postStory(Identifier(post)),
                isReached(story)
            else { continue }
            let theirs = story.lastPlaces.filter { place in
                place.states.contains { $0.state == state && $0.by?.user == me.user.id }
            }
            guard !theirs.isEmpty else { continue }
            let link = HeadAction("See the post", visit.link(.post(.value(post))))
            let words = story.draft.content.title
            let title = "“\(words)”" + (words.last?.isPunctuation == true ? "" : ".")
            if state == .returned {
                return Note(
                    .quiet, "Returned: \(title)",
                    "\(story.keeperName) reads your reason, changes it, and sends it again.", icon: .return, link: link)
            }
            let waiting = story.lastPlaces.map(\.placement).filter { $0.state == .waiting }.map(\.account.name)
            let others =
                waiting.isEmpty
                ? [] : ["\(Composition.listed(waiting)) \(waiting.count == 1 ? "waits" : "wait") for somebody else."]
            return Note(
                .clear, "Approved: \(title)", (try await nextSteps(theirs) + others).joined(separator: " "), link: link
            )
        }
        return nil
    }

    /// `It goes out by itself today at 17:00 on School Facebook.` Each once, with all the accounts that it is about.
    private func nextSteps(_ places: [PlaceStory]) async throws -> [String] {
        var steps: [(says: String, accounts: [String])] = []
        for place in places {
            let says = try await nextStep(place)
            if let same = steps.firstIndex(where: { $0.says == says }) {
                steps[same].accounts.append(place.placement.account.name)
            } else {
                steps.append((says, [place.placement.account.name]))
            }
        }
        return steps.map { "\($0.says) on \(Composition.listed($0.accounts))." }
    }

    private func nextStep(_ place: PlaceStory) async throws -> String {
        let placement = place.placement
        let when = When.near(placement.publishAt, now: visit.now)
        let isCorrection = placement.corrects != nil
        switch placement.state {
        case .scheduled, .sending:
            let way = try await PlaceWay(
                placement.account, of: placement.draft, showing: media(of: placement), in: self)
            guard way.goesByItself(on: placement.account.network) else {
                return isCorrection ? "A person puts it in the place of what is out" : "A person publishes it \(when)"
            }
            return isCorrection ? "It takes the place of what is out by itself" : "It goes out by itself \(when)"
        case .ready: return "A person publishes it now"
        case .published: return "It is out"
        case .stopped: return "It was stopped"
        default: return "It is \(placement.state.title.lowercased())"
        }
    }

    private func media(of placement: Placement) async throws -> [ShownMedium] {
        var media: [ShownMedium] = []
        for medium in placement.draft.media {
            guard medium.kind == .video else {
                media.append(.picture)
                continue
            }
            let file = try await work.database.keptFilm(Identifier(medium.id), of: placement.post)
            media.append(ShownMedium(isFilm: true, mediaType: file?.mediaType, bytes: file?.bytes))
        }
        return media
    }
}
