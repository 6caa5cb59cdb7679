import Foundation

/// A name as a person typed it under a picture, compared without case, accents, hyphens, apostrophes and spaces.
package struct TypedName {
    private let letters: [UInt8]

    init(_ typed: String) {
        letters = Self.letters(typed)
    }

    /// Whether it is a way of writing this person's name: in full in either order, or one part of it alone.
    func fits(_ person: Person) -> Bool {
        guard let first = letters.first else { return false }
        let firsts = [person.given, person.preferred, person.family, person.title].compactMap { $0 }
        guard firsts.contains(where: { Self.canBegin($0, with: first) }) else { return false }
        return Self.spellings(of: person).contains { parts in self.equals(parts) }
    }

    private func equals(_ parts: [String]) -> Bool {
        var at = 0
        for part in parts {
            for letter in Self.letters(part) {
                guard at < letters.count, letters[at] == letter else { return false }
                at += 1
            }
        }
        return at == letters.count
    }

    fileprivate static func spellings(of person: Person) -> [[String]] {
        var all: [[String]] = []
        for first in [person.given, person.preferred].compactMap({ $0 }) where !first.isEmpty {
            all.append([first])
            guard !person.family.isEmpty else { continue }
            all.append([first, person.family])
            all.append([person.family, first])
            if let middle = person.middle {
                all.append([first, middle, person.family])
                all.append([person.family, first, middle])
            }
            if let title = person.title { all.append([title, first, person.family]) }
        }
        guard !person.family.isEmpty else { return all }
        all.append([person.family])
        if let title = person.title { all.append([title, person.family]) }
        return all
    }

    /// A quick no for most of a roll; letters outside ASCII are looked at properly.
    private static func canBegin(_ name: String, with letter: UInt8) -> Bool {
        guard let first = name.utf8.first else { return false }
        let isLetter = (65...90).contains(first) || (97...122).contains(first)
        return !isLetter || first | 32 == letter || letter >= 128
    }

    /// The letters and digits of a name, folded, as UTF-8.
    private static func letters(_ name: String) -> [UInt8] {
        if name.utf8.allSatisfy({ $0 < 128 }) {
            return name.utf8.compactMap { byte in
                switch byte {
                case 65...90: byte | 32
                case 97...122, 48...57: byte
                default: nil
                }
            }
        }
        let folded = name.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var bytes: [UInt8] = []
        for scalar in folded.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        {
            bytes.append(contentsOf: (undecomposed[scalar] ?? String(scalar)).utf8)
        }
        return bytes
    }

    /// Letters that do not decompose in Unicode.
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    ]
}

extension TypedName {
    /// What is compared of words under a picture: their letters and digits, folded; empty where there are none.
    package static func key(of typed: String) -> String { String(decoding: letters(typed), as: UTF8.self) }
}

extension TypedName {
    /// Whether what somebody signed is this name, folded: the same letters, or with words more or fewer, such as a title or
    /// a middle name, as long as two are the same. One word alone signs for nobody who has two.
    package static func isSignature(_ signed: String, of name: String) -> Bool {
        guard key(of: signed) != key(of: name) else { return !key(of: signed).isEmpty }
        let (one, other) = (words(signed), words(name))
        let shared = one.intersection(other)
        return shared.count >= 2 && (shared == one || shared == other)
    }

    private static func words(_ name: String) -> Set<String> {
        Set(name.split(whereSeparator: \.isWhitespace).map { key(of: String($0)) }).subtracting([""])
    }
}

extension Person {
    /// Whether every part of the name is the same.
    package func hasName(of other: Person) -> Bool {
        given == other.given && family == other.family && preferred == other.preferred && middle == other.middle
            && title == other.title
    }

    /// What words under a picture that may mean them come to, as `TypedName.key` has it: every way of writing their name, and
    /// the reference by which drafts know them.
    package var typedKeys: Set<String> {
        let all = TypedName.spellings(of: self).map { parts in parts.map(TypedName.key(of:)).joined() }
        return Set(all + [TypedName.key(of: ref)]).subtracting([""])
    }
}
