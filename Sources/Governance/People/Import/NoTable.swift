/// Recognises files that are no table of text at all, whatever their name says.
package enum NoTable {
    /// Nil when it may be a table; else what it is and what to do.
    package static func says(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "This is an Excel workbook, not a CSV file. Open it in Excel, choose Save As and “CSV UTF-8”, and "
                + "bring in that file"
        }
        if bytes.starts(with: Array("%PDF".utf8)) {
            return "This is a PDF, not a list. Export the list as a CSV file"
        }
        let start = bytes.prefix(2_000).drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let opening = String(decoding: start.prefix(15), as: UTF8.self).lowercased()
        if opening.hasPrefix("<!doctype") || opening.hasPrefix("<html") || opening.hasPrefix("<?xml") {
            return "This is a web page, not a list. It may be the sign-in page of the system that it was exported "
                + "from: sign in there and export the list again"
        }
        return nil
    }
}
