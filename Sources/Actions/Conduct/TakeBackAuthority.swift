import Governance
import Store

/// Takes the authority to speak for the school back, from now on: what its holder has not published yet waits for a
/// manager again.
package struct TakeBackAuthority: Sendable {
    package var authority: Identifier<SpeakingAuthority>
    package var why: String

    package init(_ authority: Identifier<SpeakingAuthority>, why: String) {
        self.authority = authority
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let why = try required(why, "why", "Say why it is taken back", most: 500)
        try await organisation.change(by: actor) { tx in
            let authority = try tx.speakingAuthority(authority)
            try organisation.requireManager(at: authority.school, tx)
            guard authority.takenBack == nil, authority.end > tx.now else {
                throw ActionError.conflict("It is over already")
            }
            return try tx.takingBack(authority, why: why)
        }
    }
}

extension WriteTransaction {
    fileprivate func takingBack(_ authority: SpeakingAuthority, why: String) throws -> Recorded<Void> {
        try takeBack(authority, why: why)
        return Recorded(
            Event(
                .authorityTakenBack, RecordSubject(.user, authority.user), before: try RecordValue(encoding: authority),
                why: why),
            tasks: [.close(.renewAuthority, .authority(authority.id))],
            notices: [
                NewNotice(
                    to: authority.user, .authorityChanged, .authority(authority.id),
                    says: "Your authority to speak for the school was taken back: \(why)")
            ])
    }

    /// Whoever is shut out speaks for nobody: what stood of theirs, as events and the tasks that close.
    func endAuthorities(of user: Identifier<User>, why: String) throws -> (events: [Event], tasks: [TaskChange]) {
        let standing = try speakingStanding(of: user).authorities(of: user).filter {
            $0.takenBack == nil && $0.end > now
        }
        for authority in standing { try takeBack(authority, why: why) }
        return (
            try standing.map {
                Event(
                    .authorityTakenBack, RecordSubject(.user, user), before: try RecordValue(encoding: $0), why: why)
            }, standing.map { .close(.renewAuthority, .authority($0.id)) }
        )
    }
}
