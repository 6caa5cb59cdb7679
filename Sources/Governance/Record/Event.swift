/// Something that was done, or a look that matters; committed together with the change it tells of.
package struct Event: Sendable {
    package var kind: Kind
    package var subject: RecordSubject
    package var content: Content

    package init(
        _ kind: Kind, _ subject: RecordSubject, before: RecordValue? = nil, after: RecordValue? = nil,
        why: String? = nil, decision: Decision? = nil
    ) {
        self.kind = kind
        self.subject = subject
        content = Content(before: before, after: after, why: why, decision: decision)
    }

    /// What happened, as `room.something-done`; each room names its own in an extension.
    package struct Kind: Sendable, Hashable, Codable, RawRepresentable {
        package let rawValue: String
        package init(rawValue: String) {
            self.rawValue = rawValue
        }
        package init(_ name: String) {
            rawValue = name
        }
    }

    /// The part that may hold personal data and can be disposed of.
    package struct Content: Sendable, Equatable, Codable {
        package var before: RecordValue?
        package var after: RecordValue?
        package var why: String?
        package var decision: Decision?

        package init(
            before: RecordValue? = nil, after: RecordValue? = nil, why: String? = nil, decision: Decision? = nil
        ) {
            self.before = before
            self.after = after
            self.why = why
            self.decision = decision
        }
    }
}

extension Event.Kind {
    /// The content of an earlier event was deleted, with a reason.
    package static let contentDisposed = Self("record.content-disposed")
    /// A task was taken by one of those it was open to.
    package static let taskClaimed = Self("record.task-claimed")
    package static let taskReturned = Self("record.task-returned")
    package static let backedUp = Self("record.backed-up")
    package static let restored = Self("record.restored")
}
