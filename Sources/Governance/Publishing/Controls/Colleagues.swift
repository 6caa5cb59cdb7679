/// Grievances within the school, and judgements of colleagues.
package struct Colleagues: Control {
    package static let id = "publishing.colleagues"
    package static let about = """
        Finds words of grievance beside words for colleagues or leaders: advice. Where a member of staff is named in \
        the same sentence it is more likely what the paper means.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["colleague_dispute"]

    static let colleagues: Set<String> = [
        "colleague", "colleagues", "staff", "staffroom", "teacher", "teachers", "head", "headteacher", "headteachers",
        "management", "slt", "leaders", "leadership", "boss", "bosses", "deputy", "principal", "department", "ta",
        "tas",
        "governors", "trustees", "ceo",
    ]
    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        let staff = StaffNames(post.roll)
        return post.fields.compactMap { field in
            field.words(about: .grievance).lazy.compactMap { dispute(at: $0, in: field, staff) }
                .max { $0.certainty == .slight && $1.certainty == .likely }
        }
    }

    private func dispute(at index: Int, in field: ReadField, _ staff: StaffNames) -> Observation? {
        guard let end = Grievances.end(at: index, in: field) else { return nil }
        let sentence = field.sentence(of: index)
        let named = sentence.first { isNamed($0, in: sentence, of: field, staff) }
        let group = sentence.first { field.words[$0].topics.contains(.colleagues) }
        guard let about = named ?? group else { return nil }
        let (first, last) = (min(about, index), max(about, end))
        let passage = field.quote(first, through: last)
        return Observation(
            "colleague_dispute", named == nil ? .slight : .likely, at: field.place(first, through: last),
            evidence: passage, basis: .reading,
            says: named == nil
                ? "It may air a grievance within the school: \u{201C}\(passage)\u{201D}."
                : "It may pass judgement on a colleague: \u{201C}\(passage)\u{201D}.",
            advice: "Settle it in school; leave it out here.")
    }

    /// A title with a name after it, or the full name of a member of staff on the roll.
    private func isNamed(_ index: Int, in sentence: Range<Int>, of field: ReadField, _ staff: StaffNames) -> Bool {
        guard index + 1 < sentence.upperBound, field.words[index + 1].isCapitalised else { return false }
        let word = field.words[index]
        guard word.isCapitalised else { return false }
        return word.topics.contains(.title) || staff.contain(field.folded(index), field.folded(index + 1))
    }

    /// The given and family names of the staff on a roll, folded as words are; read when first asked for.
    private final class StaffNames {
        private let roll: Roll?
        private lazy var names = Set(roll?.people.filter { $0.kind == .staff }.flatMap(StaffNames.spellings) ?? [])

        init(_ roll: Roll?) { self.roll = roll }

        func contain(_ given: String, _ family: String) -> Bool { names.contains([given, family]) }

        private static func spellings(of person: Person) -> [[String]] {
            [person.given, person.preferred].compactMap { $0 }.map { [folded($0), folded(person.family)] }
        }

        private static func folded(_ name: String) -> String {
            let read = ReadField(FieldText("", name))
            return read.words.indices.map(read.folded).joined()
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("never a let-down", .example("Our teachers never let us down."), finds: []),
        .init("a messy lesson", .example("Mrs Whitcombe made a mess in the art room and we loved it."), finds: []),
        .init(
            "a mild judgement", .example("Mrs Whitcombe let the department down again."), finds: ["colleague_dispute"]),
        .init("covering", .example("I am sick of covering for Mr Vale."), finds: ["colleague_dispute"]),
        .init("a whole group", .example("Some colleagues made a mess of the rota."), finds: ["colleague_dispute"]),
        .init("thanks to colleagues", .example("Thank you to all our teachers and staff."), finds: []),
        .init("a rude sound", .example("The tuba made a rude noise and everyone laughed."), finds: []),
        .init("anti-bullying week", .example("Our teachers wore odd socks for anti-bullying week."), finds: []),
        .init("a late bus", .example("The bus company was useless today, sorry for the delay."), finds: []),
        .init(
            "a grievance", .example("Management ignored us again, so unfair."), finds: ["colleague_dispute"]),
        .init(
            "a colleague with a title", .example("Mrs Whitcombe is utterly incompetent."),
            finds: ["colleague_dispute"]),
        .init(
            "a colleague in full", .example("Anna Whitcombe was rude to parents.", roll: [.exampleStaff()]),
            finds: ["colleague_dispute"]),
    ]
}
