/// Where random bytes come from, entered by value so that a demonstration is the same each time it is made.
package struct Randomness: Sendable {
    private let fill: @Sendable (Int) -> [UInt8]

    package init(_ fill: @escaping @Sendable (Int) -> [UInt8]) {
        self.fill = fill
    }

    /// The machine's own secure source; the only one for secrets.
    package static let system = Randomness { count in
        var source = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: source.next()) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }

    package func bytes(_ count: Int) -> [UInt8] { fill(count) }

    /// A fresh identifier of 128 bits.
    package func identifier<Named>(_: Named.Type = Named.self) -> Identifier<Named> {
        Identifier(Base32.text(of: bytes(16)))
    }

    /// A secret of 160 bits for a link or a cookie; only its hash is ever stored.
    package func secret() -> String { Base32.text(of: bytes(20)) }
}

/// Crockford's alphabet in lower case: no letter that looks like a digit.
package enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    package static func text(of bytes: [UInt8]) -> String {
        var text = ""
        var held: UInt16 = 0
        var bits = 0
        for byte in bytes {
            held = (held << 8) | UInt16(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(held >> UInt16(bits)) & 31])
                held &= (1 << UInt16(bits)) - 1
            }
        }
        if bits > 0 { text.append(alphabet[Int(held << UInt16(5 - bits)) & 31]) }
        return text
    }
}
