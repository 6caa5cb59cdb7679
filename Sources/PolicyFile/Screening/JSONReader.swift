/// Reads one JSON value from bytes, strictly (RFC 8259), with bounded depth.
///
/// Ours rather than Foundation's because a roll of many thousand people must be left unread when it is known already,
/// and because an error must be able to name the field.
package struct JSONReader {
    /// Why bytes are not JSON, and after how many of them.
    package struct Failure: Error, Equatable {
        package let says: String
        package let offset: Int
    }

    private static let deepest = 64

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private let unreadKey: String?

    /// - Parameter unreadKey: a key of the outermost object whose value is only checked and not built.
    package init(_ bytes: ArraySlice<UInt8>, leavingUnread unreadKey: String? = nil) {
        self.bytes = bytes
        self.unreadKey = unreadKey
        at = bytes.startIndex
    }

    package mutating func read() throws(Failure) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard at == bytes.endIndex else { throw failure("something stands after its end") }
        return value
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth < Self.deepest else { throw failure("it is nested too deeply") }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw failure("it is cut off")
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw failure("a key in quotation marks was expected") }
            guard case .string(let key) = try string() else { throw failure("a key is not readable text") }
            skipSpace()
            guard take(":") else { throw failure("a colon was expected") }
            if depth == 0, key == unreadKey {
                skipSpace()
                let start = at
                try skip(depth: depth + 1)
                members.append(.init(key: key, value: .unread(start..<at)))
            } else {
                members.append(.init(key: key, value: try value(depth: depth + 1)))
            }
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw failure("a comma or a closing brace was expected") }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .array(values) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(values) }
            guard take(",") else { throw failure("a comma or a closing bracket was expected") }
        }
    }

    /// Goes past a value by its brackets and strings; what is between is read when the value is.
    private mutating func skip(depth: Int) throws(Failure) {
        var open: [UInt8] = []
        repeat {
            switch peek {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth + open.count < Self.deepest else { throw failure("it is nested too deeply") }
                open.append(peek == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard let last = open.popLast(), last == peek else { throw failure("a bracket does not match") }
                at += 1
            case UInt8(ascii: "\""): try skipString()
            case nil: throw failure("it is cut off")
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "):
                guard !open.isEmpty else { throw failure("a value was expected") }
                at += 1
            default:
                at += 1
                while let byte = peek, !Self.endsWord(byte) { at += 1 }
            }
        } while !open.isEmpty
    }

    private mutating func skipString() throws(Failure) {
        at += 1
        while let byte = peek {
            at += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return }
        }
        throw failure("a text is not closed")
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " "), UInt8(ascii: "\t"),
            UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\r"):
            true
        default: false
        }
    }

    private mutating func word(_ spelling: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for offset in 0..<spelling.utf8CodeUnitCount {
            guard peek == spelling.utf8Start[offset] else { throw failure("a value is not readable") }
            at += 1
        }
        return value
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = at
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func digits() throws(Failure) {
        let start = at
        while let byte = peek, (48...57).contains(byte) { at += 1 }
        guard at > start else { throw failure("a value is not readable") }
    }

    private mutating func string() throws(Failure) -> JSONValue {
        var text = JSONString(bytes, at: at + 1)
        let value = text.read()
        at = text.at
        switch value {
        case .closed(let read): return read
        case .broken(let why): throw failure(why)
        }
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 32 || byte == 9 || byte == 13 || byte == 10 { at += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private func failure(_ says: String) -> Failure {
        Failure(says: says, offset: min(at, bytes.endIndex) - bytes.startIndex)
    }
}
