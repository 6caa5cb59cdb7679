/// One row of a file as a person, or why it is held back.
struct RollRow {
    let line: Int
    var person: Person
    /// Why the row stays out; nil when it is taken in.
    var held: RollImport.Doubt?
    /// Why its consent is unreadable, which is never a yes.
    var consentDoubt: RollImport.Doubt?

    /// - Parameters:
    ///   - schools: the organisation's schools.
    ///   - known: the short name of the school of someone who is on the roll, used where the file has no such column.
    init(_ row: DelimitedText.Row, _ columns: RollColumns, schools: [School], known: (String) -> String?) {
        line = row.line
        func value(_ field: RollColumns.Field) -> String { columns.value(field, in: row) }
        func optional(_ field: RollColumns.Field) -> String? { value(field).isEmpty ? nil : value(field) }
        func doubt(_ field: RollColumns.Field, _ says: String, _ advice: String) -> RollImport.Doubt {
            RollImport.Doubt(
                line: row.line, column: field.rawValue, value: value(field), says: says, advice: advice)
        }
        let kind = Self.kind(value(.kind))
        let school =
            columns.places[.school] == nil && schools.count > 1
            ? schools.first { $0.slug == known(value(.ref)) } : Self.school(value(.school), in: schools)
        let (consent, unreadable) = ConsentWords(
            status: value(.consent), channels: optional(.channels), from: optional(.from), until: optional(.until),
            withdrawnOn: optional(.withdrawnOn)
        ).read()
        person = Person(
            ref: value(.ref), kind: kind ?? .pupil, given: value(.given), family: value(.family),
            preferred: optional(.preferred), middle: optional(.middle), form: optional(.form),
            title: optional(.title), school: school?.slug, consent: consent)
        consentDoubt = unreadable.map {
            doubt($0, "It cannot be read for certain, so it counts as no consent", "Ask the family and correct it")
        }
        if row.fields.count > columns.width {
            held = doubt(
                .ref, "The row has more values than there are headings", "Put values with commas in quotation marks")
        } else if person.ref.isEmpty {
            held = doubt(.ref, "There is no reference, so nobody can tell whose row it is", "Fill it in")
        } else if kind == nil {
            held = doubt(.kind, "It is neither pupil nor staff", "Write pupil or staff")
        } else if person.family.isEmpty {
            held = doubt(.family, "Without a family name, names cannot be checked", "Fill it in")
        } else if person.given.isEmpty, person.kind == .pupil {
            held = doubt(.given, "Without a given name, names cannot be checked", "Fill it in")
        } else if school == nil, !value(.school).isEmpty {
            held = doubt(.school, "There is no school of this name", "Write one of the schools' names")
        } else if school == nil, person.kind == .pupil {
            held = doubt(.school, "There are several schools, and it does not say which", "Fill it in")
        } else if let long = RollColumns.Field.allCases.first(where: { value($0).count > 200 }) {
            held = doubt(long, "It is longer than 200 characters", "Shorten it")
        }
    }

    private static func kind(_ word: String) -> Person.Kind? {
        switch Evidence.normalised(word) {
        case "pupil", "pupils", "student", "learner", "child": .pupil
        case "staff", "member of staff", "teacher", "employee": .staff
        default: nil
        }
    }

    /// By name or short name; the only one where nothing is said.
    private static func school(_ word: String, in schools: [School]) -> School? {
        if word.isEmpty { return schools.count == 1 ? schools.first : nil }
        let wanted = Evidence.normalised(word)
        return schools.first { $0.slug == wanted || Evidence.normalised($0.name) == wanted }
    }
}
