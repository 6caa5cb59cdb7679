import Foundation
import Governance
import Store

/// Brings a list of roles in: every role that its trial gave, and the ends of those that somebody ticked, in one
/// transaction, or nothing.
package struct ConfirmRoleList: Sendable {
    package var bytes: [UInt8]
    /// What the trial said; nil: whatever is found now.
    package var trial: RoleListTrial?
    /// Which of those that an earlier list gave, and this one has no longer, are to end.
    package var ending: Set<Identifier<Grant>>

    package init(_ bytes: [UInt8], as trial: RoleListTrial? = nil, ending: Set<Identifier<Grant>> = []) {
        self.bytes = bytes
        self.trial = trial
        self.ending = ending
    }

    /// Returns how many roles were given or ended. Throws `.conflict` when it is no longer as the trial said, or when nobody
    /// who can come in would administer the organisation any more.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        let list = try RoleList(bytes)
        let changes = try await organisation.change(by: actor) { tx in
            let now = try tx.trial(of: list)
            let ended = now.gone.map(\.grant).filter { ending.contains($0.id) }
            guard trial.map({ $0 == now }) ?? true, ended.count == ending.count else {
                throw ActionError.conflict("Something has changed since the trial. Look at it once more")
            }
            let before = try tx.administratorsWhoComeIn()
            let day = Day(of: tx.now).inWords
            let replaced = now.added.compactMap(\.replaces)
            let events =
                try tx.end(ended, why: "Not in the list of roles of \(day)")
                + tx.end(replaced, why: "Another end in the list of roles of \(day)")
                + tx.give(now.added, why: "By the list of roles of \(day)")
            guard let first = events.first else { return .unchanged(0) }
            try requireAdministrator(tx)
            try tx.requireAdministratorWhoComesIn(before: before)
            let given = Set(now.added.map(\.user.id))
            return Recorded(
                ended.count + now.added.count, first, and: Array(events.dropFirst()),
                tasks: try tx.handbookTasks(organisation.installation.policies)
                    + ended.flatMap { try organisation.handoverTasks(ofRoleEnded: $0, tx) }
                    + given.flatMap { try organisation.handoverTasksOver(byRoleOf: $0, tx) })
        }
        try await organisation.noteDue()
        return changes
    }
}

extension WriteTransaction {
    fileprivate func end(_ rows: [RoleGrant], why: String) throws -> [Event] {
        try rows.map { row in
            try end(row)
            return Event(.roleEnded, RecordSubject(.user, row.user), before: .init(row), why: why)
        }
    }

    fileprivate func give(_ lines: [RoleListTrial.Line], why: String) throws -> [Event] {
        try lines.map { line in
            let row = RoleGrant(
                id: identifier(), user: line.user.id,
                grant: Grant(
                    line.role, at: line.school?.id, from: now, until: line.until?.adding(days: 1).start()), why: why)
            try insertByList(row)
            try setDue(of: row)
            return .roleGranted(row)
        }
    }
}
