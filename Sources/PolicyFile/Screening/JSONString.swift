/// Reads the inside of one JSON string, after its opening quotation mark.
struct JSONString {
    enum Outcome {
        case closed(JSONValue)
        case broken(String)
    }

    private let bytes: ArraySlice<UInt8>
    private(set) var at: Int

    init(_ bytes: ArraySlice<UInt8>, at: Int) {
        self.bytes = bytes
        self.at = at
    }

    mutating func read() -> Outcome {
        let start = at
        while at < bytes.endIndex {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return .closed(Self.text(bytes[start..<at - 1]))
            case UInt8(ascii: "\\"): return escaped(from: start)
            case 0..<32: return .broken("a text holds a control character that is not escaped")
            default: at += 1
            }
        }
        return .broken("a text is not closed")
    }

    private mutating func escaped(from start: Int) -> Outcome {
        var built = Array(bytes[start..<at])
        var half = false
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                return .closed(
                    half ? .unreadable("text with half a character (a lone surrogate)") : Self.text(built[...]))
            case UInt8(ascii: "\\"):
                guard at < bytes.endIndex else { return .broken("a text is not closed") }
                let escape = bytes[at]
                at += 1
                if escape == UInt8(ascii: "u") {
                    guard let unit = hexUnit() else { return .broken("a \\u escape is not four hexadecimal digits") }
                    if let scalar = scalar(unit) {
                        built.append(contentsOf: Array(String(scalar).utf8))
                    } else {
                        half = true
                    }
                } else {
                    guard let plain = Self.plain(escape) else { return .broken("an escape is not one of JSON's") }
                    built.append(plain)
                }
            case 0..<32: return .broken("a text holds a control character that is not escaped")
            default: built.append(byte)
            }
        }
        return .broken("a text is not closed")
    }

    private mutating func scalar(_ unit: UInt16) -> Unicode.Scalar? {
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        let after = at
        guard at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return nil
        }
        at += 2
        guard let trail = hexUnit(), UTF16.isTrailSurrogate(trail) else {
            at = after
            return nil
        }
        return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
    }

    private mutating func hexUnit() -> UInt16? {
        guard at + 4 <= bytes.endIndex else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        at += 4
        return unit
    }

    private static func plain(_ escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "f"): 12
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        default: nil
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> JSONValue {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .unreadable("text with bytes that are not UTF-8")
        }
        return .string(text)
    }
}
