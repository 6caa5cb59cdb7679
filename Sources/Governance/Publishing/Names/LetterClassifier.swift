import Foundation

/// Says what a scalar is, from Unicode's own properties and names and our list of look-alikes.
enum LetterClassifier {
    static func entry(_ value: UInt32) -> LetterEntry {
        guard let scalar = Unicode.Scalar(value) else { return LetterEntry(.symbol) }
        if let known = punctuation[value] { return LetterEntry(known) }
        if let letters = LookAlikes.letters[value] {
            return LetterEntry(
                letters: letters, upper: scalar.properties.isUppercase, digraph: Digraphs.written[value] != nil,
                smallCapital: LookAlikes.isSmallCapital(scalar))
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return LetterEntry(.invisible) }
        if properties.isWhitespace { return LetterEntry(.space) }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return LetterEntry(.mark)
        case .format, .control, .unassigned, .privateUse, .surrogate: return LetterEntry(.invisible)
        case .dashPunctuation: return LetterEntry(.hyphen)
        case .openPunctuation: return LetterEntry(.open)
        case .closePunctuation: return LetterEntry(.close)
        case .initialPunctuation, .finalPunctuation: return LetterEntry(.quote)
        case .connectorPunctuation: return LetterEntry(.underscore)
        case .decimalNumber:
            return LetterEntry(.digit, payload: UInt32(properties.numericValue ?? 0))
        default: break
        }
        if let letters = LatinNames.letters(of: properties.name) {
            return LetterEntry(
                letters: letters, upper: properties.isUppercase || properties.name?.contains("CAPITAL") == true,
                digraph: Digraphs.written[value] != nil, smallCapital: LookAlikes.isSmallCapital(scalar))
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
            return LetterEntry(
                .other, payload: bare(properties.lowercaseMapping.unicodeScalars.first ?? scalar),
                upper: properties.isUppercase)
        case .otherLetter, .modifierLetter, .spacingMark, .letterNumber:
            return LetterEntry(.uncased, payload: bare(scalar))
        default: return LetterEntry(.symbol)
        }
    }

    /// The letter without its marks, so that composed and decomposed spellings agree.
    private static func bare(_ scalar: Unicode.Scalar) -> UInt32 {
        if let same = arabic[scalar.value] { return same }
        guard scalar.value < 0xAC00 || scalar.value > 0xD7A3 else { return scalar.value }
        return String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value
            ?? scalar.value
    }

    /// Letters that Arabic, Persian and Urdu keyboards exchange.
    private static let arabic: [UInt32: UInt32] = [
        0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x649: 0x64A, 0x626: 0x64A, 0x6CC: 0x64A,
        0x629: 0x647, 0x6C1: 0x647, 0x6BE: 0x647, 0x624: 0x648, 0x6A9: 0x643,
    ]

    private static let punctuation: [UInt32: LetterEntry.Kind] = {
        let kinds: [(LetterEntry.Kind, String)] = [
            (.newline, "\u{A}\u{B}\u{C}\u{D}\u{85}\u{2028}\u{2029}"),
            (.apostrophe, "'’‘‛`´ʼʻʹʽʾʿˈˊˋ′‵＇՚׳Ꞌꞌ᾽᾿"),
            (.hyphen, "-‐‑‒–—―−﹣－⁃˗➖"),
            (.dot, ".․。．｡"), (.stop, "!?…‼⁇⁈⁉！？؟"), (.comma, ",،，、﹐"), (.colon, ":;：；"),
            (.underscore, "_＿‿"), (.slash, "/\\⁄∕／＼|｜"), (.open, "([{<"), (.close, ")]}>"),
            (.quote, "\"＂“”„«»"), (.and, "&+＆＋"), (.hash, "#＃﹟"), (.at, "@＠﹫"), (.emphasis, "*~＊"),
            (.space, "\u{2800}"), (.invisible, "\u{34F}\u{640}"),
        ]
        var table: [UInt32: LetterEntry.Kind] = [:]
        for (kind, scalars) in kinds {
            for scalar in scalars.unicodeScalars { table[scalar.value] = kind }
        }
        return table
    }()
}

/// Reads the letters out of a scalar's Unicode name: `LATIN SMALL LETTER L WITH STROKE` is an l,
/// `MATHEMATICAL BOLD CAPITAL J` a j. This covers letters that no decomposition reaches.
enum LatinNames {
    static func letters(of name: String?) -> String? {
        guard let name, scripts.contains(where: name.contains) else { return nil }
        let words = name.split(separator: " ")
        let head = words.prefix { $0 != "WITH" }
        guard let last = head.last else { return nil }
        let isLetter =
            head.contains("LETTER") || head.contains("LIGATURE") || head.contains("SMALL") || head.contains("CAPITAL")
        guard isLetter else { return nil }
        if last.utf8.count == 1, let byte = last.utf8.first, (0x41...0x5A).contains(byte) { return last.lowercased() }
        if let known = spelled[String(last)] { return known }
        if joined.contains(String(last)) { return last.lowercased() }
        return nil
    }

    private static let scripts = [
        "LATIN", "MATHEMATICAL", "REGIONAL INDICATOR", "SCRIPT ", "DOUBLE-STRUCK", "BLACK-LETTER", "MODIFIER LETTER",
    ]
    private static let spelled = [
        "ALPHA": "a", "BETA": "b", "IOTA": "i", "UPSILON": "u", "SCHWA": "e", "ETH": "d", "THORN": "th", "ENG": "n",
        "KRA": "k", "ESH": "s", "EZH": "z", "YOGH": "y", "WYNN": "w", "GAMMA": "y", "CHI": "x", "YR": "r", "OMEGA": "w",
    ]
    private static let joined: Set<String> = [
        "AE", "OE", "IJ", "LJ", "NJ", "DZ", "AA", "AO", "AU", "AV", "AY", "OO", "TS", "FF", "FI", "FL", "FFI", "FFL",
        "ST",
    ]
}
