import Foundation
import Governance
import Store

/// Reminds those who have not read what they are asked to read: a notice to each, at most once a day for a person.
package struct RemindToAcknowledge: Sendable {
    /// Nil: everyone of the register who has not.
    package var user: Identifier<User>?

    package init(user: Identifier<User>? = nil) {
        self.user = user
    }

    package struct Outcome: Sendable, Equatable {
        package let reminded: Int
        /// Who had been reminded today already.
        package let already: Int
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Outcome {
        try await organisation.change(by: actor) { tx in
            let late = try unread(tx, organisation.installation.policies)
            let today = try tx.reminders(since: Day(of: tx.now).start())
            let asked = Dictionary(grouping: late, by: \.user.id)
            let due = asked.filter { today[$0.key] == nil }.sorted { $0.key < $1.key }
            let outcome = Outcome(reminded: due.count, already: asked.count - due.count)
            let events = due.map { Self.event($0.key, $0.value) }
            guard let first = events.first else { return .unchanged(outcome) }
            let who = try actor.user.map { try tx.user($0).name }
            return Recorded(
                outcome, first, and: Array(events.dropFirst()),
                notices: due.compactMap { user, lines in
                    lines.first.map { line in
                        NewNotice(
                            to: user, .acknowledgementReminder, RecordSubject(.policyVersion, line.version.id),
                            says: "\(who ?? "The school") reminds you to read “\(line.version.title)” and to say so")
                    }
                })
        }
    }

    private func unread(_ tx: WriteTransaction, _ policies: PolicyCache) throws -> [PolicyRegister.Line] {
        let facts = try tx.registerFacts()
        let reach = try tx.authority().reach(as: PolicyRegister.keepers, among: facts.schools)
        guard reach != .none else {
            throw ActionError.notPermitted(
                "Only an administrator, the headteacher, a senior leader or the trust's executive can remind people")
        }
        let lines = PolicyRegister(facts, try tx.asking(facts, policies), within: reach).lines
        guard let user else { return lines.filter { $0.acknowledgement == nil } }
        let theirs = lines.filter { $0.user.id == user }
        guard !theirs.isEmpty else { throw ActionError.notFound }
        return theirs.filter { $0.acknowledgement == nil }
    }

    private static func event(_ user: Identifier<User>, _ lines: [PolicyRegister.Line]) -> Event {
        Event(
            .acknowledgementReminded, RecordSubject(.user, user),
            after: ["versions": .list(lines.map { .text($0.version.id.text) })])
    }
}
