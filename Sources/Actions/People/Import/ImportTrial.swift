import Governance
import Store

/// What files would do to the roll, as far as it is known: first how they are read, then what would change.
package struct ImportTrial: Sendable, Equatable, Codable {
    package var purpose: ImportMapping.Purpose
    /// `OneRoster 1.2`; nil of a list with headings of its own.
    package var form: String?
    /// Only changes are in the files.
    package var isDelta = false
    /// The files say of each of their classes everyone who is in it.
    package var hasEveryMember = false
    package var headings: [String] = []
    /// The first rows below the headings.
    package var samples: [[String]] = []
    package var mapping = ImportMapping()
    /// The same headings were read so before.
    package var isRemembered = false
    /// What nobody has said yet; nothing is read before.
    package var missing: [ImportField] = []
    /// Fields that two columns claim.
    package var doubled: [ImportField] = []
    package var questions: [ImportQuestion] = []
    package var notRead: [String] = []
    /// Names with letters that were guessed; at most five.
    package var guessedNames: [String] = []
    /// Rows without anybody.
    package var skipped = 0
    /// Rows with somebody.
    package var rows = 0
    /// Consent words that nobody could read, in small letters; at most twenty.
    package var strangeWords: [String] = []
    /// Nil while the mapping is not whole.
    package var counts: ImportCounts?

    init(_ purpose: ImportMapping.Purpose) {
        self.purpose = purpose
    }

    /// Columns of a list of people that look like consents to pictures, and are left to a step of their own.
    package var consentsLeftOut: [String] { mapping.consents(leftOutOf: headings) }

    /// Whether so many are not in the list that it may be the wrong one.
    package var isPartOfRoll: Bool {
        guard let counts else { return false }
        return !isDelta && counts.gone > 5 && counts.gone * 4 > counts.inScope
    }

    /// How many times the roll the list is, where that is astonishing.
    package var timesTheRoll: Int? {
        guard let counts, purpose == .people, counts.inScope >= 20 else { return nil }
        let times = rows / counts.inScope
        return times >= 5 ? times : nil
    }
}
