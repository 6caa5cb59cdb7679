import Actions
import Foundation
import Governance
import Reading

/// What follows from what was said about pictures of somebody, at the accounts of their school: where they may be shown, and
/// where not, under which section.
enum PictureOutcome {
    static func facts(of entry: RollEntry, _ desk: ConsentDesk) async throws -> [Fact] {
        guard entry.leftAt == nil, let school = desk.school(of: entry.person) else { return [] }
        let work = try desk.visit.work
        let accounts = try await work.database.accounts().filter { $0.state == .open && $0.school == school.id }
        guard !accounts.isEmpty else { return [] }
        // a picture of them alone, as if it went out now
        let asked = PostDraft(
            publishAt: desk.visit.now, places: accounts.map { DraftPlace(account: $0.id) },
            pictures: [DraftPicture(Identifier("one"), people: [entry.person.ref])])
        var shown: [String] = []
        var refused: [(says: String, accounts: [String])] = []
        for check in try await CheckDraft(content: asked).perform(in: work) {
            let finding = check.decision.findings.first { finding in
                finding.severity != .warn && finding.refs.contains(entry.person.ref)
                    && PictureShown.short(finding.code) != nil
            }
            guard let finding, let short = PictureShown.short(finding.code) else {
                shown.append(check.account.name)
                continue
            }
            let says = short + (finding.clause.map { " (policy \($0))" } ?? "")
            if let same = refused.firstIndex(where: { $0.says == says }) {
                refused[same].accounts.append(check.account.name)
            } else {
                refused.append((says, [check.account.name]))
            }
        }
        if refused.isEmpty { return [Fact("May be shown", "On every account of the school")] }
        return (shown.isEmpty ? [] : [Fact("May be shown", "On \(Consent.list(shown))")])
            + refused.map { Fact("May not be shown", "On \(Consent.list($0.accounts)): \($0.says)") }
    }
}
