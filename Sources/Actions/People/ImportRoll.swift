import Foundation
import Governance
import Store

/// Brings in a roll from a file in one transaction; the same file again changes nothing.
package struct ImportRoll: Sendable {
    package var bytes: [UInt8]
    /// The trial run that was shown, if one was: when the roll has changed since, nothing is brought in.
    package var shown: RollImport?

    package init(bytes: [UInt8], shown: RollImport? = nil) {
        self.bytes = bytes
        self.shown = shown
    }

    /// What the file would do; nothing is changed.
    package func trial(in organisation: Organisation, by actor: Actor) async throws -> RollImport {
        let sheet = try RollSheet(bytes)
        return try await organisation.change(by: actor) { tx in .unchanged(try plan(sheet, tx)) }
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> RollImport {
        let sheet = try RollSheet(bytes)
        return try await organisation.change(by: actor) { tx in
            let plan = try plan(sheet, tx)
            if let shown, shown != plan {
                throw ActionError.conflict("The roll has changed since this was shown. Look at it again")
            }
            guard !plan.added.isEmpty || !plan.changed.isEmpty else { return .unchanged(plan) }
            let added = plan.added.map { RollEntry(id: tx.identifier(), person: $0) }
            let changed = plan.changed.map { RollEntry(id: $0.entry.id, person: $0.person) }
            try tx.write(added + changed)
            let events =
                added.map { Event.rollChange(.personAdded, $0.id, after: $0.person) }
                + plan.changed.map {
                    Event.rollChange(
                        $0.entry.leftAt == nil ? .personEdited : .personReturned, $0.entry.id,
                        before: $0.entry.person, after: $0.person)
                }
            let ended = try tx.endNoPupils(where: (added + changed).map(\.person))
            return Recorded(plan, .rollImported(plan), and: events + ended)
        }
    }

    private func plan(_ sheet: RollSheet, _ tx: WriteTransaction) throws -> RollImport {
        let schools = try tx.schools()
        let plan = try RollImport(sheet, onto: tx.rollEntries(), schools: schools)
        let touched = plan.schools
        for slug in touched { try requireRollKeeper(tx, at: tx.school(slug: slug)) }
        if touched.isEmpty,
            !(try tx.authority().holdsAnywhere(.administrator, .it, .directorOfIT, .office, .slt, .headteacher))
        {
            try requireRollKeeper(tx, at: nil)
        }
        return plan
    }
}

extension Event {
    fileprivate static func rollImported(_ plan: RollImport) -> Event {
        Event(
            .rollImported, RecordSubject(.roll, "1"),
            after: [
                "added": .number(plan.added.count), "changed": .number(plan.changed.count),
                "unchanged": .number(plan.unchanged), "held": .number(plan.held.count),
                "doubtfulConsents": .number(plan.doubtfulConsents.count), "missing": .number(plan.missing.count),
            ])
    }
}
