/// A name with what is left of it when signs that look alike are made one.
struct ImitatedName {
    let letters: [UInt8]
    private let plain: [UInt8]
    /// It has letters that together look like one: rn, vv.
    let isDrawn: Bool

    init(_ name: Substring) {
        letters = Array(name.utf8)
        var plain: [UInt8] = []
        plain.reserveCapacity(letters.count)
        var isDrawn = false
        var index = 0
        while index < letters.count {
            let (sign, next) = (letters[index], index + 1 < letters.count ? letters[index + 1] : 0)
            index += 1
            switch (sign, next) {
            case (UInt8(ascii: "r"), UInt8(ascii: "n")), (UInt8(ascii: "v"), UInt8(ascii: "v")):
                plain.append(sign == UInt8(ascii: "r") ? UInt8(ascii: "m") : UInt8(ascii: "w"))
                isDrawn = true
                index += 1
            case (UInt8(ascii: "0"), _): plain.append(UInt8(ascii: "o"))
            case (UInt8(ascii: "1"), _), (UInt8(ascii: "i"), _): plain.append(UInt8(ascii: "l"))
            case (UInt8(ascii: "3"), _): plain.append(UInt8(ascii: "e"))
            case (UInt8(ascii: "4"), _): plain.append(UInt8(ascii: "a"))
            case (UInt8(ascii: "5"), _): plain.append(UInt8(ascii: "s"))
            case (UInt8(ascii: "7"), _): plain.append(UInt8(ascii: "t"))
            case (UInt8(ascii: "8"), _): plain.append(UInt8(ascii: "b"))
            case (UInt8(ascii: "-"), _): break
            default: plain.append(sign)
            }
        }
        self.plain = plain
        self.isDrawn = isDrawn
    }

    func looks(like target: ImitatedName) -> Bool {
        guard abs(letters.count - target.letters.count) <= 1 || isDrawn, letters != target.letters else {
            return false
        }
        return plain == target.plain || target.letters.count >= 6 && Self.isOneEdit(letters, target.letters)
    }

    /// One letter changed, added, left out, or two neighbours swapped.
    private static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        let common = zip(one, other).prefix { $0 == $1 }.count
        let restOne = one[common...]
        let restOther = other[common...]
        if one.count == other.count {
            if restOne.dropFirst().elementsEqual(restOther.dropFirst()) { return true }
            guard restOne.count >= 2 else { return false }
            return restOne[common] == restOther[common + 1] && restOne[common + 1] == restOther[common]
                && restOne.dropFirst(2).elementsEqual(restOther.dropFirst(2))
        }
        return one.count > other.count
            ? restOne.dropFirst().elementsEqual(restOther) : restOne.elementsEqual(restOther.dropFirst())
    }
}
