/// Dates that are said to be somebody's day of birth.
enum BirthDates {
    struct Found {
        let range: Range<Int>
        let certainty: Observation.Certainty
    }

    static func all(in text: ReadText) -> [Found] {
        let plain = cues.hits(in: text).compactMap { hit in
            isOfAnAnimal(hit.words, text) ? nil : found(after: hit.words, text, .plain, isLabel: hit.phrase < 4)
        }
        let turning = turns.hits(in: text).compactMap { found(after: $0.words, text, .likely) }
        return plain + turning
    }

    /// A date at most a few words after the cue, in the same sentence.
    private static func found(
        after cue: Range<Int>, _ text: ReadText, _ certainty: Observation.Certainty, isLabel: Bool = false
    ) -> Found? {
        let limit = min(text.words.count, cue.upperBound + 6)
        var index = cue.upperBound
        // the full stop of "d.o.b." ends no sentence
        while index < limit, text.words[index].gap != .sentence || isLabel && index == cue.upperBound {
            if isLabel, index == cue.upperBound, WrittenDate.isInOnePiece(index, text) {
                return Found(range: text.bytes(ofWords: cue.lowerBound..<index + 1), certainty: certainty)
            }
            if let (end, year) = WrittenDate.date(at: index, text) {
                if let year, year < 1936 { return nil }
                return Found(range: text.bytes(ofWords: cue.lowerBound..<end), certainty: certainty)
            }
            index += 1
        }
        return nil
    }

    private static func isOfAnAnimal(_ cue: Range<Int>, _ text: ReadText) -> Bool {
        (max(0, cue.lowerBound - 6)..<cue.lowerBound).contains { animals.contains(text.words[$0]) }
    }

    private static let animals = WordSet(
        "calf calves lamb lambs chick chicks foal foals piglet piglets duckling ducklings kitten kittens puppy puppies cub"
    )
    private static let cues = WordPhrases([
        "dob", "d o b", "date of birth", "dates of birth", "birth date", "birthdate", "born on", "born", "birthday is",
        "birthday", "birthdays are",
    ])
    private static let turns = WordPhrases([
        "{turns,turned,turning,is} {5,6,7,8,9,10,11,12,13,14,15,16,17,18} on",
        "{turns,turned,turning} {five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen} on",
    ])
}
