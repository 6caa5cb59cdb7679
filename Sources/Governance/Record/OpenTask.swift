import Foundation

/// A task as its page shows it.
package struct OpenTask: Sendable, Equatable {
    package let id: Identifier<NewTask>
    package let kind: NewTask.Kind
    package let subject: RecordSubject
    package let assignee: NewTask.Assignee
    package let due: Date?
    package let rule: String
    package let openedAt: Date
    package let claimedBy: Identifier<User>?

    package init(
        id: Identifier<NewTask>, kind: NewTask.Kind, subject: RecordSubject, assignee: NewTask.Assignee, due: Date?,
        rule: String, openedAt: Date, claimedBy: Identifier<User>?
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.assignee = assignee
        self.due = due
        self.rule = rule
        self.openedAt = openedAt
        self.claimedBy = claimedBy
    }
}

/// A message to a user as its page shows it.
package struct Notice: Sendable, Equatable {
    package let id: Identifier<NewNotice>
    package let kind: NewNotice.Kind
    package let subject: RecordSubject
    package let says: String
    package let sentAt: Date
    package let readAt: Date?

    package init(
        id: Identifier<NewNotice>, kind: NewNotice.Kind, subject: RecordSubject, says: String, sentAt: Date,
        readAt: Date?
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.says = says
        self.sentAt = sentAt
        self.readAt = readAt
    }
}

extension RecordSubject.Kind {
    package static let task = Self("task")
    package static let notice = Self("notice")
}
