/// A passage that names somebody on the roll.
package struct NameMention: Sendable, Equatable {
    package enum Form: Int, Sendable, Comparable {
        case initials, given, surname, initialAndSurname, full

        package static func < (one: Form, other: Form) -> Bool { one.rawValue < other.rawValue }
    }

    package var form: Form
    /// Everyone it fits, as places in `Roll.people`.
    package var people: [Int]
    /// In Unicode scalars of the text as given; `to` exclusive.
    package var from: Int
    package var to: Int
    package var certainty: Observation.Certainty
    /// Nothing else stands between the parts of the name.
    package var isDirect = true
}
