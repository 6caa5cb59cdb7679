/// Percent-encoding and character references, which hide letters and spaces in addresses.
enum EncodedText {
    struct Piece {
        var value: UInt32
        var from: Int32
        var to: Int32
    }

    static func isPresent(in scalars: [UInt32]) -> Bool {
        var seen: UInt32 = 0
        for value in scalars { seen |= (value == 0x25 ? 4 : 0) | (value == 0x26 ? 1 : 0) | (value == 0x3B ? 2 : 0) }
        return seen >= 3
    }

    /// The text's scalars with what was encoded put back, each with the range it took up. Three layers deep at most.
    static func decoded(_ scalars: [UInt32]) -> [Piece] {
        var pieces = scalars.enumerated().map { Piece(value: $1, from: Int32($0), to: Int32($0) + 1) }
        for _ in 0..<3 {
            let before = pieces.count
            pieces = references(percents(pieces))
            if pieces.count == before { break }
        }
        return pieces
    }

    private static func percents(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        result.reserveCapacity(pieces.count)
        var index = 0
        while index < pieces.count {
            var bytes: [UInt8] = []
            var next = index
            while next + 2 < pieces.count, pieces[next].value == 0x25, let high = digit(pieces[next + 1]),
                let low = digit(pieces[next + 2]), bytes.count < 64
            {
                bytes.append(high << 4 | low)
                next += 3
            }
            if bytes.isEmpty {
                result.append(pieces[index])
                index += 1
                continue
            }
            let (from, to) = (pieces[index].from, pieces[next - 1].to)
            var offset = 0
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                let length = UTF8.width(scalar)
                let start = pieces[min(index + offset * 3, next - 1)].from
                let end = min(index + (offset + length) * 3 - 1, next - 1)
                // an encoded space is a joint inside an address, not its end
                let value = scalar.properties.isWhitespace ? 0x5F : scalar.value
                result.append(Piece(value: value, from: max(from, start), to: min(to, pieces[end].to)))
                offset += length
            }
            index = next
        }
        return result
    }

    private static func digit(_ piece: Piece) -> UInt8? {
        switch piece.value {
        case 0x30...0x39: UInt8(piece.value - 0x30)
        case 0x41...0x46: UInt8(piece.value - 0x37)
        case 0x61...0x66: UInt8(piece.value - 0x57)
        default: nil
        }
    }

    private static func references(_ pieces: [Piece]) -> [Piece] {
        guard pieces.contains(where: { $0.value == 0x26 }) else { return pieces }
        var result: [Piece] = []
        var index = 0
        while index < pieces.count {
            if pieces[index].value == 0x26,
                let end = pieces[index..<min(index + 12, pieces.count)].firstIndex(where: { $0.value == 0x3B }),
                let value = referenced(pieces[index + 1..<end])
            {
                result.append(Piece(value: value, from: pieces[index].from, to: pieces[end].to))
                index = end + 1
            } else {
                result.append(pieces[index])
                index += 1
            }
        }
        return result
    }

    private static func referenced(_ pieces: ArraySlice<Piece>) -> UInt32? {
        var name = ""
        for piece in pieces {
            guard let scalar = Unicode.Scalar(piece.value), scalar.isASCII else { return nil }
            name.unicodeScalars.append(scalar)
        }
        if let known = named[name] { return known }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) != nil ? $0 : nil }
    }

    private static let named: [String: UInt32] = [
        "nbsp": 0xA0, "amp": 0x26, "shy": 0xAD, "apos": 0x27, "quot": 0x22, "lt": 0x3C, "gt": 0x3E, "rsquo": 0x2019,
        "lsquo": 0x2018, "ndash": 0x2013, "mdash": 0x2014, "zwnj": 0x200C, "zwj": 0x200D, "hyphen": 0x2010,
        "eacute": 0xE9, "ouml": 0xF6, "uuml": 0xFC, "euml": 0xEB, "iuml": 0xEF, "ntilde": 0xF1, "aacute": 0xE1,
        "iacute": 0xED, "oacute": 0xF3, "uacute": 0xFA, "egrave": 0xE8, "ccedil": 0xE7, "szlig": 0xDF, "oslash": 0xF8,
    ]
}
