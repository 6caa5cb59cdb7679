/// References for individuals.
package struct References: Control {
    package static let id = "publishing.references"
    package static let about = """
        Finds a reference for a person, good or bad: a recommendation to an employer is plain, a warm recommendation of \
        somebody without a job in it may be one. Recommending a book is not found.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["reference"]

    static let triggers: Set<String> = [
        "recommend", "recommends", "recommended", "recommending", "recommendation", "employee", "employer", "employers",
        "reference", "endorse", "endorsed", "hire", "employ", "asset", "addition",
    ]
    private static let recommending: Set<String> = [
        "recommend", "recommends", "recommending", "endorse", "endorsed", "employ", "hire",
    ]
    private static let work: Set<String> = [
        "role", "roles", "job", "jobs", "position", "positions", "post", "posts", "employer", "employers", "employee",
        "apprenticeship", "company", "university", "college", "team", "employment", "work", "vacancy", "placement",
        "firm", "organisation", "candidate",
    ]
    private static let persons: Set<String> = ["him", "her", "them", "he", "she"]
    private static let plain: [[String]] = [
        ["make", "an", "excellent", "employee"], ["make", "a", "great", "employee"], ["make", "a", "good", "employee"],
        ["excellent", "employee"], ["any", "employer", "would"], ["lucky", "to", "employ"], ["lucky", "to", "hire"],
        ["asset", "to", "any"], ["addition", "to", "any", "team"], ["addition", "to", "any", "company"],
        ["happy", "to", "give", "a", "reference"], ["give", "him", "a", "reference"],
        ["give", "her", "a", "reference"],
        ["reference", "for"], ["not", "employ", "him"], ["not", "employ", "her"], ["never", "hire"],
    ]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.fields.compactMap { field in
            field.words(about: .references).lazy.compactMap { reference(at: $0, in: field) }
                .max { $0.certainty == .likely && $1.certainty == .plain }
        }
    }

    private func reference(at index: Int, in field: ReadField) -> Observation? {
        let word = field.folded(index)
        let sentence = field.sentence(of: index)
        for phrase in Self.plain {
            let start = index - (phrase.firstIndex(of: word) ?? 0)
            guard sentence.contains(start), field.reads(phrase, at: start) else { continue }
            if phrase == ["reference", "for"], !person(after: start + 1, in: sentence, of: field) { continue }
            return seen(.plain, start, start + phrase.count - 1, in: field)
        }
        guard Self.recommending.contains(word), person(after: index, in: sentence, of: field)
        else { return nil }
        let job = sentence.last { $0 > index && Self.work.contains(field.folded($0)) }
        return seen(job == nil ? .likely : .plain, index, job ?? min(index + 1, sentence.upperBound - 1), in: field)
    }

    /// Whether a person is named straight after a word: a pronoun, or a capitalised name that no "by" follows.
    private func person(after index: Int, in sentence: Range<Int>, of field: ReadField) -> Bool {
        for place in (index + 1)..<max(index + 1, min(index + 3, sentence.upperBound)) {
            let word = field.words[place]
            if word.topics.contains(.title) || Self.persons.contains(field.folded(place)) { return true }
            guard word.isCapitalised, field.folded(place) != "i" else { continue }
            let by = (place + 1..<min(place + 6, max(place + 1, sentence.upperBound))).contains {
                field.folded($0) == "by"
            }
            return !by
        }
        return false
    }

    private func seen(_ certainty: Observation.Certainty, _ first: Int, _ last: Int, in field: ReadField) -> Observation
    {
        let passage = field.quote(first, through: last)
        return Observation(
            "reference", certainty, at: field.place(first, through: last), evidence: passage, basis: .reading,
            says: "It reads as a reference for a person: \u{201C}\(passage)\u{201D}.",
            advice: "Say thank you instead; a reference goes by letter, from the school.")
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a recommended book", .example("We recommend Matilda by Roald Dahl to every reader."), finds: []),
        .init("a thank you", .example("Thank you, Sam, for four years of hard work."), finds: []),
        .init("a reference library", .example("The reference library is open at lunch."), finds: []),
        .init("recommended reading", .example("Recommended for ages ten and up."), finds: []),
        .init("plain", .example("I recommend Sam for any teaching role."), finds: ["reference"]),
        .init("an excellent employee", .example("Sam would make an excellent employee."), finds: ["reference"]),
        .init("a bad one", .example("I would never hire him for such a job."), finds: ["reference"]),
        .init("a reference offered", .example("Happy to give a reference, just ask."), finds: ["reference"]),
        .init("unsure", .example("I warmly recommend Sam."), finds: ["reference"]),
    ]
}
