/// One row with its values, for saying where something in it is wrong.
struct ImportPlace {
    let row: RowBytes
    let values: ImportValues
    let columns: ImportColumns
    let today: Day

    /// No name and no reference is longer, in characters.
    private static let longest = 200

    func doubt(_ weight: ImportDoubt.Weight, _ field: ImportField, _ says: String, _ advice: String) -> ImportDoubt {
        ImportDoubt(
            weight, line: row.line, column: columns.heading(field), value: values[field], says: says, advice: advice)
    }

    /// Why the row cannot be taken in; nil when it can.
    func reasonToHold(kind: Person.Kind?, school: School?) -> ImportDoubt? {
        let held = { (field: ImportField, says: String, advice: String) in doubt(.held, field, says, advice) }
        if let damage = damagedRow() { return damage }
        if values[.ref].isEmpty {
            return held(.ref, "There is no reference, so nobody can tell whose row it is", "Fill it in")
        }
        if CellText.isExponent(values[.ref]) {
            return held(
                .ref, "Excel has changed this reference", "Format the column as text in Excel and export again")
        }
        if values.hasMore(than: Self.longest),
            let long = columns.places.keys.sorted(by: { $0.rawValue < $1.rawValue })
                .first(where: { values[$0].count > Self.longest })
        {
            return held(long, "It is longer than \(Self.longest) characters", "Shorten it")
        }
        if columns.mapping.purpose == .consents { return nil }
        if kind == nil { return held(.kind, "It is neither pupil nor staff", "Write pupil or staff") }
        if isNothing(values[.family]), isNothing(values[.given]) {
            return held(.family, "Without a name, names cannot be checked", "Fill it in")
        }
        if values[.family].isEmpty {
            return held(
                .family, "Without a family name, names cannot be checked",
                "Fill it in; write - where there is none")
        }
        if values[.given].isEmpty, kind == .pupil {
            return held(
                .given, "Without a given name, names cannot be checked", "Fill it in; write - where there is none")
        }
        if school == nil, !values[.school].isEmpty {
            return held(.school, "There is no school of this name", "Write one of the schools' names")
        }
        if school == nil, kind == .pupil {
            return held(.school, "There are several schools, and it does not say which", "Fill it in")
        }
        return damagedName() ?? impossibleBirthday()
    }

    private func damagedRow() -> ImportDoubt? {
        let whole = { (column: String, says: String, advice: String) in
            let value =
                row.bytes.count < 2_000
                ? row.cells.joined(separator: ", ") : String(decoding: row.bytes.prefix(60), as: UTF8.self)
            return ImportDoubt(.held, line: row.line, column: column, value: value, says: says, advice: advice)
        }
        if row.isUnfinished {
            return whole(
                columns.headings.indices.contains(row.count - 1) ? columns.headings[row.count - 1] : "",
                "A quotation mark opens here and never closes", "Close it, or take it out")
        }
        if let huge = row.hugeCell {
            return whole(
                columns.headings.indices.contains(huge) ? columns.headings[huge] : "",
                "It is longer than \(RowBytes.largestCell) bytes", "Shorten it")
        }
        if row.isTooLarge {
            return whole(
                "", "The row has more than \(RowBytes.mostCells) values, or is longer than a megabyte",
                "Look whether an end of line is missing")
        }
        if row.hasNUL {
            return whole(
                "", "The row holds a sign that no name has (NUL), so it is damaged", "Export it again")
        }
        if row.count > columns.headings.count {
            return doubt(
                .held, .ref, "The row has more values than there are headings",
                "Put values with commas in quotation marks")
        }
        guard row.count < columns.headings.count,
            let missing = columns.fields[row.count...].compactMap({ $0 }).first
        else { return nil }
        return doubt(
            .held, missing, "The row ends before this column", "Fill it in, or leave it empty with its comma")
    }

    /// A dash stands for a name that somebody does not have.
    private func isNothing(_ name: String) -> Bool { name.isEmpty || name == "-" || name == "–" || name == "." }

    /// What to look at, though the row can be taken in.
    func warning() -> ImportDoubt? {
        if CellText.isExcelDate(values[.form]) || CellText.isExponent(values[.form]) {
            return doubt(
                .warning, .form, "Excel may have made this of a class such as 4B or 5E", "Correct it in the file")
        }
        if row.bytes.contains(0xE2),
            String(decoding: row.bytes, as: UTF8.self).unicodeScalars.contains(where: CellText.turnsRound)
        {
            let place = row.ends.indices.first { place in
                let cell = row.bytes[(place == 0 ? 0 : row.ends[place - 1])..<row.ends[place]]
                return String(decoding: cell, as: UTF8.self).unicodeScalars.contains(where: CellText.turnsRound)
            }
            if let place, let field = columns.fields[place] {
                return doubt(
                    .warning, field, "A sign that turns writing round was taken out", "Look whether it reads rightly")
            }
        }
        let names = [values[.given], values[.family]].map { $0.lowercased() }
        if names == ["test", "test"] || names == ["test", "pupil"] || names == ["test", "student"] {
            return doubt(.warning, .given, "This may be somebody made up to try the system", "Look whether it is")
        }
        return nil
    }

    private func damagedName() -> ImportDoubt? {
        for field in [ImportField.given, .family, .preferred, .middle] {
            guard let repaired = CellText.repaired(values[field]) else { continue }
            return doubt(
                .held, field, "Letters were damaged before the file came here; it may have been “\(repaired)”",
                "Correct it in the file, or export it again as CSV UTF-8")
        }
        return nil
    }

    /// The day is looked at and not kept: a row with a slip in it often has another.
    private func impossibleBirthday() -> ImportDoubt? {
        guard let text = values.optional(.born) else { return nil }
        let mapping = columns.mapping
        switch ListedDay(text, days: mapping.days, serials: true) {
        case .unreadable(let says): return doubt(.held, .born, says, "Correct it in your MIS")
        case .day(let day) where day > today:
            return doubt(.held, .born, "This day has not come yet", "Correct it in your MIS")
        case .day(let day) where values[.given].lowercased() != "test" && day.year < today.year - 90:
            return doubt(.held, .born, "Nobody at a school is so old", "Correct it in your MIS")
        case .day, .eitherWay, .serial: return nil
        }
    }
}
