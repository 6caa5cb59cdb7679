/// One field of a draft read into words, shared by the controls that look for words.
package struct ReadField: Sendable {
    package let text: FieldText
    package let words: [ReadWord]
    /// What any of its words may be about: a control looks closer only where its topic is among them.
    package let topics: Topics

    package init(_ text: FieldText) {
        self.text = text
        (words, topics) = WordScan.words(of: text.scalars)
    }

    /// The passage as the author wrote it, from one word to another, both inclusive.
    package func quote(_ first: Int, through last: Int) -> String {
        text.passage(words[first].from..<words[last].to)
    }

    package func place(_ first: Int, through last: Int) -> Place {
        text.place(words[first].from..<words[last].to)
    }

    /// The words that may be about a topic, in their order.
    func words(about topic: Topics) -> [Int] {
        topics.contains(topic) ? words.indices.filter { words[$0].topics.contains(topic) } : []
    }

    /// A word in lower case, a to z and digits: accents, look-alikes, invisible letters, apostrophes and the s of a
    /// possessive are folded away.
    func folded(_ index: Int) -> String {
        let word = words[index]
        return String(decoding: WordScan.letters(text.scalars[word.from..<word.to]).prefix(word.length), as: UTF8.self)
    }

    /// Whether these folded words stand at `index`, one after the other.
    func reads(_ phrase: [String], at index: Int) -> Bool { reads(phrase.map(WordHash.of), at: index) }

    /// - Parameter hashes: of the folded words of a phrase.
    func reads(_ hashes: [UInt64], at index: Int) -> Bool {
        guard index >= 0, index + hashes.count <= words.count else { return false }
        return hashes.indices.allSatisfy { words[index + $0].hash == hashes[$0] }
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
    /// Of its folded letters (`WordHash`), by which words are compared.
    let hash: UInt64
    /// How many letters and digits it has when folded.
    let length: Int
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
