/// One row of a file as a person, or why it is held back.
struct RollRow {
    let line: Int
    var person: Person
    /// Why the row stays out; nil when it is taken in.
    var held: RollImport.Doubt?
    /// Why its consent is unreadable, which is never a yes.
    var consentDoubt: RollImport.Doubt?
    /// What somebody should look at before confirming.
    var warning: RollImport.Doubt?

    /// - Parameters:
    ///   - schools: the organisation's schools.
    ///   - known: the short name of the school of someone who is on the roll, used where the file has no such column.
    init(_ row: DelimitedText.Row, _ columns: RollColumns, schools: RollSchools, known: (String) -> String?) {
        line = row.line
        let values = columns.values(in: row)
        func optional(_ field: RollColumns.Field) -> String? { values[field].isEmpty ? nil : values[field] }
        let kind = Self.kind(values[.kind])
        let school =
            columns.places[.school] == nil && schools.count > 1
            ? schools.school(slug: known(values[.ref])) : schools.school(called: values[.school])
        let (consent, unreadable) = ConsentWords(
            status: values[.consent], channels: optional(.channels), from: optional(.from), until: optional(.until),
            withdrawnOn: optional(.withdrawnOn)
        ).read()
        person = Person(
            ref: values[.ref], kind: kind ?? .pupil, given: values[.given], family: values[.family],
            preferred: optional(.preferred), middle: optional(.middle), form: optional(.form),
            title: optional(.title), school: school?.slug, consent: consent)
        let place = RowPlace(row: row, values: values, columns: columns)
        consentDoubt = unreadable.map { field in
            place.doubt(
                field, "It cannot be read for certain, so it counts as no consent",
                [.from, .until, .withdrawnOn].contains(field)
                    ? "Write the day as 2027-07-31" : "Ask the family and correct it")
        }
        held = place.reasonToHold(kind: kind, school: school)
        warning = held == nil ? place.warning() : nil
    }

    private static func kind(_ word: String) -> Person.Kind? {
        if let kind = Person.Kind(rawValue: word) { return kind }
        return switch Evidence.normalised(word) {
        case "pupil", "pupils", "student", "learner", "child": .pupil
        case "staff", "member of staff", "teacher", "employee": .staff
        default: nil
        }
    }
}

/// The schools of an organisation, found by name or short name.
struct RollSchools {
    let count: Int
    private let only: School?
    private let bySlug: [String: School]
    private let byName: [String: School]

    init(_ schools: [School]) {
        count = schools.count
        only = schools.count == 1 ? schools.first : nil
        bySlug = Dictionary(schools.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            schools.map { (Evidence.normalised($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func school(slug: String?) -> School? { slug.flatMap { bySlug[$0] } }

    /// The only one where nothing is said.
    func school(called word: String) -> School? {
        if word.isEmpty { return only }
        if let school = bySlug[word] { return school }
        let wanted = Evidence.normalised(word)
        return bySlug[wanted] ?? byName[wanted]
    }
}
