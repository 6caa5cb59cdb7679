/// What a word may be about. One look-up a word tells every control whether to look closer.
package struct Topics: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    static let politics = Topics(rawValue: 1 << 0)
    static let references = Topics(rawValue: 1 << 1)
    static let vacancies = Topics(rawValue: 1 << 2)
    static let opinion = Topics(rawValue: 1 << 3)
    static let grievance = Topics(rawValue: 1 << 4)
    static let colleagues = Topics(rawValue: 1 << 5)
    static let heat = Topics(rawValue: 1 << 6)
    /// The title of an adult; a full stop after one does not end a sentence.
    static let title = Topics(rawValue: 1 << 7)
}

/// The words that the controls look for, gathered from their own lists.
struct Lexicon: Sendable {
    static let shared = Lexicon()

    /// The topics themselves stand in the table.
    private let table: HashTable

    private init() {
        var table = HashTable(capacity: 1024)
        func add(_ words: Set<String>, _ topic: Topics) {
            for hash in words.map(WordHash.of) {
                let before = table.find(hash)
                table.set(hash, (before == HashTable.none ? 0 : before) | Int32(topic.rawValue))
            }
        }
        add(PoliticalWords.triggers, .politics)
        add(References.triggers, .references)
        add(Vacancies.triggers, .vacancies)
        add(SupplierOpinion.praise.union(SupplierOpinion.blame), .opinion)
        add(Grievances.triggers, .grievance)
        add(Colleagues.colleagues, .colleagues)
        add(HeatedWording.words, .heat)
        add(Self.titles, .title)
        self.table = table
    }

    /// - Parameter hash: of a folded word.
    @inline(__always)
    func topics(of hash: UInt64) -> Topics {
        let found = table.find(hash)
        return found == HashTable.none ? [] : Topics(rawValue: UInt32(truncatingIfNeeded: found))
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "rev", "revd", "fr", "imam", "ustadh", "ustadha",
        "mawlana", "prof", "professor", "cllr", "councillor",
    ]
}
