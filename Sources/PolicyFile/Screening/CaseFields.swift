import Foundation

/// The members of one JSON object of a case, read by key, each with the path an error names.
/// A missing key and `null` are the same; a key that stands twice is an error; unknown keys are ignored.
struct CaseFields {
    private let members: [JSONValue.Member]
    let path: String

    init(_ value: JSONValue, at path: String) throws(CaseProblem) {
        guard case .object(let members) = value else {
            throw CaseProblem(path.isEmpty ? "line" : path, "must be an object, not \(value.kind)")
        }
        self.members = members
        self.path = path
    }

    func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func value(_ key: String) throws(CaseProblem) -> JSONValue? {
        var found: JSONValue?
        for member in members where member.key == key {
            guard found == nil else { throw CaseProblem(path(key), "stands twice") }
            found = member.value
        }
        return found == .null ? nil : found
    }

    func text(_ key: String) throws(CaseProblem) -> String? {
        guard let value = try value(key) else { return nil }
        return try Self.text(value, at: path(key))
    }

    func requiredText(_ key: String) throws(CaseProblem) -> String {
        guard let text = try text(key) else { throw CaseProblem(path(key), "is missing") }
        return text
    }

    func flag(_ key: String) throws(CaseProblem) -> Bool? {
        guard let value = try value(key) else { return nil }
        guard case .bool(let flag) = value else {
            throw CaseProblem(path(key), "must be true or false, not \(value.kind)")
        }
        return flag
    }

    func list(_ key: String) throws(CaseProblem) -> [JSONValue]? {
        guard let value = try value(key) else { return nil }
        guard case .array(let list) = value else {
            throw CaseProblem(path(key), "must be a list, not \(value.kind)")
        }
        return list
    }

    func texts(_ key: String) throws(CaseProblem) -> [String]? {
        guard let list = try list(key) else { return nil }
        var texts: [String] = []
        for (index, value) in list.enumerated() { texts.append(try Self.text(value, at: "\(path(key))[\(index)]")) }
        return texts
    }

    func object(_ key: String) throws(CaseProblem) -> CaseFields? {
        guard let value = try value(key) else { return nil }
        return try CaseFields(value, at: path(key))
    }

    func choice<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type
    ) throws(CaseProblem) -> Word? where Word.RawValue == String {
        guard let text = try text(key) else { return nil }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw CaseProblem(path(key), "must be one of \(known), not \"\(text)\"")
        }
        return word
    }

    func instant(_ key: String) throws(CaseProblem) -> Date? {
        guard let text = try text(key) else { return nil }
        guard let instant = Instant.read(text) else {
            throw CaseProblem(
                path(key), "must be a time with its offset, for example 2026-11-21T09:00:00+00:00, not \"\(text)\"")
        }
        return instant
    }

    static func text(_ value: JSONValue, at path: String) throws(CaseProblem) -> String {
        switch value {
        case .string(let text): return text
        case .unreadable(let why): throw CaseProblem(path, "is \(why)")
        default: throw CaseProblem(path, "must be text, not \(value.kind)")
        }
    }
}
