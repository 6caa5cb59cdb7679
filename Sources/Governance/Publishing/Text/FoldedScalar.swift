import Foundation

/// One Unicode scalar as the readings see it: a small ASCII letter, a digit, a plain sign, or a class of its own.
///
/// Case, accents, full-width and styled letters, other scripts' digits, and letters of other scripts that look like
/// Latin ones are folded; what is invisible or only decorates is dropped. One scalar gives at most one byte, so that
/// places in the original are kept.
enum FoldedScalar {
    /// Not seen at all: invisible, or a mark on the letter before.
    static let dropped: UInt8 = 0
    /// A letter with no Latin likeness.
    static let letter: UInt8 = 1
    /// A symbol, such as an emoji.
    static let symbol: UInt8 = 2
    static let newline: UInt8 = 10
    static let space: UInt8 = 32

    /// - Parameter table: `FoldedScalar.table`, which a loop takes once.
    @inline(__always)
    static func fold(_ scalar: UInt32, by table: [UInt8]) -> UInt8 {
        scalar < UInt32(table.count) ? table[Int(scalar)] : beyond(scalar)
    }

    /// The scalars that people write most.
    static let table: [UInt8] = (0..<0x2100).map { slow(UInt32($0)) }

    private static func beyond(_ value: UInt32) -> UInt8 {
        switch value {
        case 0xFF01...0xFF5E: return table[Int(value - 0xFEE0)]
        case 0xFE00...0xFE0F, 0xE0000...0xE0FFF, 0xFEFF, 0x1F3FB...0x1F3FF: return dropped
        case 0x1D400...0x1D6A3: return UInt8(97 + (value - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: return UInt8(48 + (value - 0x1D7CE) % 10)
        case 0x2460...0x2468: return UInt8(49 + value - 0x2460)
        case 0x24B6...0x24CF: return UInt8(97 + value - 0x24B6)
        case 0x24D0...0x24E9: return UInt8(97 + value - 0x24D0)
        case 0x1F130...0x1F149: return UInt8(97 + value - 0x1F130)
        case 0x1F150...0x1F169: return UInt8(97 + value - 0x1F150)
        case 0x1F170...0x1F189: return UInt8(97 + value - 0x1F170)
        case 0x3000: return space
        case 0xFF0E, 0x3002, 0xFF61: return UInt8(ascii: ".")
        case 0xFE6B: return UInt8(ascii: "@")
        default: return slow(value)
        }
    }

    private static func slow(_ value: UInt32) -> UInt8 {
        guard let scalar = Unicode.Scalar(value) else { return symbol }
        if value < 128 { return ascii(UInt8(value)) }
        if let sign = signs[scalar] { return sign }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control: return dropped
        case .spaceSeparator: return space
        case .lineSeparator, .paragraphSeparator: return newline
        case .decimalNumber: return UInt8(48 + (Int(properties.numericValue ?? 0) % 10))
        case .dashPunctuation: return UInt8(ascii: "-")
        case .otherNumber:
            return properties.numericType == .digit ? UInt8(48 + Int(properties.numericValue ?? 0)) : symbol
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return latin(scalar) ?? letter
        default: return symbol
        }
    }

    private static func ascii(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 65...90: byte | 32
        case 9, 11, 12, 13: space
        case 10: newline
        case 0..<32, 127: dropped
        default: byte
        }
    }

    private static func latin(_ scalar: Unicode.Scalar) -> UInt8? {
        if let alike = lookAlikes[scalar] { return alike }
        let first = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? scalar
        if let byte = UInt8(exactly: first.value), byte < 128 { return ascii(byte) }
        return lookAlikes[first]
    }

    private static let signs: [Unicode.Scalar: UInt8] = [
        "‘": 39, "’": 39, "‛": 39, "ʼ": 39, "ʹ": 39, "´": 39, "′": 39, "“": 34, "”": 34, "„": 34, "«": 34, "»": 34,
        "−": 45, "﹣": 45, "…": 46, "․": 46, "·": 46, "•": 46, "⁄": 47, "∕": 47,
        "\u{AD}": dropped, "\u{85}": newline, "\u{34F}": dropped, "\u{115F}": dropped, "\u{1160}": dropped,
        "\u{3164}": dropped, "\u{2800}": space,
    ]

    /// Letters of other scripts, and Latin ones that do not decompose, by the letter they are taken for.
    private static let lookAlikes: [Unicode.Scalar: UInt8] = {
        let pairs: [(String, String)] = [
            ("аеорсухіјѕһԁԛԝвкмнтгьӏѵ", "aeopcyxijshdqwbkmhtrblv"), ("АВЕКМНОРСТУХІЈЅҺԚԜ", "abekmhopctyxijshqw"),
            ("αβεικνορτυχγηωςσ", "abeikvoptuxynwcs"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
            ("łŁøØđĐðÐßıæÆœŒþÞħĦŧŦ", "llooddddsiaaootthhtt"),
            ("ɑɡɩɪʏᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ", "agiiyabcdeghjklmnoprtuvwz"),
        ]
        var table: [Unicode.Scalar: UInt8] = [:]
        for (foreign, plain) in pairs {
            for (from, to) in zip(foreign.unicodeScalars, plain.utf8) { table[from] = to }
        }
        return table
    }()
}
