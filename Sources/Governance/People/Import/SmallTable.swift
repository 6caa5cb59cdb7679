/// A list with headings that is small enough to be read whole: of training, of roles.
package struct SmallTable: Sendable {
    package let headings: [String]
    /// Rows with anybody in them.
    package let rows: [RowBytes]

    /// - Parameter most: so many lines at most, with that of the headings.
    ///
    /// Throws `ActionError.invalid` of the field `file` with a sentence when it is no list at all, or a longer one.
    init(_ bytes: [UInt8], most: Int) throws {
        if let says = NoTable.says(bytes) { throw ActionError.invalid("file", says) }
        var table: [RowBytes] = []
        var reader = DelimitedReader()
        try reader.take(bytes) { if !$0.isEmpty, table.count <= most { table.append($0) } }
        try reader.finish { if !$0.isEmpty, table.count <= most { table.append($0) } }
        guard let head = table.first else {
            throw ActionError.invalid("file", "The list is empty. Nothing was changed")
        }
        guard table.count <= most else {
            throw ActionError.invalid("file", "Bring in at most \(most - 1) rows at a time")
        }
        headings = head.cells
        rows = table.dropFirst().filter { row in
            !NotARow.isNobody(row) || row.cells.contains { $0.contains("@") }
        }
    }

    /// Where a column is: the first heading that it knows, in the order of its words. A mark such as `[Required]` behind a
    /// heading is no part of it.
    func place(of words: [String]) -> Int? {
        let folded = headings.map { Evidence.normalised($0.replacing(/\s*\[.*\]\s*$/, with: "")) }
        return words.lazy.compactMap(folded.firstIndex).first
    }

    /// Headings that stand at none of the places.
    func notRead(beside places: some Collection<Int>) -> [String] {
        headings.enumerated().filter { place, heading in !heading.isEmpty && !places.contains(place) }.map(\.element)
    }

    /// The text at a place of a row; empty where the row is shorter.
    func text(of row: RowBytes, at place: Int?) -> String {
        place.flatMap { $0 < row.count ? row.cell($0).text : nil } ?? ""
    }
}

extension RowBytes {
    /// Whether it cannot be read as it stands.
    var isUnreadable: Bool { isUnfinished || isTooLarge || hugeCell != nil || hasNUL }
}
