/// Which column of a file holds what, by its heading.
struct RollColumns {
    enum Field: String, CaseIterable {
        case ref, kind, given, family, preferred, middle, form, title, school, consent, channels, from, until
        case withdrawnOn = "withdrawn_on"

        /// Among all fields.
        var place: Int {
            switch self {
            case .ref: 0
            case .kind: 1
            case .given: 2
            case .family: 3
            case .preferred: 4
            case .middle: 5
            case .form: 6
            case .title: 7
            case .school: 8
            case .consent: 9
            case .channels: 10
            case .from: 11
            case .until: 12
            case .withdrawnOn: 13
            }
        }
    }

    let places: [Field: Int]
    /// As the file writes them.
    let headings: [String]
    /// Headings that no duty needs; nothing under them is looked at.
    let notRead: [String]
    /// Fields that two columns claim.
    let doubled: [Field]

    init(_ headings: [String]) {
        var places: [Field: Int] = [:]
        var notRead: [String] = []
        var doubled: [Field] = []
        for (place, heading) in headings.enumerated() {
            guard let field = Self.field(heading) else {
                if !heading.isEmpty { notRead.append(heading) }
                continue
            }
            if places[field] != nil { doubled.append(field) }
            places[field] = place
        }
        self.places = places
        self.headings = headings
        self.notRead = notRead
        self.doubled = doubled
    }

    var width: Int { headings.count }

    /// What every file must have.
    var missing: [Field] { [.ref, .kind, .given, .family].filter { places[$0] == nil } }

    /// The values of a row, each cleaned once.
    func values(in row: DelimitedText.Row) -> RollValues {
        var values = RollValues()
        for (field, place) in places where place < row.fields.count {
            values[field] = CellText.clean(row.fields[place])
        }
        return values
    }

    /// Which row has the headings: the first of the first ten that names what every file must have, since exports put
    /// titles above; else the first.
    static func headings(in rows: [DelimitedText.Row]) -> Int {
        rows.prefix(10).firstIndex { RollColumns($0.fields.map(CellText.clean)).missing.isEmpty } ?? 0
    }

    private static func field(_ heading: String) -> Field? {
        let words = Evidence.normalised(heading).split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
        if let field = Field(rawValue: words) { return field }
        return switch words {
        case "reference", "id": .ref
        case "given_name", "first_name", "forename", "legal_forename": .given
        case "family_name", "last_name", "surname", "legal_surname": .family
        case "preferred_name", "known_as", "preferred_forename": .preferred
        case "middle_name", "middle_names": .middle
        case "class", "registration_group", "reg_group", "tutor_group": .form
        case "consent_status", "status", "photo_consent": .consent
        case "consent_channels": .channels
        case "consent_from": .from
        case "consent_until": .until
        case "consent_withdrawn_on", "withdrawn": .withdrawnOn
        default: nil
        }
    }
}

/// The values of one row by field; what the file does not have is empty.
struct RollValues {
    private var values: [String]

    init() { values = Array(repeating: "", count: RollColumns.Field.allCases.count) }

    subscript(field: RollColumns.Field) -> String {
        get { values[field.place] }
        set { values[field.place] = newValue }
    }
}

/// Without white space and invisible signs at the ends.
func trimmed(_ text: String) -> String {
    let isEmptySpace = { (character: Character) in
        character.isWhitespace || character == "\u{200B}" || character == "\u{FEFF}"
    }
    guard let first = text.firstIndex(where: { !isEmptySpace($0) }),
        let last = text.lastIndex(where: { !isEmptySpace($0) })
    else { return "" }
    return String(text[first...last])
}
