/// One row with its cells, for saying where something in it is wrong.
struct RowPlace {
    let row: DelimitedText.Row
    let values: RollValues
    let columns: RollColumns

    /// No name and no reference is longer, in characters.
    private static let longest = 200

    func doubt(_ field: RollColumns.Field, _ says: String, _ advice: String) -> RollImport.Doubt {
        let value = values[field]
        return RollImport.Doubt(
            line: row.line, column: field.rawValue, value: value.count > 60 ? value.prefix(60) + "…" : value,
            says: says, advice: advice)
    }

    /// Why the row cannot be taken in; nil when it can.
    func reasonToHold(kind: Person.Kind?, school: School?) -> RollImport.Doubt? {
        if row.fields.count > columns.width {
            return doubt(
                .ref, "The row has more values than there are headings", "Put values with commas in quotation marks")
        }
        if row.fields.count < columns.width {
            let missing = RollColumns.Field.allCases.first { columns.places[$0] ?? 0 >= row.fields.count }
            return doubt(
                missing ?? .ref, "The row ends before this column", "Fill it in, or leave it empty with its comma")
        }
        if values[.ref].isEmpty {
            return doubt(.ref, "There is no reference, so nobody can tell whose row it is", "Fill it in")
        }
        if CellText.isExponent(values[.ref]) {
            return doubt(
                .ref, "Excel has changed this reference", "Format the column as text in Excel and export again")
        }
        if kind == nil { return doubt(.kind, "It is neither pupil nor staff", "Write pupil or staff") }
        if values[.family].isEmpty {
            return doubt(.family, "Without a family name, names cannot be checked", "Fill it in")
        }
        if values[.given].isEmpty, kind == .pupil {
            return doubt(.given, "Without a given name, names cannot be checked", "Fill it in")
        }
        if school == nil, !values[.school].isEmpty {
            return doubt(.school, "There is no school of this name", "Write one of the schools' names")
        }
        if school == nil, kind == .pupil {
            return doubt(.school, "There are several schools, and it does not say which", "Fill it in")
        }
        if let long = RollColumns.Field.allCases.first(where: { isTooLong(values[$0]) }) {
            return doubt(long, "It is longer than \(Self.longest) characters", "Shorten it")
        }
        return damagedName()
    }

    /// What to look at, though the row can be taken in.
    func warning() -> RollImport.Doubt? {
        if CellText.isExcelDate(values[.form]) || CellText.isExponent(values[.form]) {
            return doubt(.form, "Excel may have made this of a class such as 4B or 5E", "Correct it in the file")
        }
        let turned = columns.places.first { _, place in
            row.fields[place].unicodeScalars.contains(where: CellText.turnsRound)
        }
        if let turned {
            return doubt(turned.key, "A sign that turns writing round was taken out", "Look whether it reads rightly")
        }
        return nil
    }

    private func damagedName() -> RollImport.Doubt? {
        for field in [RollColumns.Field.given, .family, .preferred, .middle] {
            guard let repaired = CellText.repaired(values[field]) else { continue }
            return doubt(
                field, "Letters were damaged before the file came here; it may have been “\(repaired)”",
                "Correct it in the file, or export it again as CSV UTF-8")
        }
        return nil
    }

    /// Counting characters costs, and nearly every value has fewer bytes than that.
    private func isTooLong(_ value: String) -> Bool { value.utf8.count > Self.longest && value.count > Self.longest }
}
