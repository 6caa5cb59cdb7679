/// Hashes of spellings. A polynomial over letters, so that any stretch of a text is hashed from two running values.
enum SpellingHash {
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C55

    /// `base` to the powers 0 to 127; no name is longer.
    static let powers: [UInt64] = {
        var powers: [UInt64] = [1]
        while powers.count < 128 { powers.append(powers[powers.count - 1] &* base) }
        return powers
    }()

    @inline(__always)
    static func extended(_ running: UInt64, by unit: UInt32) -> UInt64 { running &* base &+ UInt64(unit) }

    /// Spreads a running value over all bits.
    @inline(__always)
    static func finished(_ running: UInt64) -> UInt64 {
        var hash = running
        hash ^= hash >> 32
        hash &*= 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 29
        return hash | 1
    }

    /// The hash of a word already in small Latin letters.
    static func of(_ word: some StringProtocol) -> UInt64 {
        var running: UInt64 = 0
        for byte in word.utf8 where byte > 0x60 && byte < 0x7B { running = extended(running, by: UInt32(byte - 0x60)) }
        return finished(running)
    }

    static func of(_ units: some Sequence<UInt32>) -> UInt64 {
        finished(units.reduce(0) { extended($0, by: $1) })
    }

    /// Kept apart from exact spellings: the hash of a spelling without its doubled consonants.
    @inline(__always)
    static func looseForm(_ hash: UInt64) -> UInt64 { hash ^ 0x5851_F42D_4C95_7F2D | 1 }

    /// Kept apart likewise: the first part of a name of several parts.
    @inline(__always)
    static func openerForm(_ hash: UInt64) -> UInt64 { hash ^ 0x1405_7B7E_F767_814F | 1 }

    /// The running value of units without doubled consonants, as the scanner keeps it.
    static func loose(_ units: some Sequence<UInt32>) -> UInt64 {
        var running: UInt64 = 0
        var last: UInt32 = 0
        for unit in units {
            if !(unit == last && isConsonant(unit)) { running = extended(running, by: unit) }
            last = unit
        }
        return looseForm(finished(running))
    }

    @inline(__always)
    static func isConsonant(_ unit: UInt32) -> Bool {
        // a e i o u y as bits of 1 to 26
        unit <= 26 && (0x220_8222 >> unit) & 1 == 0
    }

    /// Shorter spellings are compared exactly: Webb is not web.
    static let looseLength = 5
}
