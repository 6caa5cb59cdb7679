/// Postcodes of the United Kingdom by their shape and area.
enum Postcodes {
    static func all(in text: ReadText) -> [(range: Range<Int>, code: String)] {
        let bytes = text.bytes
        var found: [(range: Range<Int>, code: String)] = []
        var inward = text.signs.filter { ReadText.isDigit(bytes[$0]) }
        for word in text.words where isLetterForDigit(bytes, Int(word.start)) { inward.append(Int(word.start)) }
        for at in inward {
            guard at + 2 < bytes.count, isInward(bytes[at + 1]), isInward(bytes[at + 2]),
                at + 3 == bytes.count || !ReadText.isWord(bytes[at + 3]), let start = outward(bytes, endingAt: at)
            else { continue }
            let range = start..<at + 3
            guard !isWritten(small: text.passage(at..<at + 3), bytes[at + 1], bytes[at + 2], text.passage(range)) else {
                continue
            }
            let outward = text.folded(start..<at).filter { $0.isLetter || $0.isNumber }
            let digit = bytes[at] == UInt8(ascii: "o") ? "0" : text.folded(at..<at + 1)
            found.append((range, outward + digit + text.folded(at + 1..<at + 3)))
        }
        return found
    }

    /// The letter O in the place of the digit after the space.
    private static func isLetterForDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
        bytes[at] == UInt8(ascii: "o") && at > 0 && bytes[at - 1] == 32
    }

    private static func isInward(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "c"), UInt8(ascii: "i"), UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "o"),
            UInt8(ascii: "v"):
            false
        default: byte &- 97 < 26
        }
    }

    /// Where the first half begins: an area, a district of one or two digits, perhaps a letter.
    private static func outward(_ bytes: [UInt8], endingAt inward: Int) -> Int? {
        var end = inward
        var signs = 0
        while end > 0, signs < 2, [32, 10, UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[end - 1]) {
            (end, signs) = (end - 1, signs + 1)
        }
        var at = end
        if at > 1, bytes[at - 1] &- 97 < 26, ReadText.isDigit(bytes[at - 2]) { at -= 1 }
        let digitsEnd = at
        while at > 0, ReadText.isDigit(bytes[at - 1]), digitsEnd - at < 2 { at -= 1 }
        guard at < digitsEnd else { return nil }
        let lettersEnd = at
        while at > 0, bytes[at - 1] &- 97 < 26 { at -= 1 }
        guard (1...2).contains(lettersEnd - at), at == 0 || !ReadText.isWord(bytes[at - 1]),
            areas.contains(String(decoding: bytes[at..<lettersEnd], as: UTF8.self))
        else { return nil }
        return at
    }

    /// In small letters `1st`, `4th`, `3ft` after a class or room is none.
    private static func isWritten(small inward: String, _ one: UInt8, _ other: UInt8, _ whole: String) -> Bool {
        guard inward.contains(where: \.isLowercase) else { return false }
        let letters = String(decoding: [one, other], as: UTF8.self)
        return [
            "st", "nd", "rd", "th", "ft", "ed", "up", "hr", "pt", "yr", "ts", "by", "as", "at", "lb", "gb", "tb", "px",
        ]
        .contains(letters)
            || whole.first?.isUppercase == true && inward.allSatisfy { !$0.isUppercase } && !whole.contains(" ")
    }

    private static let areas = Set(
        """
        ab al b ba bb bd bf bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk \
        fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr \
        nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa \
        wc wd wf wn wr ws wv yo ze
        """.split(separator: " ").map(String.init))
}
