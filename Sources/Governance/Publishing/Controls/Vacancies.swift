/// Vacancies posted from an account that is not the school's own, or written by somebody whom it does not name for them.
package struct Vacancies: Control {
    package static let id = "publishing.vacancies"
    package static let about = """
        Stops a job advertisement on an account that may not carry one. Where the account's kind is not known it may be \
        the wrong one, and the post waits. On one that may, it stops a vacancy that somebody wrote who holds none of \
        the roles that the school names for vacancies. Looking for volunteers, readers or players is not found. A post \
        whose author says that it is for a vacancy is one, whatever its words.
        """
    package static let parameters = [
        Parameter(
            "from", .choices(Draft.AccountType.allCases.map(\.rawValue)), fallback: .words(["school_main"]),
            about: "The kinds of account that may carry a vacancy.")
    ]
    package static let codes = ["recruitment", "vacancy_author"]

    /// By which an author marks a post as one.
    package static let label = "vacancy"

    static let triggers: Set<String> = [
        "vacancy", "vacancies", "hiring", "recruiting", "recruit", "join", "apply", "applications", "looking", "job",
        "jobs", "seeking", "appoint", "opportunity", "required", "wanted", "could",
    ]
    private static let posts: Set<String> = [
        "teacher", "teachers", "assistant", "assistants", "cook", "caretaker", "cleaner", "cleaners", "midday",
        "lunchtime", "technician", "receptionist", "administrator", "teaching", "headteacher", "deputy", "supervisor",
        "mentor", "librarian", "patrol", "nurse", "secretary", "groundskeeper", "counsellor", "governess", "bursar",
        "manager", "officer", "tutor",
    ]
    private static let unpaid: Set<String> = [
        "volunteer", "volunteers", "governor", "governors", "player", "players", "singers", "readers", "parent",
        "parents", "helpers", "member", "members", "pupils", "students", "learners", "council", "councillor", "drummer",
        "club", "choir", "fair",
        "advice", "centre",
    ]
    /// How many words stand before a phrase's first trigger at most.
    static let reach = 3
    static let plain = FieldPhrases([
        ["we", "are", "hiring"], ["were", "hiring"], ["now", "hiring"], ["job", "vacancy"], ["job", "vacancies"],
        ["vacancy", "for"], ["vacancies", "for"], ["current", "vacancies"], ["we", "are", "recruiting"],
        ["were", "recruiting"], ["closing", "date", "for", "applications"], ["apply", "for", "this", "post"],
        ["apply", "for", "this", "role"], ["apply", "for", "the", "role"], ["apply", "for", "the", "post"],
        ["apply", "for", "the", "job"], ["apply", "for", "this", "job"], ["job", "opportunity"], ["vacancy"],
        ["vacancies"],
    ])
    static let seeking = FieldPhrases([
        ["join", "our", "team", "as"], ["looking", "for", "a"], ["looking", "for", "an"], ["seeking", "a"],
        ["seeking", "an"], ["appoint", "a"], ["appoint", "an"], ["recruit", "a"], ["recruit", "an"],
        ["opportunity", "for", "a"],
        ["opportunity", "for", "an"], ["could", "you", "be", "our", "next"], ["could", "you", "be", "our", "new"],
    ])

    private let from: [String]

    package init(_ arguments: Arguments) { from = arguments.words("from") }

    package func examine(_ post: PublishPost) -> [Observation] {
        let type = post.draft.accountType
        if post.draft.capacity == .schoolAccount, let type, from.contains(type.rawValue) {
            return byOthers(post)
        }
        let certainty: Observation.Certainty =
            post.draft.capacity == .schoolAccount && type == nil ? .likely : .plain
        return advertisements(in: post).map { one in
            Observation(
                "recruitment", certainty, at: one.place, evidence: one.evidence, basis: one.basis, says: one.says,
                advice: Self.advice)
        }
    }

    /// On an account that may carry it: whether each of its writers may write it.
    private func byOthers(_ post: PublishPost) -> [Observation] {
        guard let writers = post.vacancyWriters, !writers.unnamed.isEmpty,
            let one = advertisements(in: post).first
        else { return [] }
        let who = writers.unnamed.joined(separator: ", ")
        let roles = writers.named.map(\.title).joined(separator: ", ")
        return [
            Observation(
                "vacancy_author", at: one.place, evidence: one.evidence, basis: one.basis,
                says: one.says + " The school does not name \(who) for vacancies.",
                advice: "Somebody whom it names writes it as a post of their own: \(roles).")
        ]
    }

    private struct Advertisement {
        let place: Place
        let evidence: String
        let basis: Observation.Basis
        let says: String
    }

    private func advertisements(in post: PublishPost) -> [Advertisement] {
        let read: [Advertisement] = post.fields.compactMap { field in
            guard let (first, last) = advertised(in: field) else { return nil }
            let passage = field.quote(first, through: last)
            return Advertisement(
                place: field.place(first, through: last), evidence: passage, basis: .reading,
                says: "It reads as a job advertisement: \u{201C}\(passage)\u{201D}.")
        }
        guard read.isEmpty, let marked = post.draft.labels.firstIndex(of: Self.label) else { return read }
        return [
            Advertisement(
                place: Place("labels[\(marked)]"), evidence: Self.label, basis: .record,
                says: "Its author says that it advertises a job.")
        ]
    }

    private static let advice = "Give it to the school's own account, which posts vacancies."

    /// "Caretaker required from January."
    private func required(_ index: Int, in field: ReadField) -> (Int, Int)? {
        guard Self.demands.contains(field.words[index].hash) else { return nil }
        let sentence = field.sentence(of: index)
        if index + 1 < sentence.upperBound, !Self.terms.contains(field.folded(index + 1)) { return nil }
        let before = max(sentence.lowerBound, index - 3)..<index
        guard let job = before.first(where: { Self.posts.contains(field.folded($0)) }),
            !sentence.contains(where: { Self.unpaid.contains(field.folded($0)) })
        else { return nil }
        return (job, index)
    }

    private static let demands = WordSet("required wanted")
    private static let terms: Set<String> = [
        "from", "for", "immediately", "asap", "now", "apply", "to", "part", "full",
    ]

    /// "We're recruiting", not what others were doing.
    private func isWeAre(_ index: Int, in field: ReadField) -> Bool {
        field.words[index].beginsSentence || field.quote(index, through: index).unicodeScalars.count > 4
    }

    /// Every phrase has a trigger among its first words, so it is looked for only where one is near.
    private func advertised(in field: ReadField) -> (Int, Int)? {
        var next = 0
        for trigger in field.words(about: .vacancies) {
            for index in max(next, trigger - Self.reach)...trigger {
                if let passage = advertised(at: index, in: field) { return passage }
            }
            next = trigger + 1
        }
        return nil
    }

    private func advertised(at index: Int, in field: ReadField) -> (Int, Int)? {
        if let passage = required(index, in: field) { return passage }
        if let phrase = Self.plain.first(at: index, in: field) {
            if phrase[0] == "were", !isWeAre(index, in: field) { return nil }
            if !field.sentence(of: index).contains(where: { Self.unpaid.contains(field.folded($0)) }) {
                return (index, index + phrase.count - 1)
            }
        }
        guard let phrase = Self.seeking.first(at: index, in: field) else { return nil }
        // the phrase itself may run across the end of its sentence
        let end = index + phrase.count
        let after = end..<max(end, min(end + 5, field.sentence(of: index).upperBound))
        guard let job = after.first(where: { Self.posts.contains(field.folded($0)) }),
            !after.contains(where: { Self.unpaid.contains(field.folded($0)) })
        else { return nil }
        return (index, job)
    }

    private static func post(_ text: String, on type: Draft.AccountType?) -> PublishPost {
        .example(text) { $0.accountType = type }
    }

    private static func written(_ text: String, by unnamed: [String], labels: [String] = []) -> PublishPost {
        var draft = Draft(text: text, accountType: .schoolMain)
        draft.labels = labels
        return PublishPost(
            draft: draft, roll: Roll([]),
            vacancyWriters: VacancyWriters(unnamed: unnamed, named: [.slt, .headteacher]))
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's own account", post("We are hiring a cook.", on: .schoolMain), finds: []),
        .init("volunteers", post("We are looking for a volunteer to read with us.", on: .department), finds: []),
        .init("a second drummer", post("We are looking for a second drummer.", on: .department), finds: []),
        .init("a club", post("Join our team of readers!", on: .department), finds: []),
        .init("a department's account", post("We are hiring a technician.", on: .department), finds: ["recruitment"]),
        .init(
            "a teaching assistant", post("Join our team as a teaching assistant.", on: .friends),
            finds: ["recruitment"]),
        .init(
            "one that its author marked",
            .example("Come and work with us.") {
                $0.accountType = .department
                $0.labels = [label]
            }, finds: ["recruitment"]),
        .init("an unknown account", post("Vacancy: cook, from January.", on: nil), finds: ["recruitment"]),
        .init("by those whom the school names", written("We are hiring a cook.", by: []), finds: []),
        .init("no vacancy, by somebody else", written("Sports day is on Friday.", by: ["Tom Ashworth"]), finds: []),
        .init(
            "by somebody whom the school does not name", written("We are hiring a cook.", by: ["Tom Ashworth"]),
            finds: ["vacancy_author"]),
        .init(
            "marked by somebody whom the school does not name",
            written("Come and work with us.", by: ["Tom Ashworth"], labels: [label]), finds: ["vacancy_author"]),
        .init(
            "departments may, where the policy says so", with: ["from": .words(["school_main", "department"])],
            post("We are hiring a technician.", on: .department), finds: []),
    ]
}

/// Who of a post's writers may not write a vacancy at its school, and who may (PUB-15).
package struct VacancyWriters: Sendable, Equatable {
    /// Names of those who hold none of the roles.
    package let unnamed: [String]
    /// The roles that the school names.
    package let named: [Role]

    package init(unnamed: [String], named: [Role]) {
        self.unnamed = unnamed
        self.named = named
    }
}

extension Policy {
    /// Whether it says which accounts may carry a vacancy, so that authors are asked whether a post is one.
    package var namesAccountsForVacancies: Bool {
        clauses.contains { clause in
            clause.carriers.contains { carrier in
                guard case .control(Vacancies.id, _, _, _) = carrier else { return false }
                return true
            }
        }
    }
}
