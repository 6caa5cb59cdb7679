/// Which column of one file holds what, worked out once for all its rows.
package struct ImportColumns: Sendable {
    package let mapping: ImportMapping
    /// As the file writes them, told apart.
    package let headings: [String]
    package let fields: [ImportField?]
    package let places: [ImportField: Int]

    package init(_ headings: [String], _ mapping: ImportMapping) {
        self.mapping = mapping
        self.headings = headings
        fields = headings.map { mapping.columns[$0] }
        places = Dictionary(
            fields.enumerated().compactMap { place, field in field.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
    }

    package func has(_ field: ImportField) -> Bool { places[field] != nil }

    /// Whether anything of a consent is in the file.
    package var hasConsent: Bool { has(.consent) || !channels.isEmpty }

    /// The columns that speak of one place each.
    var channels: [ImportField] { [.website, .social, .press, .display].filter(has) }

    /// Headings that no duty needs; nothing under them is looked at.
    package var notRead: [String] {
        zip(headings, fields).compactMap { heading, field in field == nil && !heading.isEmpty ? heading : nil }
    }

    /// The heading under which a field stands, else the field's own name.
    func heading(_ field: ImportField) -> String { places[field].map { headings[$0] } ?? field.rawValue }

    /// Which of the first rows has the headings: the one that most looks like it, since exports put titles above.
    package static func headings(in rows: [[String]], chosen: Int? = nil) -> Int {
        if let chosen, rows.indices.contains(chosen - 1) { return chosen - 1 }
        let known = rows.prefix(10).map { row in
            Set(row.compactMap { ImportField(heading: $0) }).count
        }
        guard let most = known.max(), most >= 2 else { return 0 }
        return known.firstIndex(of: most) ?? 0
    }
}

/// The values of one row by field; what the file does not have is empty.
package struct ImportValues: Sendable {
    private var values: [String]
    private var guessed = false

    package var isGuess: Bool { guessed }

    package init(_ row: RowBytes, _ columns: ImportColumns) {
        values = Array(repeating: "", count: ImportField.allCases.count)
        for (place, field) in columns.fields.enumerated() {
            guard let field, place < row.count else { continue }
            let cell = row.cell(place)
            values[field.number] = cell.text
            if cell.isGuess { guessed = true }
        }
    }

    package subscript(field: ImportField) -> String {
        get { values[field.number] }
        set { values[field.number] = newValue }
    }

    /// Whether any value has more bytes than that.
    func hasMore(than bytes: Int) -> Bool { values.contains { $0.utf8.count > bytes } }

    package func optional(_ field: ImportField) -> String? { self[field].isEmpty ? nil : self[field] }
}

extension ImportField {
    /// Its place among all cases: Swift numbers cases without values in their order. A row has two dozen, and a dictionary
    /// of them was a good part of a trial's time.
    var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
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
