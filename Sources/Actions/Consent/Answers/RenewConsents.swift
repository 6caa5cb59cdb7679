import Foundation
import Governance
import Store

/// A consent ends soon, or has ended: the office is told, and the family is asked again. A member of staff who signs in is
/// asked themselves.
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
        changes.add(Event(.consentEnding, RecordSubject(.person, id), after: ["until": .text(until.description)]))
        let school = try tx.school(slug: entry.person.school)
        if entry.person.kind == .pupil {
            _ = try tx.openPictureRequest(id, because: .ends)
            try changes.askSoon()
        } else if let user = try tx.user(of: id) {
            changes.open(
                NewTask(
                    .renewMyConsent, RecordSubject(.person, id), for: .user(user), due: until.start(),
                    rule: "Your consent to pictures of you ends on this day: the product’s own rule"))
            return changes.recorded(())
        }
        guard let school else { return changes.recorded(()) }
        let role = try tx.firstHeld(ConsentRoles.asking, at: school)
        changes.open(
            NewTask(
                .renewConsents, RecordSubject(.school, school), for: .role(role, at: school),
                due: until.start(),
                rule: "Consents to pictures end within \(RenewConsents.warningDays) days: the product’s own rule"))
        return changes.recorded(())
    }
}
