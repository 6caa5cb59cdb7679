/// Nothing published may name a pupil further than the policy allows: by first name, surname or initials; never in full.
struct PupilNames: Control {
    static let id = "publishing.pupil-names"
    static let about = """
        Finds pupils who are named in a post, in any spelling, order or disguise: in the text, alternative text, \
        hashtags, handles and links. A full name is always found; what else may stand is for the policy to say.
        """
    static let parameters = [
        Parameter(
            "allowed", .choices(["first-name", "surname", "initials"]),
            about: "Which parts of a pupil's name may stand alone.")
    ]
    static let codes = ["pupil_full_name", "pupil_surname", "pupil_identified"]

    private let allowed: [String]
    private let seeking: NameReader.Seeking

    init(_ arguments: Arguments) {
        allowed = arguments.words("allowed")
        var seeking: NameReader.Seeking = []
        if !allowed.contains("surname") { seeking.insert(.surnames) }
        if !allowed.contains("first-name") { seeking.insert(.givenNames) }
        if !allowed.contains("initials") { seeking.insert(.initials) }
        self.seeking = seeking
    }

    func examine(_ act: PublishPost) -> [Observation] {
        // people.roll-known holds a post whose roll nobody knows
        guard let roll = act.roll, !roll.people.isEmpty else { return [] }
        let reader = NameReader(roll, school: act.organisation.school)
        return act.texts.flatMap { observations(reader.mentions(in: $0, seeking: seeking), roll, $0) }
    }

    /// One per person and field: the most specific code, at its first place.
    private func observations(_ mentions: [NameMention], _ roll: Roll, _ text: FieldText) -> [Observation] {
        guard !mentions.isEmpty else { return [] }
        var kept: [(mention: NameMention, pupils: [Int])] = []
        let ordered = mentions.enumerated().sorted {
            ($1.element.form, $0.offset) < ($0.element.form, $1.offset)
        }
        for (_, mention) in ordered {
            let pupils = mention.people.filter { roll.people[$0].kind == .pupil }
            guard !pupils.isEmpty else { continue }
            let isKnown = kept.contains { before in
                before.pupils == pupils
                    || before.mention.form > mention.form && !Set(before.pupils).isDisjoint(with: pupils)
            }
            if !isKnown { kept.append((mention, pupils)) }
        }
        return kept.sorted { $0.mention.from < $1.mention.from }.map { mention, pupils in
            observation(mention, pupils.map { roll.people[$0] }, text)
        }
    }

    private func observation(_ mention: NameMention, _ pupils: [Person], _ text: FieldText) -> Observation {
        let passage = text.passage(max(0, mention.from)..<min(mention.to, text.scalars.count))
        return Observation(
            Self.code(mention.form), mention.certainty, refs: pupils.map(\.ref).sorted(),
            at: text.place(mention.from..<mention.to), evidence: passage, basis: .reading,
            says: Self.says(mention.form, passage, pupils), advice: advice(pupils[0]))
    }

    private static func code(_ form: NameMention.Form) -> String {
        switch form {
        case .full: "pupil_full_name"
        case .surname, .initialAndSurname: "pupil_surname"
        case .given, .initials: "pupil_identified"
        }
    }

    private static func says(_ form: NameMention.Form, _ passage: String, _ pupils: [Person]) -> String {
        let whom = pupils.count == 1 ? "a pupil" : "one of \(pupils.count) pupils"
        return switch form {
        case .full: "“\(passage)” is the full name of \(whom)."
        case .surname: "“\(passage)” is the surname of \(whom)."
        case .initialAndSurname: "“\(passage)” is the initial and surname of \(whom)."
        case .given: "“\(passage)” is the first name of \(whom)."
        case .initials: "“\(passage)” may be the initials of \(whom)."
        }
    }

    private func advice(_ pupil: Person) -> String {
        let first = pupil.preferred ?? pupil.given
        let letters = [first, pupil.family].compactMap { $0.first(where: \.isLetter) }.map { "\($0)." }
        var instead: [String] = []
        if allowed.contains("first-name"), !first.isEmpty { instead.append("a first name such as “\(first)”") }
        if allowed.contains("initials"), !letters.isEmpty {
            instead.append("initials such as “\(letters.joined(separator: " "))”")
        }
        if instead.isEmpty { return "Leave the name out: say “a pupil” or name the class." }
        return "Use \(instead.joined(separator: " or ")), or correct the reading if this is not your pupil."
    }
}

extension PupilNames {
    static let examples: [ControlExample<PublishPost>] = [
        example("a full name in the text is found", "Well done Jamie Thornton!", finds: ["pupil_full_name"]),
        example("a first name and an initial are let through", "Well done Jamie and also Grace F.!"),
        example(
            "a full name in small letters, joined in a hashtag, is found", "Hooray #welldonejamiethornton",
            finds: ["pupil_full_name"]),
        example("surname first is found", "Winner: Thornton-Okafor, Jamie", finds: ["pupil_full_name"]),
        example(
            "a preferred name, with look-alike and invisible letters, is found",
            "Thanks to J\u{430}y\u{200B} Thornt\u{43E}n’s family", finds: ["pupil_full_name"]),
        example("another spelling of a name is found", "Mohammed Khan read to us", finds: ["pupil_full_name"]),
        example(
            "every way of naming is found where a policy allows them all",
            allowing: ["first-name", "surname", "initials"],
            "Jamie Thornton won", finds: ["pupil_full_name"]),
        example("a surname alone is found", "A fine save by Thornton in goal.", finds: ["pupil_surname"]),
        example("an initial and a surname are found", "Man of the match: J. Thornton", finds: ["pupil_surname"]),
        example(
            "a surname alone goes through where it is allowed", allowing: ["first-name", "surname", "initials"],
            "A fine save by Thornton in goal."),
        example("a teacher with a title is let through", "Thank you Mr Thornton and Dr Jamie Thornton."),
        example("a street and a house are let through", "Meet at Thornton Road. Thornton House won."),
        example("words that are names are let through", "Grace will read. We mark the field on Sports Day."),
        example("a name does not run across a sentence", "A big day for Grace. Field trips start on Monday."),
        example("a pupil whose names are both words is found", "Well done Grace Field!", finds: ["pupil_full_name"]),
        example("an adult on the roll is let through", "Our chair is Amara Lindqvist."),
        example(
            "a first name is found where none is allowed", allowing: [], "Jamie made a bridge.",
            finds: ["pupil_identified"]
        ),
        example(
            "a public person with a pupil's first name is let through", allowing: [], "We read Jamie Lindgren’s poem."),
    ]

    private static func example(
        _ name: String, allowing allowed: [String] = ["first-name", "initials"], _ text: String, finds: [String] = []
    ) -> ControlExample<PublishPost> {
        ControlExample(
            name, with: ["allowed": .words(allowed)],
            PublishPost(draft: Draft(text: text), roll: sampleRoll), finds: finds)
    }

    private static let sampleRoll = Roll([
        Person(ref: "p1", kind: .pupil, given: "James", family: "Thornton-Okafor", preferred: "Jamie"),
        Person(ref: "p2", kind: .pupil, given: "Grace", family: "Field"),
        Person(ref: "p3", kind: .pupil, given: "Muhammad", family: "Khan"),
        Person(ref: "p4", kind: .pupil, given: "Jay", family: "Thornton"),
        Person(ref: "s1", kind: .staff, given: "Amara", family: "Lindqvist", title: "Ms"),
    ])
}
