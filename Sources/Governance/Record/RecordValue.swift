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
