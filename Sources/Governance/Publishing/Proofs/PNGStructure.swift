/// The structure of a PNG (W3C PNG, third edition, section 5): its signature, then chunks of length, name, data and
/// check sum, from IHDR over at least one IDAT to an IEND that ends the file. Chunks of text, time, position or a program's
/// own are no part of the picture.
enum PNGStructure {
    /// The picture alone; nil when it is not whole.
    static func bare(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: signature) else { return nil }
        var at = signature.count
        var names: [[UInt8]] = []
        var kept = signature
        kept.reserveCapacity(bytes.count)
        while bytes.count - at >= 12 {
            let length = Int(bigEndian: bytes[at..<at + 4])
            guard length <= bytes.count - at - 12 else { return nil }
            let named = bytes[at + 4..<at + 8 + length]
            guard checkSum(named) == Int(bigEndian: bytes[at + 8 + length..<at + 12 + length]) else { return nil }
            let name = Array(named.prefix(4))
            if names.isEmpty, name != ihdr || !isHeader(named.dropFirst(4)) { return nil }
            names.append(name)
            if ofPicture.contains(name) { kept += bytes[at..<at + 12 + length] }
            at += 12 + length
            if name == iend { return length == 0 && at == bytes.count && names.contains(idat) ? kept : nil }
        }
        return nil
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let ihdr = [UInt8]("IHDR".utf8)
    private static let idat = [UInt8]("IDAT".utf8)
    private static let iend = [UInt8]("IEND".utf8)

    /// Pixels, and how their colours are meant.
    private static let ofPicture = Set(
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB"].map { [UInt8]($0.utf8) })

    /// Width, height, bit depth and colour type that the format allows.
    private static func isHeader(_ data: ArraySlice<UInt8>) -> Bool {
        guard data.count == 13 else { return false }
        let at = data.startIndex
        let depth = data[at + 8]
        let depths: [UInt8]? = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]][data[at + 9]]
        return PictureSize.isAllowed(Int(bigEndian: data[at..<at + 4]), Int(bigEndian: data[at + 4..<at + 8]))
            && depths?.contains(depth) == true
    }

    /// CRC-32 as PNG's annex D has it.
    private static func checkSum(_ bytes: ArraySlice<UInt8>) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        return Int(sum ^ 0xFFFF_FFFF)
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
}

/// How large a picture may say it is, in pixels on a side.
enum PictureSize {
    static func isAllowed(_ width: Int, _ height: Int) -> Bool {
        (1...30_000).contains(width) && (1...30_000).contains(height)
    }
}

extension Int {
    init(bigEndian bytes: ArraySlice<UInt8>) {
        self = bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
