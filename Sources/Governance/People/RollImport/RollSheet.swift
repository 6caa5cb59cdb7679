/// A file that is a roll by its form: its columns and the rows below them. Reading it asks nothing of the roll that is
/// there, so it is done before anything waits for it.
package struct RollSheet: Sendable {
    let columns: RollColumns
    let rows: [DelimitedText.Row]
    /// The encoding was guessed.
    let isGuess: Bool

    /// The largest file that is read, in bytes.
    package static let largest = 50 << 20

    /// - Throws: `ActionError.invalid` with the field `file` when it is no roll at all.
    package init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.largest else { throw Self.refused("The file is larger than 50 megabytes") }
        if let says = NoTable.says(bytes) { throw Self.refused(says) }
        let text: String
        (text, isGuess) = DelimitedText.reading(of: bytes)
        if let says = NoTable.says(ofText: text) { throw Self.refused(says) }
        let table = DelimitedText(text)
        let heading = RollColumns.headings(in: table.rows)
        guard heading < table.rows.count else { throw Self.refused("The file is empty. Nothing was changed") }
        columns = RollColumns(table.rows[heading].fields.map(CellText.clean))
        if let line = table.unfinishedAt {
            throw Self.refused("A quotation mark opens on line \(line) and never closes, so rows may be lost")
        }
        guard columns.missing.isEmpty else {
            throw Self.refused(
                "The first line must name the columns; missing: "
                    + columns.missing.map(\.rawValue).joined(separator: ", ")
                    + ". It names: " + columns.headings.prefix(12).joined(separator: ", "))
        }
        if let doubled = columns.doubled.first {
            throw Self.refused("Two columns are both read as \(doubled.rawValue). Rename or remove one")
        }
        rows = Array(table.rows[(heading + 1)...])
    }

    static func refused(_ says: String) -> ActionError { .invalid("file", says) }
}
