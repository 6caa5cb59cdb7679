import Actions
import Governance

/// What to know before confirming, the gravest first.
enum ImportNotes {
    static func notes(_ trial: ImportTrial, _ counts: ImportCounts, _ visit: Visit, _ id: SiteURL.Part) -> [Note] {
        var notes: [Note] = []
        let columns = HeadAction("Say how it is", visit.link(.importColumns(id)))
        if trial.rows == 0 {
            notes.append(
                Note(.quiet, "Nobody is in this file.", "Nothing changes, and nobody is taken to have left."))
        }
        if !trial.guessedNames.isEmpty {
            notes.append(
                Note(
                    .hold, "Do these names look right?",
                    trial.guessedNames.joined(separator: ", ")
                        + ". The file does not say how its letters are written. If not, export it again as CSV UTF-8."))
        }
        if trial.questions.contains(.dayOrder) {
            notes.append(
                Note(
                    .hold, "Which comes first in this file, the day or the month?",
                    "Days such as 2/9/16 can be read either way, so no consent with one counts.", link: columns))
        }
        if trial.questions.contains(.serials) {
            notes.append(
                Note(
                    .hold, "Some days are numbers, as Excel keeps them.",
                    "No consent with one counts until you say that they are days.", link: columns))
        }
        if trial.isPartOfRoll {
            notes.append(
                Note(
                    .hold, "\(counts.gone) of \(counts.inScope) on the roll are not in the file: is it the whole list?",
                    "They are not removed unless you say so below."))
        } else if counts.gone > 0 {
            notes.append(
                Note(
                    .warn, "\(counts.gone) on the roll \(counts.gone == 1 ? "is" : "are") not in the file.",
                    "They are not removed unless you say so below."))
        }
        if counts.doubtfulConsents > 0 {
            notes.append(
                Note(
                    .hold,
                    "\(counts.doubtfulConsents) \(counts.doubtfulConsents == 1 ? "consent" : "consents") cannot be read.",
                    "What cannot be read is never taken for yes.",
                    link: trial.strangeWords.isEmpty ? nil : HeadAction("Say what the words mean", columns.link)))
        }
        if let left = consentsLeftOut(trial, visit.link(.rollImport)) { notes.append(left) }
        if trial.skipped > 0 {
            notes.append(
                Note(
                    .quiet, "\(trial.skipped) \(trial.skipped == 1 ? "row was" : "rows were") skipped.",
                    "They are empty, or count the others."))
        }
        if trial.isRemembered {
            notes.append(
                Note(.quiet, "The columns were read as last time.", "You can change that below, before you confirm."))
        }
        return notes
    }

    /// Says which columns wait for a step of their own, and where that is; nil when there are none.
    static func consentsLeftOut(_ trial: ImportTrial, _ link: String) -> Note? {
        let left = trial.consentsLeftOut.map { "“\($0)”" }
        return left.isEmpty
            ? nil
            : Note(
                .warn, "Consents to pictures come in as a step of their own.",
                left.joined(separator: ", ") + (left.count == 1 ? " was" : " were")
                    + " not read. Once the people are in, bring in the same file once more, as consents.",
                link: HeadAction("Bring these in as consents", link + "?purpose=consents"))
    }
}
