/// How words are compared: a 64-bit FNV-1a hash of their folded letters and digits.
enum WordHash {
    static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// Of a word as a list holds it, already small and plain.
    static func of(_ word: some StringProtocol) -> UInt64 {
        var hash = start
        for byte in word.utf8 where byte != 39 { hash = adding(byte, to: hash) }
        return hash
    }
}
