extension PoliticalWords {
    /// The first party, candidate or office-holder that is named, as its first and last word; nil: none.
    static func firstNamed(in field: ReadField) -> (Int, Int)? {
        for index in field.words(about: .politics) {
            if let end = object(at: index, in: field) { return (index, end) }
        }
        return nil
    }

    /// Where a party, a candidate or an office that begins at `index` ends.
    static func object(at index: Int, in field: ReadField) -> Int? {
        let word = field.words[index]
        if let party = parties.first(at: index, in: field) {
            let end = index + party.count - 1
            let isPlain = party.count == 1 && needsContext.contains(party[0])
            if party == ["your", "party"], !word.isCapitalised || word.beginsSentence { return nil }
            guard isPlain else { return end }
            let follows = index > 0 && sides.contains(field.folded(index - 1))
            let acts =
                party != ["reform"] && end + 1 < field.words.count
                && partyVerbs.contains(field.folded(end + 1))
            return word.isCapitalised && (!word.beginsSentence || follows || acts) ? end : nil
        }
        if offices.contains(field.folded(index)) {
            return isHarmless(around: index, in: field) ? nil : index
        }
        // "back the Clean Coast Party": a party that we have not heard of.
        guard field.folded(index) == "party", word.isCapitalised, index > 0, field.words[index - 1].isCapitalised else {
            return nil
        }
        return isHarmless(around: index, in: field) ? nil : index
    }

    private static func isHarmless(around index: Int, in field: ReadField) -> Bool {
        (max(0, index - 4)...index).contains { harmless.contains(field.folded($0)) }
    }
}
