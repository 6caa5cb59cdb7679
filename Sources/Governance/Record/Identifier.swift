/// The identifier of one thing of one kind; random, so it says nothing of the thing and may stand in a URL or a log.
package struct Identifier<Named>: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func < (one: Self, other: Self) -> Bool { one.text < other.text }

    package var description: String { text }
}
