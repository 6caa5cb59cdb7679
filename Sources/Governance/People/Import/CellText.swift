import Foundation

/// The text of one cell as it is kept: without white space around it, line ends as spaces, in composed letters, and
/// without signs that turn the direction of writing round.
enum CellText {
    static func clean(_ cell: String) -> String {
        if isPlain(cell) { return cell }
        let shown =
            cell.unicodeScalars.contains(where: turnsRound)
            ? String(String.UnicodeScalarView(cell.unicodeScalars.filter { !turnsRound($0) })) : cell
        let line =
            shown.contains(where: \.isNewline)
            ? shown.split(whereSeparator: \.isNewline).joined(separator: " ") : shown
        return trimmed(line).precomposedStringWithCanonicalMapping
    }

    /// What bytes say that are no UTF-8, read as what Windows calls ANSI.
    static func ansi(_ bytes: ArraySlice<UInt8>) -> String {
        String(data: Data(bytes), encoding: .windowsCP1252) ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Printable ASCII without white space at the ends, as nearly every cell is.
    private static func isPlain(_ cell: String) -> Bool {
        cell.utf8.first != 0x20 && cell.utf8.last != 0x20 && cell.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    /// Marks, embeddings, overrides and isolates of the direction of writing.
    static func turnsRound(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// What a text was before some program read its UTF-8 as ANSI, `Zoë` of `ZoÃ«`; nil when it is sound.
    static func repaired(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }),
            text.unicodeScalars.contains(where: { ["Ã", "Â", "â", "Å", "Ä"].contains($0) }),
            let bytes = text.data(using: .windowsCP1252), let repaired = String(validating: bytes, as: UTF8.self),
            repaired != text
        else { return nil }
        return repaired
    }

    /// A number that Excel made of a reference or a class, as `1.00E+03` or `5E+00`.
    static func isExponent(_ text: String) -> Bool {
        // nearly every value is told by its bytes
        beginsWithDigit(text) && text.utf8.contains { $0 | 0x20 == 0x65 }
            && text.wholeMatch(of: /[0-9]+(\.[0-9]+)?[eE][+\-]?[0-9]+/) != nil
    }

    private static func beginsWithDigit(_ text: String) -> Bool {
        text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    /// A date that Excel made of a class, as `04-May`.
    static func isExcelDate(_ text: String) -> Bool {
        beginsWithDigit(text) && text.utf8.contains(0x2D)
            && text.wholeMatch(of: /[0-9]{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.ignoresCase()) != nil
    }
}
