import Foundation
import Governance
import Platforms
import Store

/// Sends the one mail that has waited longest; false when none is due. Taken under a lease: a run that dies leaves it for
/// the next one, with the same message number, so that a server that took it already can tell.
package struct SendMail: Sendable {
    /// How long a run may take with one.
    static let lease: TimeInterval = 180
    /// The pauses between tries grow; when the last is over it is given up, after a day and a half.
    static let pauses: [TimeInterval] = [60, 300, 900, 3600, 7200, 14_400, 28_800, 28_800, 43_200]
    /// What is the server's trouble, or its set-up's, is no mail's fault: they wait for it so long.
    static let longest: TimeInterval = 14 * 86_400
    /// After it no other mail is tried for so long.
    static let rest: TimeInterval = 60
    /// So often a server may be away before anybody is told.
    static let quietTries = 3
    /// Done mails are forgotten after so long.
    static let remembered: TimeInterval = 90 * 86_400

    package init() {}

    /// What became of it.
    package enum Outcome: Sendable, Equatable {
        case nothingDue, sent
        case failed(MailTrouble.Whose)
    }

    @discardableResult
    package func perform(in organisation: Organisation) async throws -> Bool {
        try await sending(in: organisation) != .nothingDue
    }

    func sending(in organisation: Organisation) async throws -> Outcome {
        guard let kept = try await organisation.database.mailServer(), kept.server.isOn,
            let mail = try await take(in: organisation)
        else { return .nothingDue }
        do {
            try await Self.hand(mail, through: kept, in: organisation)
            if try await organisation.database.isQuestion(mail) {
                try await Self.questionSent(mail, in: organisation)
            }
            try await organisation.database.keep { book in
                try book.markSent(mail)
                try book.forgetMail(before: book.now - Self.remembered)
            }
            return .sent
        } catch let trouble as MailTrouble {
            try await failed(mail, trouble, organisation)
            return .failed(trouble.whose)
        } catch let trouble as SecretsTrouble {
            try await failed(mail, MailTrouble(trouble.saysAtAPage, .setUp), organisation)
            return .failed(.setUp)
        }
    }

    /// The first half: says who is at work.
    package func take(in organisation: Organisation) async throws -> QueuedMail? {
        let lease = organisation.installation.randomness.secret()
        let until = organisation.clock.now + Self.lease
        return try await organisation.database.keep { try $0.takeMail(lease: lease, until: until) }
    }

    static func hand(_ mail: QueuedMail, through kept: KeptMailServer, in organisation: Organisation) async throws {
        let secrets = organisation.installation.secrets
        let text = try secrets.open(mail.text, for: QueuedMail.purpose(mail.id))
        let password = try kept.password.map { try secrets.open($0, for: ChangeMailServer.purpose) }
        let name = try await organisation.database.entrance(tokenHash: nil).card.name
        try await organisation.installation.mail.send(
            OutgoingMail(
                id: mail.id.text, from: kept.server.from, fromName: "Chaperone, \(name)", to: mail.to,
                subject: mail.subject, text: String(decoding: text, as: UTF8.self), at: mail.queuedAt),
            through: kept.server, password: password.map { String(decoding: $0, as: UTF8.self) })
    }

    private func failed(_ mail: QueuedMail, _ trouble: MailTrouble, _ organisation: Organisation) async throws {
        if trouble.isOfServer, organisation.clock.now < mail.queuedAt + Self.longest {
            try await putOff(mail, trouble, organisation)
            // the others would fare no better just now
            let rest = organisation.clock.now + Self.rest
            try await organisation.database.keep { try $0.restMails(until: rest) }
            let isLasting = trouble.whose == .setUp || mail.attempts >= Self.quietTries
            return isLasting ? try await tell(trouble, organisation) : ()
        }
        if !trouble.isFinal, mail.attempts < Self.pauses.count { return try await putOff(mail, trouble, organisation) }
        try await organisation.change(by: .schedule) { tx in
            guard try tx.holds(mail) else { return .unchanged }
            try tx.giveUp(mail, trouble: trouble.says)
            let subject = RecordSubject(.mail, mail.id.text)
            return Recorded(
                Event(
                    .mailGivenUp, subject, after: ["kind": .text(mail.kind.rawValue), "trouble": .text(trouble.says)]),
                and: try tx.questionFailed(mail),
                notices: try tx.holders(of: .administrator, at: nil).map {
                    NewNotice(
                        to: $0, .mailGivenUp, subject,
                        says: "A mail could not be delivered and is tried no more: \(trouble.says)")
                })
        }
    }

    private func putOff(_ mail: QueuedMail, _ trouble: MailTrouble, _ organisation: Organisation) async throws {
        let due = organisation.clock.now + Self.pauses[min(mail.attempts, Self.pauses.count - 1)]
        try await organisation.database.keep { try $0.putOff(mail, until: due, trouble: trouble.says) }
    }

    /// Once a day at most.
    private func tell(_ trouble: MailTrouble, _ organisation: Organisation) async throws {
        try await organisation.change(by: .schedule) { tx in
            guard try !tx.isNoticed(.mailHeld, since: tx.now - 86_400) else { return .unchanged }
            let told = try tx.holders(of: .administrator, at: nil).union(tx.everyHolder(of: .it))
            guard !told.isEmpty else { return .unchanged }
            return Recorded(
                Event(.mailHeld, .mailServer, after: ["trouble": .text(trouble.says)]),
                notices: told.sorted().map {
                    NewNotice(
                        to: $0, .mailHeld, .mailServer,
                        says: "No mail goes out. It is kept and tried again: \(trouble.says)")
                })
        }
    }
}
