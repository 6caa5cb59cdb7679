import Foundation

/// Who is in a picture, one entry of `depicts` after another, looked up on the roll.
package struct Depicted: Sendable {
    package enum Match: Sendable {
        case person(Person)
        /// Fits nobody, or several on the roll.
        case unclear([Person])
    }

    package let medium: Int
    package let entry: Int
    package let typed: String
    package let match: Match
    /// Those on no roll whose objection is kept, and whose name it is too; without the one whom it matches.
    package let visitors: [Person]

    /// Everyone whom it may mean. Where somebody of a name said no, a name that does not tell them apart is theirs: the no
    /// is as strict as if nobody else were called so, until the person is chosen from the roll.
    package var meant: [Person] {
        switch match {
        case .person(let person): [person] + visitors
        case .unclear(let fits): fits + visitors
        }
    }

    package var place: Place { Place("media[\(medium)].depicts[\(entry)]") }

    /// Every entry of every picture; nothing when no roll is known, since the act is held for that alone.
    package static func all(in post: PublishPost) -> [Depicted] {
        guard let roll = post.roll else { return [] }
        var all: [Depicted] = []
        for (medium, picture) in post.draft.media.enumerated() {
            for (entry, typed) in (picture.depicts ?? []).enumerated() {
                let (match, visitors) = look(typed, up: roll)
                all.append(
                    Depicted(medium: medium, entry: entry, typed: typed, match: match, visitors: visitors))
            }
        }
        return all
    }

    /// A reference wins over a name, and a name on the roll over that of a visitor, whose objection is not forgotten for it.
    private static func look(_ typed: String, up roll: Roll) -> (Match, visitors: [Person]) {
        if let person = roll[typed] ?? roll[typed.trimmingCharacters(in: .whitespacesAndNewlines)] {
            return (.person(person), [])
        }
        let name = TypedName(typed)
        let everyone = roll.people.filter(name.fits)
        let visitors = everyone.filter { $0.kind == .visitor }
        let fits = everyone.filter { $0.kind != .visitor }
        if fits.count == 1 { return (.person(fits[0]), visitors) }
        if fits.isEmpty, let visitor = visitors.first { return (.person(visitor), Array(visitors.dropFirst())) }
        return (.unclear(fits), visitors)
    }
}
