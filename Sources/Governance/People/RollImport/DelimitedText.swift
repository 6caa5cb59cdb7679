import Foundation

/// A table as spreadsheets and school systems write it (RFC 4180), with the separator it was found to use.
package struct DelimitedText: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        /// The line of the file on which the row begins, from 1.
        package let line: Int
        package let fields: [String]
    }

    package let rows: [Row]
    package let separator: Character
    /// A quoted field that never ends, at this line: the file was cut off.
    package let unfinishedAt: Int?

    /// The text of a file: UTF-8 or UTF-16 with their marks, else UTF-8, else what Windows calls ANSI.
    package static func text(of bytes: [UInt8]) -> String { reading(of: bytes).text }

    /// The text of a file, and whether its letters were guessed: nothing in the file says that it is ANSI.
    package static func reading(of bytes: [UInt8]) -> (text: String, isGuess: Bool) {
        let data = Data(bytes)
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (String(data: data, encoding: .utf16) ?? "", false)
        }
        if let text = String(validating: bytes, as: UTF8.self) {
            return (text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text, false)
        }
        return (String(data: data, encoding: .windowsCP1252) ?? String(decoding: bytes, as: UTF8.self), true)
    }

    package init(_ text: String) {
        let separator = Self.separator(of: text)
        var reader = Reader(separator: separator)
        for scalar in text.unicodeScalars { reader.take(scalar) }
        reader.finish()
        self.separator = Character(separator)
        rows = reader.rows
        unfinishedAt = reader.isQuoted ? reader.quotedSince : nil
    }

    /// The one of comma, semicolon and tab that the first line has most of, outside quotation marks.
    private static func separator(of text: String) -> Unicode.Scalar {
        var counts: [Unicode.Scalar: Int] = [:]
        var isQuoted = false
        for scalar in text.unicodeScalars {
            if scalar == "\"" { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if scalar == "\n" || scalar == "\r" { break }
            if [",", ";", "\t"].contains(scalar) { counts[scalar, default: 0] += 1 }
        }
        return [",", ";", "\t"].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
    }
}

/// Takes a text scalar by scalar and gives its rows.
private struct Reader {
    let separator: Unicode.Scalar
    var rows: [DelimitedText.Row] = []
    var isQuoted = false
    var quotedSince = 1
    private var field = String.UnicodeScalarView()
    private var fields: [String] = []
    private var line = 1
    private var rowLine = 1
    private var closedQuote = false
    private var wasReturn = false

    init(separator: Unicode.Scalar) {
        self.separator = separator
    }

    mutating func take(_ scalar: Unicode.Scalar) {
        let isNewline = scalar == "\n" || scalar == "\r"
        let isSecondHalf = scalar == "\n" && wasReturn
        wasReturn = scalar == "\r"
        if isNewline && !isSecondHalf { line += 1 }
        if isQuoted {
            if scalar == "\"" {
                isQuoted = false
                closedQuote = true
            } else {
                field.append(scalar)
            }
            return
        }
        switch scalar {
        case "\"" where closedQuote:
            field.append(scalar)
            isQuoted = true
            closedQuote = false
        case "\"" where field.isEmpty:
            isQuoted = true
            quotedSince = line
        case separator: endField()
        case "\n" where isSecondHalf: break
        case "\n", "\r": endRow()
        default:
            closedQuote = false
            field.append(scalar)
        }
    }

    mutating func finish() {
        if !field.isEmpty || !fields.isEmpty { endRow() }
    }

    private mutating func endField() {
        fields.append(String(field))
        field = String.UnicodeScalarView()
        closedQuote = false
    }

    private mutating func endRow() {
        endField()
        if fields != [""] { rows.append(DelimitedText.Row(line: rowLine, fields: fields)) }
        fields = []
        rowLine = line
    }
}
