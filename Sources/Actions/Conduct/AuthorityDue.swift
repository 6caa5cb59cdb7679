import Foundation
import Governance
import Store

extension Organisation {
    /// An authority to speak ends in some weeks, on this day, or has ended.
    func authorityDue(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let authority = try tx.speakingAuthority(Identifier(item.subject))
        guard authority.takenBack == nil, try tx.user(authority.user).endedAt == nil else { return .unchanged }
        let isRenewed = try tx.speakingStanding(of: authority.user).authorities(of: authority.user).contains {
            $0.covers(authority)
        }
        if isRenewed { return .unchanged }
        try tx.setLook(at: authority)
        return authority.end <= tx.now ? ended(authority) : try ending(authority, tx)
    }

    private func ending(_ authority: SpeakingAuthority, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let schools = try tx.schools().map(\.id)
        let place = authority.school ?? (schools.count == 1 ? schools.first : nil)
        let policy = try policyInForce(at: place, on: tx.now, tx)?.policy
        guard let policy, !policy.givesAuthorityToSpeak.isEmpty else { return .unchanged }
        let manager = try tx.firstHeld(policy.givesAuthorityToSpeak, at: place, besides: [authority.user])
        return Recorded(
            Event(
                .authorityEnding, RecordSubject(.user, authority.user),
                after: ["until": .text(authority.until.description), "asked": .text(manager.rawValue)]),
            tasks: [
                .open(
                    NewTask(
                        .renewAuthority, .authority(authority.id), for: .role(manager, at: place),
                        due: authority.end,
                        rule: "\(try tx.user(authority.user).name) may speak for the school until "
                            + "\(authority.until.inWords). Give it anew or let it end: "
                            + whoseRule(policy.sections(carriedBy: .authorityToSpeak)),
                        hiddenFrom: [authority.user]))
            ],
            notices: [
                NewNotice(
                    to: authority.user, .authorityChanged, .authority(authority.id),
                    says: "Your authority to speak for the school ends on \(authority.until.inWords)")
            ])
    }

    private func ended(_ authority: SpeakingAuthority) -> Recorded<Void> {
        Recorded(
            Event(
                .authorityEnded, RecordSubject(.user, authority.user),
                after: ["until": .text(authority.until.description)]),
            tasks: [.close(.renewAuthority, .authority(authority.id))],
            notices: [
                NewNotice(
                    to: authority.user, .authorityChanged, .authority(authority.id),
                    says: "Your authority to speak for the school has ended. What you write waits for a manager")
            ])
    }
}
