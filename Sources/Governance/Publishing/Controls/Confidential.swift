/// What is confidential stays in.
package struct Confidential: Control {
    package static let id = "publishing.confidential"
    package static let about = """
        Finds drafts marked as confidential, markings such as "not for publication" in the words, and the school's own \
        list of words that must stay in. A confidential helpline is none of these.
        """
    package static let parameters = [
        Parameter("words", .words, fallback: .words([]), about: "words of the policy's own that must stay in")
    ]
    package static let codes = ["confidential"]

    private let words: WordPhrases

    package init(_ arguments: Arguments) {
        words = WordPhrases(written: arguments.words("words"))
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        let own = WordPhrases(written: post.organisation.confidentialWords)
        return labelled(post, own) + post.reading.texts.flatMap { found(in: $0, own) }
    }

    private func labelled(_ post: PublishPost, _ own: WordPhrases) -> [Observation] {
        post.draft.labels.enumerated().compactMap { index, label in
            let text = ReadText(FieldText("labels[\(index)]", label))
            guard [Self.labels, words, own].contains(where: { !$0.hits(in: text).isEmpty }) else { return nil }
            return Observation(
                "confidential", at: Place(text.field), evidence: label, basis: .record,
                says: "The draft is marked “\(label)”.",
                advice: "Have the mark taken off by whoever set it, or leave it unpublished.")
        }
    }

    /// One for each passage; what a list says for certain before what only sounds like it.
    private func found(in text: ReadText, _ own: WordPhrases) -> [Observation] {
        var passages: [(range: Range<Int>, certainty: Observation.Certainty)] = []
        let certain = [words, own, Self.markings].flatMap { $0.hits(in: text) }.map { text.bytes(ofWords: $0.words) }
        let lone = Self.lone(in: text)
        let hints = Self.hints.hits(in: text).map { text.bytes(ofWords: $0.words) }
        for (ranges, certainty) in [(certain + lone, Observation.Certainty.plain), (hints, .likely)] {
            for range in ranges where !passages.contains(where: { $0.range.overlaps(range) }) {
                passages.append((range, certainty))
            }
        }
        return passages.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { range, certainty in
            Observation(
                "confidential", certainty, at: text.place(range), evidence: text.passage(range), basis: .reading,
                says: certainty == .plain
                    ? "\(text.quoted(range)) says that this must stay in."
                    : "\(text.quoted(range)) sounds as if this should stay in.",
                advice: "Leave it out, or ask a senior leader whether it may be published.")
        }
    }

    /// The word in capitals, or as a heading: `Confidential: budget`.
    private static func lone(in text: ReadText) -> [Range<Int>] {
        let confidential = Self.confidential
        let places = text.words.indices.filter { text.words[$0].hash == confidential }
        guard !places.isEmpty else { return [] }
        let isAllShouted = text.capitals * 2 >= text.letters + 24
        return places.compactMap { index in
            let word = text.words[index]
            let end = Int(word.end)
            let isHeading = word.gap == .sentence && end < text.bytes.count && [58, 45, 10].contains(text.bytes[end])
            let isShouted = word.isAllCapitals && !isAllShouted
            let isWhole = text.words.count == 1
            guard isHeading || isShouted || isWhole else { return nil }
            if index + 1 < text.words.count, services.contains(text.words[index + 1]) { return nil }
            return text.bytes(ofWords: index..<index + 1)
        }
    }

    private static let confidential = WordHash.of("confidential")
    private static let services = WordSet(
        "helpline helplines support advice service services counselling counsellor listening line chat space help call")
    private static let labels = WordPhrases([
        "confidential", "internal", "private", "sensitive", "restricted", "secret", "embargo", "embargoed",
        "privileged",
        "not for publication", "not for release", "staff only", "do not publish", "do not share",
    ])
    private static let markings = WordPhrases([
        "not for publication",
        "not for {public,onward,wider,general,external} {release,sharing,circulation,distribution}",
        "{for,} internal use only", "for internal use", "internal only", "commercially {sensitive,confidential}",
        "commercial in confidence", "{embargoed,embargo} {until,till,to}", "{under,strict} embargo",
        "strictly {private,confidential}", "private and confidential", "confidential and private",
        "in {strict,strictest,the strictest} confidence", "{staff,official} in confidence", "official sensitive",
        "{marked,highly,strictly} confidential", "staff eyes only", "for your eyes only", "not for circulation",
        "confidential {report,document,documents,information,minutes,meeting,data,file,files,letter,memo,details,matter}",
        "confidential {papers,paper,records,record,draft,budget,plan,plans,proposal,results,figures,correspondence}",
    ])
    private static let hints = WordPhrases([
        "this is confidential", "{keep,keeping} {this,it} {confidential,quiet,secret,private,between us}",
        "{not,isnt} public yet", "not yet {public,announced}", "off the record", "between you and me",
        "between ourselves",
        "{do not,dont} tell anyone {yet,but}", "{before,until} {it is,its} announced", "not {been,} announced yet",
        "do not {circulate,distribute,forward}", "{leaked,leaking} {from,to,report,document,email}",
        "insider information",
    ])
}
