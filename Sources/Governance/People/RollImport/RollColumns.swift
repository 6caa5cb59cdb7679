/// Which column of a file holds what, by its heading.
struct RollColumns {
    enum Field: String, CaseIterable {
        case ref, kind, given, family, preferred, middle, form, title, school, consent, channels, from, until
        case withdrawnOn = "withdrawn_on"
    }

    let places: [Field: Int]
    /// How many headings there are.
    let width: Int
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
        width = headings.count
        self.notRead = notRead
        self.doubled = doubled
    }

    /// What every file must have.
    var missing: [Field] { [.ref, .kind, .given, .family].filter { places[$0] == nil } }

    func value(_ field: Field, in row: DelimitedText.Row) -> String {
        guard let place = places[field], place < row.fields.count else { return "" }
        return trimmed(row.fields[place])
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
