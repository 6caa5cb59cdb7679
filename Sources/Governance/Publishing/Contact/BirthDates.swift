/// Dates that are said to be somebody's day of birth.
enum BirthDates {
    struct Found {
        let range: Range<Int>
        let certainty: Observation.Certainty
    }

    static func all(in text: ReadText) -> [Found] {
        let plain = cues.hits(in: text).compactMap { found(after: $0.words, text, .plain) }
        let turning = turns.hits(in: text).compactMap { found(after: $0.words, text, .likely) }
        return plain + turning
    }

    /// A date at most a few words after the cue, in the same sentence.
    private static func found(after cue: Range<Int>, _ text: ReadText, _ certainty: Observation.Certainty) -> Found? {
        let limit = min(text.words.count, cue.upperBound + 6)
        var index = cue.upperBound
        while index < limit, text.words[index].gap != .sentence {
            if let (end, year) = WrittenDate.date(at: index, text) {
                if let year, year < 1936 { return nil }
                return Found(range: text.bytes(ofWords: cue.lowerBound..<end), certainty: certainty)
            }
            index += 1
        }
        return nil
    }

    private static let cues = WordPhrases([
        "dob", "d o b", "date of birth", "dates of birth", "birth date", "birthdate", "born on", "born", "birthday is",
        "birthday", "birthdays are",
    ])
    private static let turns = WordPhrases([
        "{turns,turned,turning,is} {5,6,7,8,9,10,11,12,13,14,15,16,17,18} on",
        "{turns,turned,turning} {five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen} on",
    ])
}
