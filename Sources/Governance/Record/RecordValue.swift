import Foundation

/// A value as the record keeps it: whatever a thing was before or after, as plain JSON.
package enum RecordValue: Sendable, Hashable {
    case nothing
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([RecordValue])
    case fields([String: RecordValue])

    package subscript(name: String) -> RecordValue? {
        if case .fields(let fields) = self { fields[name] } else { nil }
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package init(_ text: String?) {
        self = text.map(RecordValue.text) ?? .nothing
    }

    /// An instant as RFC 3339 in UTC.
    package init(_ instant: Date?) {
        self = instant.map { .text($0.formatted(.iso8601)) } ?? .nothing
    }

    /// Any value whose JSON is made of texts, whole numbers, flags, lists and fields.
    package init(encoding value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        self = try JSONDecoder().decode(RecordValue.self, from: encoder.encode(value))
    }
}

extension RecordValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([RecordValue].self) {
            self = .list(list)
        } else {
            self = .fields(try container.decode([String: RecordValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .nothing: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .fields(let fields): try container.encode(fields)
        }
    }
}

extension RecordValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .number(number) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral list: RecordValue...) { self = .list(list) }
    package init(dictionaryLiteral fields: (String, RecordValue)...) {
        self = .fields(Dictionary(fields, uniquingKeysWith: { _, last in last }))
    }
    package init(nilLiteral: ()) { self = .nothing }
}

extension RecordValue {
    /// Appends it as JSON with the names of fields in order, so that equal values are equal texts.
    package func appendJSON(to text: inout [UInt8]) {
        switch self {
        case .nothing: text.append(contentsOf: "null".utf8)
        case .flag(let flag): text.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let number): text.append(contentsOf: String(number).utf8)
        case .text(let value): Self.append(value, to: &text)
        case .list(let values):
            text.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { text.append(UInt8(ascii: ",")) }
                value.appendJSON(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .fields(let fields):
            text.append(UInt8(ascii: "{"))
            for (place, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if place > 0 { text.append(UInt8(ascii: ",")) }
                Self.append(field.key, to: &text)
                text.append(UInt8(ascii: ":"))
                field.value.appendJSON(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    private static func append(_ value: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0x0A: text.append(contentsOf: "\\n".utf8)
            case 0x0D: text.append(contentsOf: "\\r".utf8)
            case 0x09: text.append(contentsOf: "\\t".utf8)
            case 0..<0x20: text.append(contentsOf: ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
