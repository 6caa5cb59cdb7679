import Foundation
import Governance
import Platforms
import Store

/// Looks on a network for what attempts may have left there of a post that is not to go out any more, or that a person
/// published instead, and takes it away: a draft and its pictures, and the post itself where it went out unseen.
struct ClearUp: Sendable {
    let taken: TakenDispatch

    init(_ taken: TakenDispatch) { self.taken = taken }

    func perform(in organisation: Organisation) async throws -> SendPost.Outcome {
        let account = taken.dispatch.account
        let sealed = try await organisation.database.sealedConnection(of: account)
        do {
            guard let (_, network) = try await organisation.networkConnection(of: account) else {
                return try await failed(.cannot("The account is not connected any more"), in: organisation)
            }
            let known = try await organisation.look(by: .schedule) { tx -> (OutgoingPost, String?)? in
                guard let dispatch = try tx.held(taken) else { return nil }
                return (try organisation.prepared(dispatch, tx).post, try tx.proofAddress(of: dispatch.placement))
            }
            guard let (post, byHand) = known else { return .dropped }
            var found = taken.dispatch.mayBeOut ? try await network.find(post) : nil
            // a person found it there, and brought it as their proof
            if let there = found, let byHand, Self.isSame(there.address, byHand) { found = nil }
            // what a person proved by a picture alone may be the very one that is found
            if byHand == nil, try await organisation.isPublished(taken.dispatch.placement) { found = nil }
            if let found { try await network.takeDown(found.id) }
            try await network.abandon(post)
            return try await done(found, in: organisation)
        } catch let trouble as NetworkTrouble {
            return try await failed(
                organisation.whatRemains(of: trouble, since: sealed, of: account), in: organisation)
        }
    }

    /// Whether two addresses are those of one post.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let plain = { (address: String) in
            address.lowercased().replacing(/^https?:\/\/(www\.)?/, with: "").replacing(/\/$/, with: "")
        }
        // X names the same post under the account and under none
        let name = { (address: String) in plain(address).split(separator: "/").last.map(String.init) ?? "" }
        return plain(one) == plain(other)
            || (name(one) == name(other) && name(one).count >= 10 && name(one).allSatisfy(\.isNumber))
    }

    private func done(_ found: Published?, in organisation: Organisation) async throws -> SendPost.Outcome {
        try await organisation.change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            dispatch.state = .done
            dispatch.mayBeOut = false
            dispatch.trouble = nil
            try tx.release(dispatch)
            let says =
                "An attempt to send your post to \(placement.account.name) had gone through unseen. It was found there and "
                + "taken down"
            return Recorded(
                .done,
                Event(
                    .leftoverCleared, .post(post.id),
                    after: [
                        "placement": .text(placement.id.text), "account": .text(placement.account.name),
                        "was-out": .flag(found != nil), "address": RecordValue(found?.address),
                    ]),
                notices: found == nil ? [] : [NewNotice(to: post.keeper, .postChanged, .post(post.id), says: says)])
        }
    }

    private func failed(_ trouble: NetworkTrouble, in organisation: Organisation) async throws -> SendPost.Outcome {
        try await organisation.change(by: .schedule) { tx -> Recorded<SendPost.Outcome> in
            guard var dispatch = try tx.held(taken) else { return .unchanged(.dropped) }
            let placement = try tx.placement(dispatch.placement)
            let post = try tx.post(placement.post)
            let isOver = !dispatch.fail(trouble, at: tx.now)
            try tx.release(dispatch)
            let broken =
                trouble.breaksConnection ? try organisation.markBroken(dispatch.account, trouble, tx) : nil
            let told = isOver && dispatch.mayBeOut ? try tx.people(who: placement, post) : []
            let says =
                "A post that is not to be on \(placement.account.name) may be out there all the same, and it could not be "
                + "looked for: look there, and delete it. \(trouble.says)"
            return Recorded(
                .notNow,
                Event(
                    .clearingFailed, .post(post.id),
                    after: [
                        "placement": .text(placement.id.text), "account": .text(placement.account.name),
                        "attempt": .number(dispatch.attempts), "last": .flag(isOver),
                    ], why: trouble.says), and: broken.map { [$0.event] } ?? [], tasks: broken?.tasks ?? [],
                notices: told.map { NewNotice(to: $0, .postChanged, .post(post.id), says: says) })
        }
    }
}

extension Organisation {
    /// Whether a person has published it.
    fileprivate func isPublished(_ placement: Identifier<Placement>) async throws -> Bool {
        try await look(by: .schedule) { tx in try tx.placement(placement).state == .published }
    }
}

extension WriteTransaction {
    /// Whoever keeps the post, and those who publish at its school.
    fileprivate func people(who placement: Placement, _ post: Post) throws -> Set<Identifier<User>> {
        let school = placement.account.school
        let role = try firstHeldOrNone(PublishingRoles.publishing, at: school)
        return try Set(role.map { try holders(of: $0, at: school) } ?? []).union([post.keeper])
    }
}
