import Foundation
import Governance
import Platforms
import Store

/// Asks the provider whether somebody's sign-in still stands, by the refresh token that is kept for it. A refusal ends
/// their sessions at once, asks an administrator whether they have left, and starts the handover of what they ran; no
/// answer says nothing of the person.
package struct CheckWithProvider: Sendable {
    /// So often each is asked for.
    package static let interval: TimeInterval = 4 * 3600
    static let rest: TimeInterval = 15 * 60

    package enum Answer: Sendable, Equatable {
        case stands, refused
        /// The provider does not answer, or keeps no such token for them.
        case unknown
    }

    package var user: Identifier<User>

    package init(user: Identifier<User>) { self.user = user }

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Answer {
        guard let check = try await organisation.database.providerCheck(of: user) else { return .unknown }
        guard let kept = try await organisation.database.signInProvider(), kept.provider.isOn,
            check.issuer == kept.provider.issuer
        else {
            try await putOff(Self.interval, check.refreshToken, organisation)
            return .unknown
        }
        // what the row holds while this runs: another sign-in may put a new one there, of which this learns nothing
        var sealed = check.refreshToken
        let secrets = organisation.installation.secrets
        do {
            let token = try secrets.open(sealed, for: Organisation.refreshPurpose(user))
            let provider = try organisation.connect(kept)
            let renewed = try await provider.renewed(String(decoding: token, as: UTF8.self))
            guard let fresh = try await keep(renewed.refreshToken, for: sealed, organisation) else { return .unknown }
            sealed = fresh
            guard let identity = try await provider.identity(in: renewed, now: organisation.clock.now) else {
                return .stands
            }
            guard try await isTheirs(identity, organisation) else {
                return try await refuse("The provider answers for somebody else", sealed, organisation)
            }
            try await organisation.apply(identity.groups, of: kept.provider, to: user)
            return .stands
        } catch ProviderTrouble.refuses("invalid_grant") {
            return try await refuse("The provider takes the sign-in back", sealed, organisation)
        } catch is ProviderTrouble {
            try await putOff(Self.rest, sealed, organisation)
            return .unknown
        } catch is SecretsTrouble {
            try await putOff(Self.interval, sealed, organisation)
            return .unknown
        }
    }

    /// The token as it is sealed now; nil when the row holds another by now. Sealed while nobody else writes, so that no key
    /// that was replaced meanwhile seals it.
    private func keep(_ token: String, for sealed: Data, _ organisation: Organisation) async throws -> Data? {
        let due = organisation.clock.now + Self.interval
        let secrets = organisation.installation.secrets
        return try await organisation.database.keep { [user] in
            let fresh = try secrets.seal(Data(token.utf8), for: Organisation.refreshPurpose(user))
            return try $0.keepCheck(of: user, refreshToken: fresh, for: sealed, due: due) ? fresh : nil
        }
    }

    private func putOff(_ seconds: TimeInterval, _ sealed: Data, _ organisation: Organisation) async throws {
        let due = organisation.clock.now + seconds
        try await organisation.database.keep { [user] in try $0.putOffCheck(of: user, holding: sealed, until: due) }
    }

    private func isTheirs(_ identity: ProvenIdentity, _ organisation: Organisation) async throws -> Bool {
        try await organisation.database.look(by: .schedule) { tx in
            try tx.user(issuer: identity.issuer, subject: identity.subject)?.id == user
        }
    }

    /// A refusal says something only of the token that was asked with.
    func refuse(_ why: String, _ sealed: Data, _ organisation: Organisation) async throws -> Answer {
        let isRefused = try await organisation.change(by: .schedule) { tx in
            let gone = try tx.user(user)
            guard try tx.removeCheck(of: user, holding: sealed) else { return .unchanged(false) }
            let ended = try tx.endSessions(of: user)
            try tx.removeCalendarAddresses(of: user)
            let subject = RecordSubject(.user, user)
            let event = Event(.providerRefused, subject, after: ["sessionsEnded": .number(ended)], why: why)
            guard gone.endedAt == nil else { return Recorded(true, event) }
            let administrators = try tx.holders(of: .administrator, at: nil).subtracting([user])
            return Recorded(
                true, event,
                tasks: [
                    .open(
                        NewTask(
                            .lookAtRefusedUser, subject, for: .role(.administrator, at: nil), due: tx.now + 86_400,
                            rule: "The school’s sign-in no longer stands for \(gone.name): have they left?",
                            hiddenFrom: [user]))
                ] + (try organisation.handoverTasks(of: user, .refused, tx)),
                notices: administrators.map {
                    NewNotice(
                        to: $0, .providerRefused, subject,
                        says: "\(gone.name) was signed out: the school’s sign-in no longer stands for them")
                })
        }
        return isRefused ? .refused : .unknown
    }
}
