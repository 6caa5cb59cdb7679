import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// Before a person publishes what the program gave up: where an attempt may have gone through unseen, the network is
    /// asked, and what is there already is published by its word. False where it is not there, or nobody can say.
    func isOutAlready(
        _ id: Identifier<Placement>, _ given: String?, by actor: Actor
    ) async throws -> Bool {
        let known = try await look(by: actor) { tx -> (Identifier<PostingAccount>, OutgoingPost)? in
            guard let dispatch = try tx.dispatch(.publish, of: id), dispatch.state == .givenUp, dispatch.mayBeOut else {
                return nil
            }
            return (dispatch.account, try prepared(dispatch, tx).post)
        }
        guard let (account, post) = known else { return false }
        let found: (out: Published, connection: Connection)
        do {
            guard let (connection, network) = try await networkConnection(of: account),
                let out = try await network.find(post)
            else { return false }
            found = (out, connection)
        } catch is NetworkTrouble { return false }
        return try await change(by: actor) { tx -> Recorded<Bool> in
            guard var dispatch = try tx.dispatch(.publish, of: id), dispatch.state == .givenUp else {
                return .unchanged(false)
            }
            let placement = try tx.placement(id)
            let post = try tx.post(placement.post)
            guard placement.state == .ready else { return .unchanged(false) }
            if case .gone = try tx.replaced(by: placement) { return .unchanged(false) }
            dispatch.state = .done
            dispatch.mayBeOut = false
            try tx.release(dispatch)
            let done = try published(
                placement, of: post, found.out, by: found.connection,
                note: "It was found on \(placement.account.network.title) already", tx)
            let isOther = given != nil && given != found.out.address
            let says = "It was out already, at \(found.out.address). If you also published it, delete your copy"
            return Recorded(
                true, done.events[0], and: Array(done.events.dropFirst()), tasks: done.tasks,
                notices: done.notices
                    + (isOther ? [NewNotice(to: try tx.person(), .postChanged, .post(post.id), says: says)] : []))
        }
    }
}
