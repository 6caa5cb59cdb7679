import Foundation
import GRDB
import Governance

/// The states that need no leave of the door: each of them keeps something from going out, or takes it back.
package enum Settling: Sendable {
    case returned, expired, withdrawn, superseded, stopped, ordered, takenDown

    var state: PlacementState {
        switch self {
        case .returned: .returned
        case .expired: .expired
        case .withdrawn: .withdrawn
        case .superseded: .superseded
        case .stopped: .stopped
        case .ordered: .ordered
        case .takenDown: .takenDown
        }
    }
}

/// Every change towards publication takes a permit that only a door makes, of the very act that it lets through; a call
/// without one does not compile. Two follow an attempt that a permit let through, and take none: that a network says that it
/// has a post, and that a person is left to publish what the program could not; whoever does is asked by the door again.
extension WriteTransaction {
    /// Sends what a revision says at one account: it waits for approval.
    /// - Parameter corrected: what is out there already and is to be changed; nil: a new post.
    package func send(
        _ id: Identifier<Placement>, of revision: Revision, to account: PostingAccount,
        correcting corrected: Identifier<Placement>? = nil, leave: Permit<AskApproval<PublishPost>>
    ) throws {
        let draft = leave.act.act.draft
        guard let place = revision.content.places.first(where: { $0.account == account.id }),
            revision.content.draft(for: place, on: account) == draft, let publishAt = draft.publishAt
        else { throw ActionError.conflict("What was examined is not what would be sent.") }
        try check(leave.decision, at: account.school)
        try execute(
            """
            INSERT INTO placement (id, post, revision, account, draft, publishAt, corrects)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.text, revision.post.text, revision.id.text, account.id.text, try StoredJSON.text(draft),
                publishAt.milliseconds, corrected?.text,
            ])
        for medium in draft.media { try keepPicture(Identifier(medium.id), with: id) }
        try keep(leave.decision, of: id, stage: .sent)
        try enter(.waiting, id, why: nil)
    }

    /// Approved, or let through by the school's own setting: it waits for its time.
    package func schedule(
        _ placement: Placement, approval: PostApproval, leave: Permit<PublishPost>, why: String?
    ) throws {
        try check(leave, placement)
        try keep(leave.decision, of: placement.id, stage: .approved)
        try move(placement, to: .scheduled, why: why)
        try look(at: placement.account.id, before: placement.publishAt)
    }

    /// Its time has come, and the door still lets it through.
    package func makeReady(_ placement: Placement, leave: Permit<PublishPost>) throws {
        try check(leave, placement)
        try keep(leave.decision, of: placement.id, stage: .due)
        try move(placement, to: .ready, why: nil)
    }

    /// Its time has come, and it goes out by itself.
    package func makeSending(_ placement: Placement, leave: Permit<PublishPost>) throws {
        try check(leave, placement)
        try keep(leave.decision, of: placement.id, stage: .due)
        try move(placement, to: .sending, why: nil)
    }

    /// The door still lets it through at the moment of sending.
    package func noteAttempt(_ placement: Placement, leave: Permit<PublishPost>) throws {
        try check(leave, placement)
        try keep(leave.decision, of: placement.id, stage: .published)
    }

    /// What was going out by itself is left to a person. It was let through when its time came, and whoever publishes it
    /// asks the door again.
    package func leaveToAPerson(_ placement: Placement, why: String) throws {
        guard placement.state == .sending else { throw ActionError.conflict("It is not going out by itself.") }
        try move(placement, to: .ready, why: why)
    }

    /// Published by the network's own word. What let it through is on file with the attempt, and without one this throws:
    /// that it is out is a fact then, and no rule could make it otherwise.
    /// - Parameters:
    ///   - networkID: what the network calls it.
    ///   - connection: by which it went out.
    package func publish(
        _ placement: Placement, networkID: String, by connection: Connection, proof: Proof
    ) throws {
        let wasTried = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM placementDecision WHERE placement = ? AND stage = ?)",
            arguments: [placement.id.text, DecisionStage.published.rawValue])
        guard wasTried == true else { throw ActionError.conflict("The program has never tried to send it.") }
        try move(placement, to: .published, why: nil)
        try execute(
            "INSERT INTO publication (placement, proof, at, networkID, networkAccount) VALUES (?, ?, ?, ?, ?)",
            [
                placement.id.text, try StoredJSON.text(proof), now.milliseconds, networkID, connection.networkAccount,
            ])
    }

    /// Published by a person who brings the proof; at most once per placement, which the table's key holds to.
    package func publish(
        _ placement: Placement, by user: Identifier<User>, proof: Proof, leave: Permit<PublishPost>
    ) throws {
        try check(leave, placement)
        try keep(leave.decision, of: placement.id, stage: .published)
        try dropDispatch(of: placement.id)
        try move(placement, to: .published, why: nil)
        try execute(
            "INSERT INTO publication (placement, proof, by, at) VALUES (?, ?, ?, ?)",
            [placement.id.text, try StoredJSON.text(proof), user.text, now.milliseconds])
    }

    /// Put there by a person although nothing let it through: a fact, which whoever notes it orders down in the same change.
    package func publishOnlyToComeDown(_ placement: Placement, by user: Identifier<User>, proof: Proof) throws {
        try dropDispatch(of: placement.id)
        try move(placement, to: .published, why: nil)
        try execute(
            "INSERT INTO publication (placement, proof, by, at) VALUES (?, ?, ?, ?)",
            [placement.id.text, try StoredJSON.text(proof), user.text, now.milliseconds])
    }

    /// Keeps it from going out, or takes it back.
    package func settle(_ placement: Placement, as settling: Settling, why: String?) throws {
        if [.sending, .ready].contains(placement.state) { try dropDispatch(of: placement.id) }
        try move(placement, to: settling.state, why: why)
        try forgetPeople(inDestroyedOf: placement.id)
    }

    /// Puts a decision that stopped a placement on file beside those that let it through.
    package func keep(_ decision: Decision, of placement: Identifier<Placement>, stage: DecisionStage) throws {
        try execute(
            """
            INSERT INTO placementDecision (placement, stage, decision, verdict, policy, digest, controlsRevision, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                placement.text, stage.rawValue, try StoredJSON.text(decision), decision.verdict.rawValue,
                decision.policy.key,
                decision.policy.digest, decision.controlsRevision, decision.at.milliseconds,
            ])
    }

    /// A permit is for one draft, to the letter; only the time may be the moment of its going out.
    private func check(_ leave: Permit<PublishPost>, _ placement: Placement) throws {
        var examined = leave.act.draft
        examined.publishAt = placement.draft.publishAt
        guard examined == placement.draft else {
            throw ActionError.conflict("What was examined is not what would be published.")
        }
        try check(leave.decision, at: placement.account.school)
    }

    /// A permit is of this very moment, by the controls that run and the policy that is in force at the school.
    private func check(_ decision: Decision, at school: Identifier<School>) throws {
        let inForce = try PolicyHistory.read(db, at: school).inForce(at: school, on: now)
        guard decision.at == now, decision.controlsRevision == controlsRevision, decision.policy == inForce?.words
        else { throw ActionError.conflict("What let it through no longer counts. Try again.") }
    }

    private func move(_ placement: Placement, to state: PlacementState, why: String?) throws {
        guard placement.state.next.contains(state) else {
            throw ActionError.conflict("The post has changed since: \(placement.state.title.lowercased()).")
        }
        try execute(
            "UPDATE placementState SET until = ? WHERE placement = ? AND until IS NULL AND state = ?",
            [now.milliseconds, placement.id.text, placement.state.rawValue])
        try enter(state, placement.id, why: why)
    }

    private func enter(_ state: PlacementState, _ id: Identifier<Placement>, why: String?) throws {
        try execute(
            "INSERT INTO placementState (placement, state, since, by, why, event) VALUES (?, ?, ?, ?, ?, ?)",
            [id.text, state.rawValue, now.milliseconds, actor.signature, why, nextEvent])
    }
}
