/// One row of a table as its bytes came, cell after cell.
package struct RowBytes: Sendable {
    /// The line of the file on which the row begins, from 1.
    package internal(set) var line = 1
    /// A quotation mark opens in this row and never closes.
    package internal(set) var isUnfinished = false
    /// A cell with more bytes than `largestCell`; only its beginning is here.
    package internal(set) var hugeCell: Int?
    /// More cells or bytes than any list has; only the first of them are here.
    package internal(set) var isTooLarge = false
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// The most bytes of one cell that are looked at.
    package static let largestCell = 10_000
    /// The most cells, and the most bytes, of one row that are looked at.
    package static let mostCells = 1_000
    package static let largest = 1 << 20

    package var count: Int { ends.count }

    package var isEmpty: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    package var hasNUL: Bool { bytes.contains(0) }

    /// The text of one cell, cleaned; its letters are guessed to be what Windows calls ANSI when they are no UTF-8.
    package func cell(_ place: Int) -> (text: String, isGuess: Bool) {
        let cell = bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
        if let text = String(validating: cell, as: UTF8.self) { return (CellText.clean(text), false) }
        return (CellText.clean(CellText.ansi(cell)), true)
    }

    /// Every cell, cleaned.
    package var cells: [String] { ends.indices.map { cell($0).text } }

    mutating func empty(line: Int) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        isUnfinished = false
        hugeCell = nil
        isTooLarge = false
        self.line = line
    }
}
