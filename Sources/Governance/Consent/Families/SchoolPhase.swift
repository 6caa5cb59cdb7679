/// A stretch of schooling. When a pupil comes into the next one their family is asked about pictures again, for what a
/// family said of a child of seven says little of a young person of seventeen.
package enum SchoolPhase: Int, Sendable, Comparable, CaseIterable {
    case primary, secondary, sixthForm

    /// By the year group with which a form or class begins: `8B`, `Year 8`, `12`, `Reception`; as Scotland writes it `P3`
    /// and `S3`. Years 1 to 6 are primary, 7 to 11 secondary, 12 to 14 sixth form. Nil where the form tells no year.
    package init?(form: String?) {
        let words = (form ?? "").lowercased().drop { !$0.isLetter && !$0.isNumber }
        if ["reception", "rec", "nursery", "r", "n"].contains(String(words.prefix { $0.isLetter })),
            !words.contains(where: \.isNumber)
        {
            self = .primary
            return
        }
        let letters = words.prefix { $0.isLetter }
        let number = words.dropFirst(letters.count).drop { !$0.isNumber }.prefix { $0.isNumber }
        guard let year = Int(number), number.count <= 2 else { return nil }
        switch (String(letters), year) {
        case ("p", 1...7): self = .primary
        case ("s", 1...4): self = .secondary
        case ("s", 5...6): self = .sixthForm
        case ("", 1...6), ("year", 1...6), ("y", 1...6), ("yr", 1...6), ("class", 1...6): self = .primary
        case ("", 7...11), ("year", 7...11), ("y", 7...11), ("yr", 7...11): self = .secondary
        case ("", 12...14), ("year", 12...14), ("y", 12...14), ("yr", 12...14): self = .sixthForm
        default: return nil
        }
    }

    /// Whether somebody came from one form into a later phase in another; no where either tells no year.
    package static func isLater(_ form: String?, than before: String?) -> Bool {
        guard let now = SchoolPhase(form: form), let then = SchoolPhase(form: before) else { return false }
        return now > then
    }

    package static func < (one: SchoolPhase, other: SchoolPhase) -> Bool { one.rawValue < other.rawValue }
}
