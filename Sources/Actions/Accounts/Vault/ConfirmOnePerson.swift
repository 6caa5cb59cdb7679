import Foundation
import Governance
import Store

/// Confirms that one person alone may look at log-in details again, as another asked; from then on it is so.
package struct ConfirmOnePerson: Sendable {
    package var request: Identifier<OnePersonRequest>

    package init(_ request: Identifier<OnePersonRequest>) { self.request = request }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        guard try await organisation.standing(of: actor) == .stands else {
            throw ActionError.conflict("Your school’s sign-in does not stand for you now, so this is not confirmed")
        }
        try await organisation.change(by: actor) { tx in
            let request = try organisation.waitingRequest(request, tx)
            let user = try tx.person()
            guard try organisation.confirmers(of: request, tx).contains(user) else {
                throw ActionError.notPermitted(
                    request.askedBy == user
                        ? "Nobody confirms what they asked for themselves"
                        : "It is confirmed by another who allows looks there, or administers the whole organisation, and "
                            + "whose roles and way in nobody has touched for \(OnePersonRequest.daysToStand) days")
            }
            guard try tx.authority(of: request.askedBy).holds(any: [.administrator], at: nil) else {
                throw ActionError.conflict(
                    "Whoever asked for it administers the organisation no more, so it cannot be confirmed. Decline it")
            }
            let before = try tx.ownSettings(of: request.school)
            let isHeldEverywhere = try request.school != nil && tx.ownSettings(of: nil).isTwoPeopleForLogins
            guard before.isTwoPeopleForLogins, !isHeldEverywhere else {
                throw ActionError.conflict("The setting is another by now, so there is nothing to confirm. Decline it")
            }
            let told = try organisation.custodyNotices(at: request.school, besides: [request.askedBy, user], tx)
            var after = before
            after.twoPeopleForLogins = request.school == nil ? false : nil
            try tx.write(after, of: request.school)
            try tx.settle(request, as: .confirmed, by: user)
            let name = try tx.user(user).name
            return Recorded(
                try .settingsChanged(from: before, to: after, at: request.school, why: request.reason),
                and: [Event(.onePersonConfirmed, request.place, after: .asked(request), why: request.reason)],
                tasks: [.close(.confirmOnePerson, RecordSubject(.onePersonRequest, request.id))],
                notices: told + [
                    request.word(
                        to: request.askedBy, "\(name) confirms it: one person alone looks at log-in details now")
                ])
        }
    }
}

/// Declines that one person alone may look at log-in details again; whoever asked takes it back so. Two stay asked for.
package struct DeclineOnePerson: Sendable {
    package var request: Identifier<OnePersonRequest>
    package var why: String

    package init(_ request: Identifier<OnePersonRequest>, why: String) {
        self.request = request
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is not to be", most: 500)
        try await organisation.change(by: actor) { tx in
            let request = try organisation.waitingRequest(request, tx)
            let user = try tx.person()
            guard try request.askedBy == user || organisation.declines(request, user, tx) else {
                throw ActionError.notPermitted("It is declined by those who allow looks at log-in details there")
            }
            try tx.settle(request, as: .declined, by: user)
            let name = try tx.user(user).name
            return Recorded(
                Event(.onePersonDeclined, request.place, after: .asked(request), why: why),
                tasks: [.close(.confirmOnePerson, RecordSubject(.onePersonRequest, request.id))],
                notices: request.askedBy == user
                    ? [] : [request.word(to: request.askedBy, "\(name) declines that one person looks alone: \(why)")])
        }
    }
}

extension Organisation {
    fileprivate func waitingRequest(
        _ id: Identifier<OnePersonRequest>, _ tx: WriteTransaction
    ) throws -> OnePersonRequest {
        guard let request = try tx.onePersonRequest(id) else { throw ActionError.notFound }
        guard request.answer == nil else { throw ActionError.conflict("This has been answered already") }
        guard request.waits(at: tx.now) else {
            throw ActionError.conflict("Nobody confirmed this in time. Whoever still wants it asks again")
        }
        return request
    }

    /// To say no is for everybody who keeps what it is about, however new they are.
    fileprivate func declines(
        _ request: OnePersonRequest, _ user: Identifier<User>, _ tx: WriteTransaction
    ) throws -> Bool {
        let authority = try tx.authority(of: user)
        return try authority.holds(any: [.administrator], at: nil)
            || tx.schoolsUnprotected(at: request.school).contains {
                authority.holds(any: try accountTerms(at: $0.id, tx).allowing, at: $0.id)
            }
    }
}

extension WriteTransaction {
    /// A wish that nobody confirmed in its time is over.
    func onePersonLapsed(_ item: DueItem) throws -> Recorded<Void> {
        guard let request = try onePersonRequest(Identifier(item.subject)), request.answer == nil else {
            return .unchanged
        }
        try settle(request, as: .lapsed, by: nil)
        return Recorded(
            Event(.onePersonLapsed, request.place, after: .asked(request)),
            tasks: [.close(.confirmOnePerson, RecordSubject(.onePersonRequest, request.id))],
            notices: [
                request.word(
                    to: request.askedBy,
                    "Nobody confirmed in time that one person looks alone at log-in details. Two are still asked for")
            ])
    }
}

extension OnePersonRequest {
    fileprivate func word(to user: Identifier<User>, _ says: String) -> NewNotice {
        NewNotice(to: user, .onePersonAsked, RecordSubject(.onePersonRequest, id), says: says)
    }
}

extension RecordValue {
    fileprivate static func asked(_ request: OnePersonRequest) -> RecordValue {
        ["request": .text(request.id.text), "askedBy": .text(request.askedBy.text)]
    }
}
