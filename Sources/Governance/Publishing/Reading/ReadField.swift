/// One field of a draft read into words, shared by the controls that look for words.
package struct ReadField: Sendable {
    /// The field's name in the screening contract, for example `media[0].alt`.
    package let name: String
    package let scalars: [UInt32]
    package let words: [ReadWord]
    /// What any of its words may be about: a control looks closer only where its topic is among them.
    package let topics: Topics

    package init(_ name: String, _ text: String) {
        self.name = name
        scalars = text.unicodeScalars.map(\.value)
        var scan = WordScan(scalars)
        words = scan.words()
        topics = words.reduce(into: Topics()) { $0.formUnion($1.topics) }
    }

    /// The passage as the author wrote it, from one word to another, both inclusive.
    package func quote(_ first: Int, through last: Int) -> String {
        var text = String.UnicodeScalarView()
        for value in scalars[words[first].from..<words[last].to] {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    package func place(_ first: Int, through last: Int) -> Place {
        Place(name, from: words[first].from, to: words[last].to)
    }

    /// Whether these folded words stand at `index`, one after the other.
    package func reads(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= words.count else { return false }
        return phrase.indices.allSatisfy { words[index + $0].folded == phrase[$0] }
    }

    /// The words of the sentence in which a word stands.
    package func sentence(of index: Int) -> Range<Int> {
        var first = index
        while first > 0, !words[first].beginsSentence { first -= 1 }
        var end = index + 1
        while end < words.count, !words[end].beginsSentence { end += 1 }
        return first..<end
    }
}

/// A word as it stands in a field.
package struct ReadWord: Sendable {
    /// Lower case, a to z and digits: accents, look-alikes, invisible letters, apostrophes and the s of a possessive
    /// are folded away.
    package let folded: String
    /// Unicode scalars of the field, `to` exclusive.
    package let from: Int
    package let to: Int
    package let isCapitalised: Bool
    package let isCapitals: Bool
    package let beginsSentence: Bool
    /// Written straight after a hash or an at sign.
    package let isTagged: Bool
    package let topics: Topics
}
