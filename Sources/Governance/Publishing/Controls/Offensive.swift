/// Nothing offensive, obscene, discriminating or defaming is published.
package struct Offensive: Control {
    package static let id = "publishing.offensive"
    package static let about = """
        Finds obscenities, slurs, sexual words and threats, also in disguise, and, to be looked at, insults and \
        accusations. Words that only look like abuse, as in names of places, are let through.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["offensive"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.reading.texts.compactMap { text in
            guard let (range, certainty) = Self.abuse(in: text) else { return nil }
            return Observation(
                "offensive", certainty, at: text.place(range), evidence: text.passage(range), basis: .reading,
                says: certainty == .plain
                    ? "\(text.quoted(range)) is offensive." : "\(text.quoted(range)) may insult or accuse somebody.",
                advice: "Say it without these words, or leave it out.")
        }
    }

    private static func abuse(in text: ReadText) -> (Range<Int>, Observation.Certainty)? {
        let plain = AbuseWords.plain.hits(in: text).first { !isInnocent($0.words, text) }
        if let plain { return (text.bytes(ofWords: plain.words), .plain) }
        if let hidden = HiddenAbuse.first(in: text) { return (hidden, .plain) }
        let likely = AbuseWords.likely.hits(in: text).first { !isInnocent($0.words, text) }
        return likely.map { (text.bytes(ofWords: $0.words), .likely) }
    }

    /// `faggots and peas`, `a pinprick`, `Chink in the armour`, a bitch among breeders.
    private static func isInnocent(_ words: Range<Int>, _ text: ReadText) -> Bool {
        let around = max(0, words.lowerBound - 4)..<min(text.words.count, words.upperBound + 4)
        return companions.contains { pair in
            pair.words.contains(text.words[words.lowerBound]) && pair.with.first(in: text, around) != nil
        }
    }

    private static let companions: [(words: WordSet, with: WordSet)] = [
        (WordSet("faggots faggot"), WordSet("peas gravy mash wood sticks bundle firewood")),
        (WordSet("chink coon"), WordSet("armour light curtains maine")),
        (
            WordSet("prick pricks"),
            WordSet("finger fingers thumb thumbs sausages potatoes potato fork needle seedlings out ears pin blood up")
        ),
        (WordSet("bitch"), WordSet("puppies litter breed dog dogs")),
        (WordSet("slag"), WordSet("heap heaps furnace steel iron coal mining heap's")),
        (WordSet("retarded retard"), WordSet("growth flame fire motion")),
        (WordSet("crap"), WordSet("game table dice")),
        (WordSet("tart bastard"), WordSet("file jam custard lemon bakewell treacle cheese")),
        (WordSet("liar liars"), WordSet("poker book film play novel jim matilda")),
        (WordSet("pussy"), WordSet("willow cat riot owl")),
        (WordSet("psycho"), WordSet("hitchcock film")),
        (WordSet("wog"), WordSet("golly")), (WordSet("yid"), WordSet("yiddish")),
    ]

    package static let examples: [ControlExample<PublishPost>] = [
        .init("places", .example("Scunthorpe, Penistone, Cockermouth and Essex sent teams."), finds: []),
        .init(
            "ordinary words",
            .example("Analysis and assessment with class assistants; shiitake; Matsushita; cockerels."), finds: []),
        .init("names", .example("Dick Whittington, Fanny Price and Moby Dick. Pakistan day."), finds: []),
        .init("a neutral word", .example("Our assembly told of gay and lesbian history."), finds: []),
        .init("food and armour", .example("Faggots and peas for lunch. A chink in his armour."), finds: []),
        .init(
            "emphasis, footnotes, scores", .example("*Very* good* work! We won 5-3 in the 1st half. A* grades!!!"),
            finds: []),
        .init("an obscenity", .example("Those bastards parked there again."), finds: ["offensive"]),
        .init("with stars", .example("What the f**k is this"), finds: ["offensive"]),
        .init("with digits", .example("a load of sh1t"), finds: ["offensive"]),
        .init("with spaces", .example("f u c k this"), finds: ["offensive"]),
        .init("with dots", .example("s.h.i.t happens"), finds: ["offensive"]),
        .init("stretched", .example("fuuuuck"), finds: ["offensive"]),
        .init("look-alike letters", .example("fu\u{441}k and b\u{430}stards"), finds: ["offensive"]),
        .init("in a hashtag", .example("#fuckmondays"), finds: ["offensive"]),
        .init("a threat", .example("I will kill you."), finds: ["offensive"]),
        .init("an insult", .example("Useless parents, as ever."), finds: ["offensive"]),
        .init("an accusation", .example("The treasurer is a thief."), finds: ["offensive"]),
        .init(
            "in an alternative text", .example { $0.media = [.example(alt: "Graffiti: wankers")] }, finds: ["offensive"]
        ),
    ]
}
