import Foundation
import Governance
import Store

/// Makes an administrator at the machine's own command line, for when nobody else can: the last one is gone, or the
/// provider is down. They come in by a one-time link and a password, whatever the provider does. A user who has the
/// address already becomes one, and one-time codes that they had are taken away.
package struct MakeAdministratorAtConsole: Sendable {
    package var name: String
    package var email: String
    package var why: String

    package init(name: String, email: String, why: String) {
        self.name = name
        self.email = email
        self.why = why
    }

    /// The secret of the link, and until when it counts.
    package func perform(in organisation: Organisation) async throws -> (secret: String, until: Date) {
        let why = try required(why, "why", "Say why, with --why", most: 500)
        let link = Randomness.system.secret()
        let policies = organisation.installation.policies
        let until = try await organisation.change(by: .console) { tx in
            let (user, granted) = try administrator(tx, why)
            let until = tx.now + OneTimeLink.Purpose.lostPassword.lasts
            try tx.insert(
                OneTimeLink(user: user.id, purpose: .invitation, expiresAt: until), tokenHash: tokenHash(link))
            let ended = try tx.takeCodes(of: user.id)
            let reset = ended.map { [Event.codesReset(of: user.id, sessionsEnded: $0, why: atTheConsole)] } ?? []
            var told = try tx.holders(of: .administrator, at: nil).subtracting([user.id]).map {
                NewNotice(
                    to: $0, .administratorMade, RecordSubject(.user, user.id),
                    says: "\(user.name) was made an administrator at the machine itself: “\(why)”")
            }
            if ended != nil { told.append(.codesReset(of: user.id)) }
            return Recorded(
                until,
                Event(
                    .consoleAdministrator, RecordSubject(.user, user.id),
                    after: ["name": .text(user.name), "email": .text(user.email)], why: why), and: granted + reset,
                tasks: try tx.handbookTasks(policies, of: user.id, leadersToo: true)
                    + organisation.handoverTasksOver(byRoleOf: user.id, tx),
                notices: told)
        }
        return (link, until)
    }

    private func administrator(_ tx: WriteTransaction, _ why: String) throws -> (User, [Event]) {
        guard let user = try tx.user(email: foldedEmail(email)) else {
            return try tx.add(name: name, email: email, roles: [.administrator], school: nil, why: why)
        }
        guard user.endedAt == nil else {
            throw ActionError.conflict("\(user.email) was shut out. Take another address")
        }
        if try tx.lastingAdministrators().contains(user.id) { return (user, []) }
        let row = RoleGrant(
            id: tx.identifier(), user: user.id, grant: Grant(.administrator, at: nil, from: tx.now), why: why)
        try tx.insert(row)
        return (user, [.roleGranted(row)])
    }
}
