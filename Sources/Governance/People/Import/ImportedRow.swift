import Foundation

/// One row of a list as a person, with what stands in its way.
package struct ImportedRow: Sendable {
    package var line: Int
    package var person: Person
    package var parents: [Parent]
    /// The list says that they are gone.
    package var isRemoved = false
    /// At most one that holds the row, one about its consent, one to look at.
    package var doubts: [ImportDoubt] = []
    package var question: ImportQuestion?
    package var isGuess: Bool

    /// Someone who answers for a pupil.
    package struct Parent: Sendable, Equatable {
        package var name: String
        package var email: String?
        package var relation: String?

        package init(name: String, email: String?, relation: String?) {
            self.name = name
            self.email = email
            self.relation = relation
        }
    }

    package var isHeld: Bool { doubts.contains { $0.weight == .held } }

    /// - Parameters:
    ///   - today: for telling birthdays that cannot be.
    ///   - known: who has a reference on the roll, for what the row does not say.
    package init(
        _ row: RowBytes, _ columns: ImportColumns, values: ImportValues, schools: ImportSchools, today: Day,
        known: (String) throws -> KnownPerson?
    ) rethrows {
        line = row.line
        isGuess = values.isGuess
        let mapping = columns.mapping
        let kind = Self.kind(values[.kind]) ?? (values[.kind].isEmpty ? mapping.kind : nil)
        let isAnySchool = values[.school].isEmpty && schools.count > 1
        let isUnsaid = kind == nil || (isAnySchool && mapping.school == nil)
        let onRoll = try isUnsaid ? known(values[.ref]) : nil
        let school =
            isAnySchool
            ? schools.school(slug: mapping.school ?? onRoll?.school) : schools.school(called: values[.school])
        let (consent, consentDoubt) = Self.consent(values, columns)
        let email = values.optional(.email)?.lowercased()
        let isEmail = email?.wholeMatch(of: /[^@\s<>,;"()]+@[^@\s<>,;"()]+\.[^@\s<>,;"()]+/) != nil
        person = Person(
            ref: values[.ref], kind: kind ?? onRoll?.kind ?? .pupil, given: values[.given], family: values[.family],
            preferred: values.optional(.preferred), middle: values.optional(.middle), form: values.optional(.form),
            title: values.optional(.title), school: school?.slug,
            email: isEmail && kind == .staff ? email : nil, consent: consent)
        parents = [
            (ImportField.parent, ImportField.parentEmail, ImportField.relation),
            (.secondParent, .secondParentEmail, .secondRelation),
        ].compactMap { name, email, relation in
            guard kind == .pupil, mapping.purpose == .people,
                let called = values.optional(name) ?? values.optional(email)
            else { return nil }
            return Parent(
                name: called, email: values.optional(email)?.lowercased(), relation: values.optional(relation))
        }
        let place = ImportPlace(row: row, values: values, columns: columns, today: today)
        if let held = place.reasonToHold(kind: kind, school: school) {
            doubts = [held]
            return
        }
        question = consentDoubt?.question
        doubts += [
            consentDoubt.map { place.doubt(.consent, $0.field, $0.says, $0.advice) },
            place.warning()
                ?? (email != nil && !isEmail && kind == .staff
                    ? place.doubt(.warning, .email, "This is no e-mail address, so it is left out", "Correct it")
                    : nil),
        ].compactMap { $0 }
    }

    private static func consent(
        _ values: ImportValues, _ columns: ImportColumns
    ) -> (Consent, ConsentWords.Trouble?) {
        let words = ConsentWords(
            status: values[.consent], channels: values.optional(.channels), from: values.optional(.from),
            until: values.optional(.until), withdrawnOn: values.optional(.withdrawnOn), mapping: columns.mapping,
            isBesideChannels: !columns.channels.isEmpty)
        let (whole, trouble) = words.read()
        guard trouble == nil, !columns.channels.isEmpty else { return (whole, trouble) }
        let (places, unreadable) = ChannelConsents(
            answers: columns.channels.map { ($0, values[$0]) }, mapping: columns.mapping
        ).read()
        guard let consent = StricterConsent(whole: whole, isBlank: words.isBlank, places: places).consent else {
            return (
                Consent(.unreadable),
                ConsentWords.Trouble(
                    field: .consent, says: "The columns of single places say otherwise, so it counts as no consent")
            )
        }
        return (
            consent,
            unreadable.map {
                ConsentWords.Trouble(
                    field: $0, says: "It cannot be read for certain, so it counts as no consent for this place")
            }
        )
    }

    private static func kind(_ word: String) -> Person.Kind? {
        if word.isEmpty { return nil }
        if let kind = Person.Kind.onRoll.first(where: { $0.rawValue == word }) { return kind }
        return switch Evidence.normalised(word) {
        case "pupil", "pupils", "student", "learner", "child": .pupil
        case "staff", "member of staff", "teacher", "employee", "administrator", "aide", "proctor", "principal",
            "teaching assistant", "support staff", "districtadministrator", "siteadministrator",
            "systemadministrator", "counselor":
            .staff
        default: nil
        }
    }
}

/// Whom the roll has of a reference, as far as a row may leave it unsaid.
package struct KnownPerson: Sendable {
    package let kind: Person.Kind
    /// The short name of their school.
    package let school: String?
    package let form: String?

    package init(kind: Person.Kind, school: String?, form: String?) {
        self.kind = kind
        self.school = school
        self.form = form
    }
}

/// The schools of an organisation, found by name or short name.
package struct ImportSchools: Sendable {
    let count: Int
    private let only: School?
    private let bySlug: [String: School]
    private let byName: [String: School]

    package init(_ schools: [School]) {
        count = schools.count
        only = schools.count == 1 ? schools.first : nil
        bySlug = Dictionary(schools.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            schools.map { (Evidence.normalised($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func school(slug: String?) -> School? { slug.flatMap { bySlug[$0] } }

    /// The only one where nothing is said.
    package func school(called word: String) -> School? {
        if word.isEmpty { return only }
        if let school = bySlug[word] { return school }
        let wanted = Evidence.normalised(word)
        return bySlug[wanted] ?? byName[wanted]
    }
}
