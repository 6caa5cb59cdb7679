import CQRCode

/// A square that a telephone reads, drawn as one path of little squares.
struct QRCode: Equatable {
    /// How many little squares a side has, with the quiet border.
    let side: Int
    /// For the `d` of an SVG path.
    let path: String

    /// Nil for a text that is too long for any square.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard data[row * width + column] & 1 == 1 else {
                    column += 1
                    continue
                }
                let start = column
                while column < width, data[row * width + column] & 1 == 1 { column += 1 }
                path += "M\(start + Self.border) \(row + Self.border)h\(column - start)v1h-\(column - start)z"
            }
        }
        side = width + 2 * Self.border
        self.path = path
    }

    /// ISO/IEC 18004 asks for four.
    private static let border = 4
}
