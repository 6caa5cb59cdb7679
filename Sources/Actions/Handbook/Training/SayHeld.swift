import Governance
import Store

/// Says that a session was held. Until somebody does, it stands for no training in its school year.
package struct SayHeld: Sendable {
    package var session: Identifier<TrainingSession>

    package init(session: Identifier<TrainingSession>) {
        self.session = session
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let session = try tx.trainingSession(session)
            if actor.user != session.arrangedBy { try tx.requireTrainingKeeper(at: session.school) }
            guard session.cancelled == nil else { throw ActionError.conflict("This session was called off") }
            guard session.on <= Day(of: tx.now) else {
                throw ActionError.conflict("Its day has not come: say then whether it was held")
            }
            guard session.held == nil else { return .unchanged }
            return try tx.held(session, organisation.installation.policies)
        }
    }
}

extension WriteTransaction {
    /// Puts on record that a session was held, and closes what waited for that.
    func held(_ session: TrainingSession, _ policies: PolicyCache) throws -> Recorded<Void> {
        try sayHeld(session, TrainingSession.Held(at: now, by: actor.user))
        let subject = RecordSubject(.trainingSession, session.id)
        return Recorded(
            Event(.sessionHeld, subject, after: ["day": .text(session.on.description)]),
            tasks: [.close(.sayHeld, subject)] + (try offeringTasks(policies)))
    }

    /// The day of a session is over: whoever arranged it, or whoever leads there by now, is asked whether it was held.
    func askWhetherHeld(_ item: DueItem) throws -> Recorded<Void> {
        let session = try trainingSession(Identifier(item.subject))
        guard session.cancelled == nil, session.held == nil else { return .unchanged }
        let subject = RecordSubject(.trainingSession, session.id)
        let leader = try firstHeldOrNone([.slt, .headteacher], at: session.school) ?? .headteacher
        let arranger = try user(session.arrangedBy)
        let isTheirs = try arranger.endedAt == nil && keepsTraining(authority(of: arranger.id), at: session.school)
        return Recorded(
            Event(.heldAsked, subject),
            tasks: [
                .open(
                    NewTask(
                        .sayHeld, subject,
                        for: isTheirs ? .user(arranger.id) : .role(leader, at: session.school),
                        within: try within(TrainingSession.daysToSay, at: session.school),
                        rule: "“\(session.title)” was to be on \(session.on.inWords): say whether it was held, and who "
                            + "was there, or that it fell out: \(whoseRule([]))"))
            ])
    }
}
