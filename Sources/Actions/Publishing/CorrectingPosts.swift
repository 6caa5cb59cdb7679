import Foundation
import Governance
import Store

/// What of a draft puts right what is out already, account by account.
struct CorrectedPlaces {
    /// The draft without the accounts where nothing changed; where something did, until when that can be approved.
    var content: PostDraft
    /// What is out there now.
    var published: [Identifier<PostingAccount>: Placement]
}

/// What corrected words find in their place.
enum Replaced {
    /// They correct nothing: a new post.
    case nothing
    case out(Placement)
    /// It is not out any more.
    case gone(says: String)

    /// What is out; throws `.conflict` where it is not any more.
    var placement: Placement? {
        get throws(ActionError) {
            switch self {
            case .nothing: nil
            case .out(let placement): placement
            case .gone(let says): throw .conflict(says)
            }
        }
    }
}

extension WriteTransaction {
    /// A post that is out is sent again as its correction: the words and descriptions change, its pictures stay.
    func correctedPlaces(of content: PostDraft, _ post: Post) throws -> CorrectedPlaces {
        let out = try placements(of: post.id, in: [.published])
        var corrected = CorrectedPlaces(content: content, published: [:])
        guard !out.isEmpty else { return corrected }
        corrected.content.places = try content.places.compactMap { place in
            guard let published = out.first(where: { $0.account.id == place.account }) else { return place }
            let draft = content.draft(for: place, on: published.account)
            guard !draft.shows(sameAs: published.draft) else { return nil }
            guard draft.media.map(\.id) == published.draft.media.map(\.id) else {
                throw ActionError.invalid(
                    "pictures",
                    "The pictures of a post that is out stay as they are. Take it down, and write it anew with others")
            }
            corrected.published[place.account] = published
            var place = place
            place.publishAt = try within(2, at: published.account.school).due
            return place
        }
        if corrected.content.places.isEmpty, !content.places.isEmpty {
            throw ActionError.invalid("text", "What is out says this already. Change its words, or leave it as it is")
        }
        return corrected
    }

    /// A correction goes out as soon as somebody has approved it.
    func hurry(_ placement: Placement) throws {
        if placement.corrects != nil { try setDue(.placement, placement.id.text, at: now) }
    }

    /// What these words are to take the place of.
    func replaced(by placement: Placement) throws -> Replaced {
        guard let corrects = placement.corrects else { return .nothing }
        let out = try self.placement(corrects)
        guard out.state == .published else {
            return .gone(says: "What this corrects is not out any more: \(out.state.title.lowercased())")
        }
        return .out(out)
    }

    /// What is under way to take its place.
    func corrections(of placement: Placement) throws -> [Placement] {
        try placements(of: placement.post).filter { $0.corrects == placement.id && $0.state.isUnderway }
    }

    /// A person has put the corrected words out. At the same address they took the place of those before them; at another
    /// one those are out still, and come down.
    func end(
        _ old: Placement, correctedBy new: Placement, with proof: Proof, of post: Post, by user: Identifier<User>
    ) throws -> (events: [Event], tasks: [TaskChange], notices: [NewNotice]) {
        // who shows it by a picture alone says of no other address that it is there
        guard let before = try self.proof(of: old.id)?.address, let address = proof.address,
            !ClearUp.isSame(before, address)
        else {
            return ([], try replace(old, with: new, of: post), [])
        }
        try clearDue(.review, old.id.text)
        let ordered = try order(
            old, of: post, reason: "Other words took its place", section: nil,
            deadline: takedownDeadline(at: old.account.school), by: user)
        return (ordered.events, ordered.tasks + [.close(.reviewPost, .placement(old.id))], ordered.notices)
    }

    /// The corrected words are out: those before them are not, and whoever had to look at those looks at these.
    func replace(_ old: Placement, with new: Placement, of post: Post) throws -> [TaskChange] {
        try settle(old, as: .superseded, why: "Corrected")
        try clearDue(.review, old.id.text)
        var tasks: [TaskChange] = [.close(.reviewPost, .placement(old.id))]
        if try isOpen(.closeReplies, .placement(old.id)) {
            tasks.append(.close(.closeReplies, .placement(old.id)))
            tasks += try publishers(of: new, post).map {
                .open(
                    NewTask(
                        .closeReplies, .placement(new.id), for: $0, due: now + 86_400,
                        rule: "Close the replies to this post on \(new.account.network.title): no program can"))
            }
        }
        return tasks
    }
}

extension Draft {
    /// Whether readers see the same.
    fileprivate func shows(sameAs other: Draft) -> Bool {
        text == other.text && links == other.links && media.map(\.id) == other.media.map(\.id)
            && media.map(\.alt) == other.media.map(\.alt)
    }
}
