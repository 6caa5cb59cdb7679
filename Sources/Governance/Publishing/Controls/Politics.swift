/// Party politics in the school's name.
package struct Politics: Control {
    package static let id = "publishing.politics"
    package static let about = """
        Finds words that take the side of a political party, a candidate or an office-holder, or speak against one. \
        Meeting a councillor, an election of the school council and lessons about Parliament are not found.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["political"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.fields.compactMap { field in
            guard let (first, last) = sideTaken(in: field) else { return nil }
            let passage = field.quote(first, through: last)
            return Observation(
                "political", at: field.place(first, through: last), evidence: passage, basis: .reading,
                says: "It may take sides in party politics: \u{201C}\(passage)\u{201D}.",
                advice: "Leave the party, candidate or office out, or tell of it without taking a side.")
        }
    }

    /// The first passage that takes a side, as its first and last word.
    private func sideTaken(in field: ReadField) -> (Int, Int)? {
        for index in field.words(about: .politics) {
            if let slogan = PoliticalWords.slogans.first(at: index, in: field) {
                return (index, index + slogan.count - 1)
            }
            if let passage = againstRulers(at: index, in: field) { return passage }
            guard let end = PoliticalWords.object(at: index, in: field) else { continue }
            let sentence = field.sentence(of: index)
            let near = sentence.clamped(to: index - 8..<end + 7)
            if let side = near.first(where: { takesSide($0, before: index, in: field) }) {
                return (min(side, index), max(side, end))
            }
        }
        return nil
    }

    private func againstRulers(at index: Int, in field: ReadField) -> (Int, Int)? {
        guard let ruler = PoliticalWords.rulers.first(at: index, in: field) else { return nil }
        let end = index + ruler.count - 1
        let near = field.sentence(of: index).clamped(to: index - 8..<end + 7)
        guard let word = near.first(where: { PoliticalWords.againstRulers.contains(field.folded($0)) }) else {
            return nil
        }
        return (min(word, index), max(word, end))
    }

    private func takesSide(_ place: Int, before index: Int, in field: ReadField) -> Bool {
        let word = field.folded(place)
        let isParty = PoliticalWords.parties.first(at: index, in: field) != nil
        if isParty, PoliticalWords.judgements.contains(word) { return true }
        guard PoliticalWords.sides.contains(word) else { return false }
        switch word {
        case "deserves": return field.words.indices.contains(place + 1) && place > index
        case "re": return field.reads(["re", "elect"], at: place)
        case "back": return place < index && !field.folded(max(0, place - 1)).hasPrefix("welcom")
        case "against", "choose": return place < index && isParty
        case "support", "supporting", "supports":
            return place < index && !(place > 0 && field.folded(place - 1) == "for")
        default: return place < index
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("an ordinary post", .example("Well done to our choir, who sang at the town hall."), finds: []),
        .init("a visit to councillors", .example("Year 10 met councillors of three parties."), finds: []),
        .init("a school council", .example("Vote for your school councillor on Friday."), finds: []),
        .init(
            "a letter to the government", .example("Year 5 wrote to the Prime Minister and the Government about bees."),
            finds: []),
        .init(
            "a petition", .example("Sign the petition against the Government's cuts to schools."), finds: ["political"]),
        .init("a party judged first", .example("Labour have ruined our schools."), finds: ["political"]),
        .init("a leader judged", .example("Nigel Farage is ruining this country."), finds: ["political"]),
        .init("a party of another kind", .example("Support the Christmas Party and vote for a theme!"), finds: []),
        .init("labour as a word", .example("A labour of love: our new garden."), finds: []),
        .init("a vote for a party", .example("Vote Labour on Thursday."), finds: ["political"]),
        .init("a party's plan", .example("Back the Green Party\u{2019}s plan for the marsh!"), finds: ["political"]),
        .init("an unknown party", .example("Come and back the Clean Coast Party stall."), finds: ["political"]),
        .init("an office-holder", .example("Our MP deserves re-election."), finds: ["political"]),
        .init("against a party", .example("The Tories have ruined our schools."), finds: ["political"]),
        .init("a hashtag", .example("See you at the polls #VoteLabour"), finds: ["political"]),
        .init(
            "in an alternative text", .example { $0.media = [.example(alt: "A poster: vote SNP")] },
            finds: ["political"]),
    ]
}
