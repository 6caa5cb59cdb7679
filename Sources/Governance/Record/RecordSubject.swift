/// What an event, a task or a notice is about. It holds no personal data: identifiers are random.
package struct RecordSubject: Sendable, Hashable, Codable {
    package var kind: Kind
    package var id: String

    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    package init<Named>(_ kind: Kind, _ id: Identifier<Named>) {
        self.init(kind, id.text)
    }

    /// The kind of thing; each room names its own in an extension.
    package struct Kind: Sendable, Hashable, Codable, RawRepresentable {
        package let rawValue: String
        package init(rawValue: String) {
            self.rawValue = rawValue
        }
        package init(_ name: String) {
            rawValue = name
        }
    }
}

extension RecordSubject.Kind {
    package static let organisation = Self("organisation")
    package static let event = Self("event")
}

extension RecordSubject {
    /// The organisation as a whole.
    package static let organisation = RecordSubject(.organisation, "1")
}
