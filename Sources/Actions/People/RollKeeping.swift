import Governance
import Store

/// Who may put people on the roll, edit them and take them off.
let rollKeepers: [Role] = [.administrator, .it, .directorOfIT, .office, .slt, .headteacher]

func requireRollKeeper(_ tx: WriteTransaction, at school: Identifier<School>?) throws {
    guard try tx.authority().holds(any: rollKeepers, at: school) else {
        throw ActionError.notPermitted("Only an administrator, IT, the office or a senior leader can change the roll")
    }
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
    ) -> Event {
        Event(
            kind, RecordSubject(.person, id), before: before.map { RecordValue($0) },
            after: after.map { RecordValue($0) }, why: why)
    }
}

extension RecordValue {
    /// What is said of a person; what is not said is left out.
    init(_ person: Person) {
        var fields: [String: RecordValue] = [
            "ref": .text(person.ref), "number": .text(person.number), "kind": .text(person.kind.rawValue),
            "given": .text(person.given),
            "family": .text(person.family), "consent": RecordValue(person.consent),
        ]
        fields["preferred"] = person.preferred.map(RecordValue.text)
        fields["middle"] = person.middle.map(RecordValue.text)
        fields["form"] = person.form.map(RecordValue.text)
        fields["title"] = person.title.map(RecordValue.text)
        fields["email"] = person.email.map(RecordValue.text)
        fields["school"] = person.school.map(RecordValue.text)
        self = .fields(fields)
    }

    init(_ consent: Consent) {
        var fields: [String: RecordValue] = ["status": .text(consent.status.rawValue)]
        fields["channels"] = consent.channels.map { .list($0.map { .text($0.rawValue) }) }
        fields["from"] = consent.from.map { .text($0.description) }
        fields["until"] = consent.until.map { .text($0.description) }
        fields["withdrawnOn"] = consent.withdrawnOn.map { .text($0.description) }
        self = .fields(fields)
    }
}

/// What is wrong with a person typed in by hand.
func check(_ person: Person) throws {
    var errors: [FieldError] = []
    if person.number.isEmpty { errors.append(FieldError("ref", "Enter a reference, for example the admission number")) }
    if person.family.isEmpty { errors.append(FieldError("family", "Enter the family name")) }
    if person.given.isEmpty, person.kind == .pupil { errors.append(FieldError("given", "Enter the given name")) }
    if person.school == nil, person.kind == .pupil { errors.append(FieldError("school", "Choose the school")) }
    if let email = person.email, let says = refusal(ofEmail: email) { errors.append(FieldError("staffEmail", says)) }
    if let from = person.consent.from, let until = person.consent.until, until < from {
        errors.append(FieldError("until", "The consent ends before it begins"))
    }
    guard errors.isEmpty else { throw ActionError.invalid(errors) }
}
