import Governance
import Store

/// Who may put people on the roll, edit them and take them off.
func requireRollKeeper(_ tx: WriteTransaction, at school: Identifier<School>?) throws {
    try tx.require(
        .administrator, .it, .directorOfIT, .office, .slt, .headteacher, at: school,
        "Only an administrator, IT, the office or a senior leader can change the roll")
}

extension WriteTransaction {
    /// The school of a short name; nil for someone of the whole organisation.
    func school(slug: String?) throws -> Identifier<School>? {
        guard let slug else { return nil }
        guard let school = try schools().first(where: { $0.slug == slug }) else {
            throw ActionError.invalid("school", "There is no such school")
        }
        return school.id
    }
}

extension Event {
    static func rollChange(
        _ kind: Event.Kind, _ id: Identifier<Person>, before: Person? = nil, after: Person? = nil, why: String? = nil
    ) throws -> Event {
        Event(
            kind, RecordSubject(.person, id), before: try before.map(RecordValue.init(encoding:)),
            after: try after.map(RecordValue.init(encoding:)), why: why)
    }
}

/// What is wrong with a person typed in by hand.
func check(_ person: Person) throws {
    var errors: [FieldError] = []
    if person.ref.isEmpty { errors.append(FieldError("ref", "Enter a reference, for example the admission number")) }
    if person.family.isEmpty { errors.append(FieldError("family", "Enter the family name")) }
    if person.given.isEmpty, person.kind == .pupil { errors.append(FieldError("given", "Enter the given name")) }
    if person.school == nil, person.kind == .pupil { errors.append(FieldError("school", "Choose the school")) }
    if let from = person.consent.from, let until = person.consent.until, until < from {
        errors.append(FieldError("until", "The consent ends before it begins"))
    }
    guard errors.isEmpty else { throw ActionError.invalid(errors) }
}
