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
}

/// The words that the controls look for, gathered from their own lists.
enum Lexicon {
    static let topics: [String: Topics] = {
        var topics: [String: Topics] = [:]
        func add(_ words: some Sequence<String>, _ topic: Topics) {
            for word in words { topics[word, default: []].insert(topic) }
        }
        add(PoliticalWords.triggers, .politics)
        add(References.triggers, .references)
        add(Vacancies.triggers, .vacancies)
        add(SupplierOpinion.praise.union(SupplierOpinion.blame), .opinion)
        add(Grievances.triggers, .grievance)
        add(Colleagues.colleagues, .colleagues)
        add(HeatedWording.words, .heat)
        return topics
    }()

    /// Titles of adults; a full stop after one does not end a sentence.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "rev", "revd", "fr", "imam", "ustadh", "ustadha",
        "mawlana", "prof", "professor", "cllr", "councillor",
    ]
}
