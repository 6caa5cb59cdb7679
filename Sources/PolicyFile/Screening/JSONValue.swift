/// A JSON value as read from one line. Numbers keep their own spelling, so that an id goes back as it came.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
    /// A string that holds bytes or escapes that are no text, and why.
    case unreadable(String)
    /// A value left unread: where its bytes stand.
    case unread(Range<Int>)

    package struct Member: Sendable, Equatable {
        package let key: String
        package let value: JSONValue
    }

    /// What it is, as a sentence says it.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        case .unreadable(let why): why
        case .unread: "unread"
        }
    }
}
