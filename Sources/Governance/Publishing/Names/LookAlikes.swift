/// Letters of other scripts, and signs, that a reader takes for Latin ones.
enum LookAlikes {
    /// The Latin letters a scalar is read as.
    static let letters: [UInt32: String] = {
        var table: [UInt32: String] = [
            0xDF: "ss", 0x1E9E: "ss", 0xAA: "a", 0xBA: "o", 0x131: "i", 0x17F: "s", 0x212A: "k", 0x212B: "a",
            0x212F: "e",
            0x213A: "q", 0x2113: "l", 0x1D6A4: "i", 0x1D6A5: "j", 0x2C9F: "o", 0x2107: "e", 0x2139: "i", 0x3F3: "j",
            0x237A: "a",
        ]
        for (letter, scalars) in alike {
            for scalar in scalars.unicodeScalars { table[scalar.value] = String(letter) }
        }
        // the same letters in their other case, where that is no look-alike itself
        for (value, letter) in table {
            guard let properties = Unicode.Scalar(value)?.properties else { continue }
            for other in [properties.uppercaseMapping, properties.lowercaseMapping] {
                guard let scalar = other.unicodeScalars.first, !scalar.isASCII, table[scalar.value] == nil else {
                    continue
                }
                table[scalar.value] = letter
            }
        }
        return table
    }()

    /// Whether a scalar is drawn as a small capital; ғ and ǫ stand in for the two that are seldom to be had.
    static func isSmallCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x493 || scalar.value == 0x1EB || scalar.properties.name?.contains("SMALL CAPITAL") == true
    }

    // Cyrillic, Greek, Armenian, Cherokee, Lisu, Coptic and small signs, after the shapes of both cases.
    private static let alike: [(Character, String)] = [
        ("a", "аАαΑӑӒӓӐᎪꓮⲀⲁ"), ("b", "вВβΒЬьᏴꓐⲂᏏ"), ("c", "сСϲϹᏟꓚⲤⲥⅽ"), ("d", "ԁԀᎠꓓⅾ"),
        ("e", "еЕёЁεΕєЄӗӖᎬꓰҽⲈ℮"), ("f", "ϝϜꓝғҒ"), ("g", "ԍԌցᏀꓖ"), ("h", "һҺнНΗհᎻꓧⲎ"),
        ("i", "іІїЇιΙΐϊΪӀӏᎥꓲⲒⲓⅰ"), ("j", "јЈյᎫꓙ"), ("k", "кКκΚќЌᏦꓗⲔⲕ"), ("l", "ⅼᏞꓡⳐ"), ("m", "мМΜμµᎷꓟⲘⅿ"),
        ("n", "ηΝոռꓠⲚπп"), ("o", "оОοΟӧӦօσОՕꓳⲞⲟסഠ๐໐"), ("p", "рРρΡᏢꓑⲢⲣ"), ("q", "ԛԚզ"), ("r", "гᎡꓣᏒ"),
        ("s", "ѕЅտᏚꓢ"), ("t", "тТτΤᎢꓔⲦⲧ"), ("u", "υսꓴц"), ("v", "νѵѴᏙꓦⅴ"), ("w", "ωԝԜшшաᎳꓪѡ"),
        ("x", "хХχΧҳҲꓫⲬⅹ×"), ("y", "уУγΥүҮўЎꓬⲨʏҮ"), ("z", "ΖζᏃꓜⲌ"),
    ]
}

/// Letters with a second reading: ü stands for u, or for ue; a Greek η looks like n, and is a small Η.
enum Digraphs {
    /// The second reading of each such scalar.
    static let written: [UInt32: String] = [
        0xC4: "ae", 0xE4: "ae", 0xD6: "oe", 0xF6: "oe", 0xDC: "ue", 0xFC: "ue", 0xC5: "aa", 0xE5: "aa", 0xD8: "oe",
        0xF8: "oe",
        0x3B7: "h", 0x3BC: "u", 0xB5: "u", 0x3BD: "n", 0x3C5: "y", 0x43F: "p", 0x446: "ts",
        0x1EB: "q", 0x110: "dj", 0x111: "dj", 0xD0: "th", 0xF0: "th", 0xC6: "e", 0xE6: "e", 0x152: "e", 0x153: "e",
    ]
}
