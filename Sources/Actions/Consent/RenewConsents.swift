import Foundation
import Governance
import Store

/// A consent ends soon, or has ended: the office is told, and the family is asked again.
enum RenewConsents {
    /// So many days before. Ours: no paper names a time.
    static let warningDays = 30
}

extension Organisation {
    func consentDue(_ item: DueItem, _ tx: WriteTransaction) throws -> Recorded<Void> {
        let id = Identifier<Person>(item.subject)
        let entry = try tx.rollEntry(id)
        let today = Day(of: tx.now)
        guard entry.leftAt == nil, let until = entry.person.consent.until else { return .unchanged }
        var changes = ConsentChanges(self, tx)
        if until < today {
            // others may have said a yes that lasts longer
            changes.recount(id)
            changes.add(
                Event(.consentRecounted, RecordSubject(.person, id), after: ["until": .text(until.description)]))
            try changes.settle()
            // one that was short, so that nobody was warned of its end
            let isOver = try tx.rollEntry(id).person.consent.until.map { $0 < today } ?? false
            if isOver, entry.person.kind == .pupil, try tx.openPictureRequest(id, because: .ends) {
                try changes.askSoon()
            }
            return changes.recorded(())
        }
        guard until.adding(days: -RenewConsents.warningDays) <= today else { return .unchanged }
        try tx.setDue(.consentEnds, id.text, at: until.adding(days: 1).start())
        guard entry.person.kind == .pupil, let school = try tx.school(slug: entry.person.school) else {
            // an adult is asked by whoever sees them; that it ends is on record
            changes.add(Event(.consentEnding, RecordSubject(.person, id), after: ["until": .text(until.description)]))
            return changes.recorded(())
        }
        _ = try tx.openPictureRequest(id, because: .ends)
        try changes.askSoon()
        let role = try [Role.office, .administrator, .headteacher].first { try !tx.holders(of: $0, at: school).isEmpty }
        changes.add(
            Event(.consentEnding, RecordSubject(.person, id), after: ["until": .text(until.description)]),
            tasks: [
                .open(
                    NewTask(
                        .renewConsents, RecordSubject(.school, school), for: .role(role ?? .office, at: school),
                        due: until.start(),
                        rule:
                            "Consents to pictures end within \(RenewConsents.warningDays) days: the product’s own rule")
                )
            ])
        return changes.recorded(())
    }
}
