import Foundation
import Governance
import Store

/// Makes mails of the messages that wait, as each person chose: one mail for all that are due together. What was read
/// meanwhile goes into none.
package struct GatherMail: Sendable {
    package init() {}

    /// Returns how many mails that made.
    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Int {
        guard try await organisation.isMailOn() else { return 0 }
        var made = 0
        for user in try await organisation.database.usersWithWaitingNotices() {
            if try await gather(user, organisation) { made += 1 }
        }
        return made
    }

    private func gather(_ user: Identifier<User>, _ organisation: Organisation) async throws -> Bool {
        guard let waiting = try await organisation.database.waitingNotices(of: user) else { return false }
        let plan = Plan(waiting, now: organisation.clock.now)
        if !plan.dropped.isEmpty { try await organisation.database.keep { try $0.drop(plan.dropped) } }
        guard !plan.due.isEmpty else { return false }
        let address = try await organisation.installation.publicAddress() ?? ""
        let secrets = organisation.installation.secrets
        return try await organisation.change(by: .schedule) { tx in
            guard let waiting = try tx.waitingNotices(of: user) else { return .unchanged(false) }
            let plan = Plan(waiting, now: tx.now)
            guard !plan.due.isEmpty else { return .unchanged(false) }
            let card = try tx.card()
            let kind: MailKind = waiting.choice.when == .digest ? .digest : .news
            let home = address + "/" + card.slug
            try tx.queueMail(
                kind, to: user, at: waiting.user.email,
                subject: MailWords.subject(kind, at: card.name, count: plan.due.count),
                text: MailWords.news(
                    count: plan.due.count, to: waiting.user.name, at: card.name, link: home,
                    choice: home + "/me/mail"), sealing: secrets)
            try tx.settle(plan.due)
            return Recorded(
                true,
                Event(.mailQueued, RecordSubject(.user, user), after: ["messages": .number(plan.due.count)]))
        }
    }

    /// Which of a user's notices go out now, and which never.
    private struct Plan {
        var due: [Identifier<NewNotice>] = []
        var dropped: [Identifier<NewNotice>] = []

        init(_ waiting: WaitingNotices, now: Date) {
            for notice in waiting.notices {
                guard !notice.isRead, waiting.user.endedAt == nil,
                    let at = waiting.choice.goesOut(notice.kind, sentAt: notice.at)
                else {
                    dropped.append(notice.id)
                    continue
                }
                if at <= now { due.append(notice.id) }
            }
        }
    }
}
