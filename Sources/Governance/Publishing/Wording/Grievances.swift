/// Words and turns of phrase that judge a colleague or air a grievance when a person of the school stands beside them.
enum Grievances {
    /// The first word of each: whoever reads a text looks closer only there.
    static var triggers: Set<String> { words.union(phrases.keys) }

    /// Where the grievance that begins at this word ends; nil where there is none.
    static func end(at index: Int, in field: ReadField) -> Int? {
        let word = field.folded(index)
        if words.contains(word) { return index }
        for rest in phrases[word] ?? [] where field.reads(rest, at: index + 1) { return index + rest.count }
        guard lets.contains(word), !isDenied(index, in: field) else { return nil }
        return letDown(from: index, in: field)
    }

    /// "Let the whole department down": one of those whom colleagues answer to, a few words on.
    private static func letDown(from index: Int, in field: ReadField) -> Int? {
        let sentence = field.sentence(of: index)
        for down in index + 2..<max(index + 2, min(index + 7, sentence.upperBound))
        where field.folded(down) == "down" {
            return letDown.contains(field.folded(down - 1)) ? down : nil
        }
        return nil
    }

    private static func isDenied(_ index: Int, in field: ReadField) -> Bool {
        index > 0
            && ["never", "not", "didnt", "dont", "doesnt", "wont", "cant"].contains(field.folded(index - 1))
    }

    private static let words: Set<String> = [
        "unfair", "unfairly", "bullied", "incompetent", "incompetence", "useless", "lazy", "toxic", "grievance",
        "grievances", "overworked", "backstabbing", "favouritism", "disgraceful", "disgrace", "shambles", "shambolic",
        "unprofessional", "ignored", "hates", "moaning", "rude", "betrayed", "liar", "pathetic", "clueless", "blame",
        "blames", "blamed", "sacked", "resign", "quit", "dispute", "feud", "undermined", "undermining", "hopeless",
        "inept", "spineless", "vindictive", "arrogant", "backstabber", "micromanaging", "micromanages",
    ]

    private static let lets: Set<String> = ["let", "lets", "letting"]
    private static let letDown: Set<String> = [
        "us", "me", "everyone", "everybody", "team", "department", "staff", "colleagues", "pupils", "students",
        "learners", "children", "kids", "parents", "families", "school", "class", "side", "people", "again",
    ]

    private static let phrases: [String: [[String]]] = [
        "let": [], "lets": [], "letting": [],
        "made": [["a", "mess", "of"], ["such", "a", "mess", "of"], ["a", "complete", "mess", "of"]],
        "makes": [["a", "mess", "of"]], "making": [["a", "mess", "of"]], "messed": [["up"]],
        "sick": [["of"], ["and", "tired"]], "fed": [["up", "with"], ["up", "of"]],
        "cannot": doingTheJob, "cant": doingTheJob + [["be", "bothered"]], "couldnt": [["be", "bothered"]],
        "never": [
            ["marks"], ["does", "any"], ["replies"], ["turns", "up"], ["listens"], ["listen"], ["does", "his"],
            ["does", "her"], ["does", "their"],
        ],
        "left": [["us", "to", "do"], ["me", "to", "do"], ["us", "to", "pick", "up"], ["us", "in", "the", "lurch"]],
        "no": [["idea", "what", "they"], ["idea", "what", "he"], ["idea", "what", "she"]],
        "hasnt": [["a", "clue"], ["got", "a", "clue"]], "havent": [["a", "clue"], ["got", "a", "clue"]],
        "like": [["dirt"]], "rock": [["bottom"]],
        "pull": [["his", "weight"], ["her", "weight"], ["their", "weight"]],
        "pulling": [["his", "weight"], ["her", "weight"], ["their", "weight"]],
        "not": [["up", "to", "the", "job"], ["fit", "to", "lead"], ["fit", "to", "teach"]],
    ]
    private static let doingTheJob = ["his", "her", "their", "the"].map { ["do", $0, "job"] }
}
