/// Turns UTF-16, which begins with its mark, into UTF-8 piece by piece.
struct UTF16Bytes {
    private let isBigEndian: Bool
    private var odd: UInt8?
    private var high: UInt16?

    /// Nil when the file does not begin with a mark of UTF-16.
    init?(beginningOf bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            isBigEndian = false
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            isBigEndian = true
        } else {
            return nil
        }
    }

    mutating func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
            take(unit, into: &text)
        }
        return text
    }

    private mutating func take(_ unit: UInt16, into text: inout [UInt8]) {
        if UTF16.isLeadSurrogate(unit) {
            high = unit
            return
        }
        let scalar: Unicode.Scalar?
        if let high, UTF16.isTrailSurrogate(unit) {
            scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(unit) - 0xDC00)
        } else {
            scalar = Unicode.Scalar(UInt32(unit))
        }
        high = nil
        text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
}
