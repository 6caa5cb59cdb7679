import Governance

extension RollImportPage {
    static func shown(_ plan: RollImport) -> String {
        "\(plan.added.count) \(plan.changed.count) \(plan.unchanged) \(plan.held.count)"
    }

    static func page(_ plan: RollImport, text: String, file: String, _ visit: Visit) -> Page {
        let people = plan.added.count + plan.changed.count
        let notes = notes(plan)
        let rows = (plan.held + plan.doubtfulConsents + plan.warnings).prefix(500).map { doubt in
            HeldRow(
                "Line \(doubt.line)", column: doubt.column, says: doubt.value, wrong: "\(doubt.says). \(doubt.advice).")
        }
        return page(
            RollImportPage(
                same: plan.unchanged, added: plan.added.count, changed: plan.changed.count, held: plan.held.count,
                rows: rows, anyRows: !rows.isEmpty, to: visit.link(.rollImportDecision), shown: shown(plan),
                notes: notes,
                text: text, confirm: people == 0 ? nil : "Bring in \(people) \(people == 1 ? "person" : "people")",
                leave: visit.link(.roll)),
            file: file, back: RollRoutes.crumb(visit))
    }

    /// What to know before confirming, the gravest first.
    private static func notes(_ plan: RollImport) -> [Note] {
        let taken = plan.added.count + plan.changed.count + plan.unchanged
        var notes: [Note] = []
        if taken == 0, plan.held.isEmpty {
            notes.append(
                Note(.quiet, "Nobody is in this file.", "Nothing changes, and nobody is taken to have left."))
        }
        if !plan.guessedNames.isEmpty {
            notes.append(
                Note(
                    .hold, "Do these names look right?",
                    plan.guessedNames.joined(separator: ", ") + ". The file does not say how its letters are written. "
                        + "If not, export it again as CSV UTF-8."))
        }
        if plan.missing.count > taken, taken > 0 {
            notes.append(
                Note(
                    .hold, "\(plan.missing.count) on the roll are not in the file: is it the whole list?",
                    "They are not removed. Perhaps only one year was exported."))
        } else if !plan.missing.isEmpty {
            notes.append(
                Note(
                    .warn,
                    "\(plan.missing.count) on the roll \(plan.missing.count == 1 ? "is" : "are") not in the file.",
                    "They are not removed. Take each off the roll by hand if they have left."))
        }
        if !plan.doubtfulConsents.isEmpty {
            let count = plan.doubtfulConsents.count
            notes.append(
                Note(
                    .hold, "\(count) \(count == 1 ? "consent" : "consents") cannot be read.",
                    "They are kept as unreadable, which is never read as yes."))
        }
        if plan.skipped > 0 {
            notes.append(
                Note(
                    .quiet, "\(plan.skipped) \(plan.skipped == 1 ? "row was" : "rows were") skipped.",
                    "They are empty, or count the others."))
        }
        if !plan.notRead.isEmpty {
            notes.append(
                Note(
                    .quiet,
                    "\(plan.notRead.count) \(plan.notRead.count == 1 ? "column was" : "columns were") not read.",
                    "No duty needs \(plan.notRead.count == 1 ? "it" : "them"): "
                        + plan.notRead.prefix(12).joined(separator: ", ") + "."))
        }
        return notes
    }
}
