/// Pictures of the demonstration: drawn, since no photograph of anybody is shown there. As PNG (RFC 2083), with its data
/// stored as it is (RFC 1951, 3.2.4).
enum DemoDrawing: Sendable {
    case boat, quay

    /// What it shows, for those who do not see it.
    var alt: String {
        switch self {
        case .boat: "A drawn model boat under full sail, close to the finishing buoy"
        case .quay: "A drawing of people on the quay, seen from the water"
        }
    }

    private static let width = 800
    private static let height = 600

    var png: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(Self.height * (1 + 3 * Self.width))
        for y in 0..<Self.height {
            rows.append(0)
            for x in 0..<Self.width {
                let (red, green, blue) = colour(x, y)
                rows += [red, green, blue]
            }
        }
        let size = Self.bigEndian(UInt32(Self.width)) + Self.bigEndian(UInt32(Self.height))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + Self.chunk("IHDR", size + [8, 2, 0, 0, 0]) + Self.chunk("IDAT", Self.stored(rows))
            + Self.chunk("IEND", [])
    }

    private func colour(_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8) {
        if isSubject(x, y) { return isLight(x, y) ? (244, 240, 228) : (38, 70, 83) }
        if y > 400 {
            let wave = (x + 3 * y) / 18 % 4 == 0
            return wave ? (64, 145, 152) : (42, 121, 135)
        }
        let shade = UInt8(y / 8)
        return (UInt8(176 + Int(shade) / 2), UInt8(206 + Int(shade) / 2), 226)
    }

    private func isSubject(_ x: Int, _ y: Int) -> Bool {
        switch self {
        case .boat:
            let sail = y > 110 && y < 390 && x > 400 && x < 400 + (y - 110) * 3 / 4
            let jib = y > 170 && y < 390 && x < 392 && x > 392 - (y - 170) / 2
            let hull = y >= 400 && y < 450 && x > 270 + (y - 400) && x < 620 - (y - 400)
            return sail || jib || hull
        case .quay:
            let stone = y > 360 && y < 440
            return stone
                || Self.people.contains { person in
                    let head = (x - person) * (x - person) + (y - 215) * (y - 215) < 30 * 30
                    return head || (y > 245 && y <= 360 && abs(x - person) < 34)
                }
        }
    }

    private func isLight(_ x: Int, _ y: Int) -> Bool {
        switch self {
        case .boat: y < 400
        case .quay: y <= 360 && y < 246
        }
    }

    private static let people = [240, 360, 520]

    /// In blocks of at most 65,535 bytes, each as it is, within zlib's frame (RFC 1950).
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var at = 0
        while at < data.count {
            let end = min(at + 65_535, data.count)
            let length = UInt16(end - at)
            out.append(end == data.count ? 1 : 0)
            for value in [length, ~length] { out += [UInt8(value & 255), UInt8(value >> 8)] }
            out += data[at..<end]
            at = end
        }
        var (one, two): (UInt32, UInt32) = (1, 0)
        for byte in data {
            one = (one + UInt32(byte)) % 65_521
            two = (two + one) % 65_521
        }
        return out + bigEndian(two << 16 | one)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + named + bigEndian(checksum(named))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 255)] ^ (sum >> 8) }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in (value & 1) == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
    }
}
