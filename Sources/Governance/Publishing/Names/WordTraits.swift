/// What a word commonly is in school prose, beside being perhaps a name.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// An everyday word that may be written without a capital.
    static let ordinary = WordTraits(rawValue: 1 << 0)
    /// Never a name or part of one: the, and, of.
    static let function = WordTraits(rawValue: 1 << 1)
    /// Follows a name as its verb, so that a small letter makes it one: read, will, may.
    static let verb = WordTraits(rawValue: 1 << 2)
    /// Describes what follows: long, little, young.
    static let describing = WordTraits(rawValue: 1 << 3)
    /// Names a kind of place or thing after a proper name: road, house, cup.
    static let place = WordTraits(rawValue: 1 << 4)
    static let calendar = WordTraits(rawValue: 1 << 5)
    /// Mr, Mrs, Dr: makes an adult of the name after it, with or without a capital.
    static let title = WordTraits(rawValue: 1 << 6)
    /// Miss, Sir, Canon: the same, but a word of its own in small letters.
    static let titleWord = WordTraits(rawValue: 1 << 7)
    /// Headteacher, governor: speaks of an adult.
    static let office = WordTraits(rawValue: 1 << 8)
    /// Congratulations, well done, pupil: a person's name is likely to follow.
    static let cue = WordTraits(rawValue: 1 << 9)
    /// Won, scored, has: a person is likely to stand before it.
    static let personVerb = WordTraits(rawValue: 1 << 10)
    /// Year, form, aged: after a name it speaks of a pupil.
    static let form = WordTraits(rawValue: 1 << 11)
    /// Used as a first name by many, on the roll or not.
    static let given = WordTraits(rawValue: 1 << 12)
    /// De, van, al: part of a family name, not one by itself.
    static let particle = WordTraits(rawValue: 1 << 13)
    /// In, at, near: a place follows.
    static let placeBefore = WordTraits(rawValue: 1 << 14)
    /// The, our, this: no person's name follows directly.
    static let determiner = WordTraits(rawValue: 1 << 15)
    /// A town, a county, a firm.
    static let known = WordTraits(rawValue: 1 << 16)
    /// Two words written together that have a meaning of their own: May Day, field trip.
    static let phrase = WordTraits(rawValue: 1 << 17)
    /// Twins, family, brothers: after a family name it still speaks of the people.
    static let kin = WordTraits(rawValue: 1 << 18)
    /// Written with a full stop that ends no sentence, beside titles.
    static let abbreviation = WordTraits(rawValue: 1 << 21)
    /// Buses, visitors, miles, village: "from" or "of" after it speaks of a place.
    static let whereabouts = WordTraits(rawValue: 1 << 22)
    /// Book, gospel: a name after "of" is the title's.
    static let scripture = WordTraits(rawValue: 1 << 23)
    static let conjunction = WordTraits(rawValue: 1 << 19)
    /// Begum, Kaur, Singh: stands as a second name in place of the family's.
    static let secondName = WordTraits(rawValue: 1 << 20)
}

/// Every word with traits, by the hash of its spelling.
struct KnownWords: Sendable {
    static let shared = KnownWords()

    /// The traits themselves stand in the table.
    private let table: HashTable

    private init() {
        var table = HashTable(capacity: 8192)
        for (trait, words) in WordLists.all {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let hash = SpellingHash.of(word)
                let found = table.find(hash)
                let before = found == HashTable.none ? 0 : UInt32(found)
                table.set(hash, Int32(before | trait.rawValue))
            }
        }
        self.table = table
    }

    @inline(__always)
    func traits(_ hash: UInt64) -> WordTraits {
        let found = table.find(hash)
        return found == HashTable.none ? [] : WordTraits(rawValue: UInt32(truncatingIfNeeded: found))
    }
}
