import Foundation

/// Who is in a picture, one entry of `depicts` after another, looked up on the roll.
package struct Depicted: Sendable {
    package enum Match: Sendable {
        case person(Person)
        /// Fits nobody, or several.
        case unclear([Person])
    }

    package let medium: Int
    package let entry: Int
    package let typed: String
    package let match: Match

    package var place: Place { Place("media[\(medium)].depicts[\(entry)]") }

    /// Every entry of every picture; nothing when no roll is known, since the act is held for that alone.
    package static func all(in post: PublishPost) -> [Depicted] {
        guard let roll = post.roll else { return [] }
        var all: [Depicted] = []
        for (medium, picture) in post.draft.media.enumerated() {
            for (entry, typed) in (picture.depicts ?? []).enumerated() {
                all.append(Depicted(medium: medium, entry: entry, typed: typed, match: look(typed, up: roll)))
            }
        }
        return all
    }

    /// Pictures of which nobody said who is in them.
    package static func unsaid(in post: PublishPost) -> [Int] {
        post.draft.media.indices.filter { post.draft.media[$0].depicts == nil }
    }

    /// A reference wins over a name.
    private static func look(_ typed: String, up roll: Roll) -> Match {
        if let person = roll[typed] ?? roll[typed.trimmingCharacters(in: .whitespacesAndNewlines)] {
            return .person(person)
        }
        let name = TypedName(typed)
        let fits = roll.people.filter(name.fits)
        return fits.count == 1 ? .person(fits[0]) : .unclear(fits)
    }
}
