import Foundation

/// What a careful colleague would say of a picture, beside the policy: ours, and never a reason to stop it.
package struct PictureAdvice: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A pupil is in the picture, and the text calls them by name: together they tell strangers who a child is.
        case faceAndName = "face-and-name"
        /// The file said where it was taken.
        case position
        /// It was taken long ago: somebody in it may have left, and consent was given for then.
        case old
        /// Somebody in it has left the school.
        case left
    }

    package let kind: Kind
    package let says: String

    /// A year: about as long as a class stays together.
    private static let oldAfter = 365

    /// - Parameters:
    ///   - shown: those on the roll who are said to be in it.
    ///   - left: those who were on the roll, are said to be in it, and have left.
    ///   - text: all words that go out with it.
    package static func all(
        of picture: StoredPicture, showing shown: [Person], left: [Person] = [], with text: String, on day: Day
    ) -> [PictureAdvice] {
        var all: [PictureAdvice] = []
        // a family name only in capitals: Field is a name, and field a place to play
        let words = words(of: text)
        let lowercased = words.map { $0.lowercased() }
        let named = shown.filter { person in
            person.kind == .pupil
                && ([person.given, person.preferred ?? ""].contains { stands($0.lowercased(), in: lowercased) }
                    || stands(person.family, in: words))
        }
        if let first = named.first {
            all.append(
                PictureAdvice(
                    kind: .faceAndName,
                    says: "\(first.shortName) is in the picture and named in the text. A face and a name together tell "
                        + "strangers who a child is: leave one of them out."))
        }
        if picture.hadPosition {
            all.append(
                PictureAdvice(
                    kind: .position,
                    says: "Its file said where it was taken. That was taken out, with all else that the file said."))
        }
        if !left.isEmpty {
            let names = left.map(\.shortName)
            let listed =
                names.count == 1
                ? names[0] : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
            all.append(
                PictureAdvice(
                    kind: .left,
                    says: "\(listed) \(names.count == 1 ? "has" : "have") left the school. What they agreed to was for "
                        + "their time here: ask again, or use another picture."))
        }
        let since = [picture.takenOn, Day(of: picture.addedAt)].compactMap(\.self).min()
        if let since, since.adding(days: oldAfter) < day {
            all.append(
                PictureAdvice(
                    kind: .old,
                    says: "It is more than a year old. Somebody in it may have left, or said no since."))
        }
        return all
    }

    /// Without the s of possession, accents folded.
    private static func words(of text: String) -> [String] {
        text.folding(options: .diacriticInsensitive, locale: nil).split { !$0.isLetter && $0 != "’" && $0 != "'" }
            .map { word in
                let plain = word.replacing("’", with: "'")
                return String(plain.hasSuffix("'s") ? plain.dropLast(2) : plain[...]).trimmingCharacters(in: ["'"])
            }.filter { !$0.isEmpty }
    }

    /// Whether the words of a name stand there one after the other; in capitals throughout it is met too.
    private static func stands(_ name: String, in words: [String]) -> Bool {
        let name = self.words(of: name)
        guard !name.isEmpty, words.count >= name.count else { return false }
        return (0...(words.count - name.count)).contains { start in
            zip(name, words[start...]).allSatisfy { $0 == $1 || $0.uppercased() == $1 }
        }
    }
}
