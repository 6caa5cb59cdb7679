import Foundation

/// Something that has to be done by someone, until the fact that fulfils it closes it.
package struct NewTask: Sendable {
    package var kind: Kind
    package var subject: RecordSubject
    package var assignee: Assignee
    package var due: Date?
    /// How the due time was counted, where it follows a calendar.
    package var reckoned: ReckonedDay?
    /// The rule that set the due time, as a sentence with its section where it has one.
    package var rule: String
    /// Users whom it is about; they never see it, whatever their role.
    package var hiddenFrom: [Identifier<User>]

    package init(
        _ kind: Kind, _ subject: RecordSubject, for assignee: Assignee, due: Date? = nil, rule: String,
        hiddenFrom: [Identifier<User>] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.assignee = assignee
        self.due = due
        self.rule = rule
        self.hiddenFrom = hiddenFrom
    }

    /// One whose due time follows a calendar.
    package init(
        _ kind: Kind, _ subject: RecordSubject, for assignee: Assignee, within reckoned: ReckonedDay, rule: String,
        hiddenFrom: [Identifier<User>] = []
    ) {
        self.init(kind, subject, for: assignee, due: reckoned.due, rule: rule, hiddenFrom: hiddenFrom)
        self.reckoned = reckoned
    }

    /// The duty it fulfils, as `room.verb-thing`; each room names its own in an extension.
    package struct Kind: Sendable, Hashable, Codable, RawRepresentable {
        package let rawValue: String
        package init(rawValue: String) {
            self.rawValue = rawValue
        }
        package init(_ name: String) {
            rawValue = name
        }
    }

    /// One person, or a role whose holders can claim it.
    package enum Assignee: Sendable, Hashable {
        case user(Identifier<User>)
        /// A role at a school; without a school, of the whole organisation.
        case role(Role, at: Identifier<School>?)
    }
}

/// How the tasks change together with an act. Opening one that is already open leaves that one as it is.
package enum TaskChange: Sendable {
    case open(NewTask)
    /// Opens it, or says anew what is asked by one that is open for anybody; that stays due when it was, if that is earlier,
    /// and passes to this assignee.
    case restate(NewTask)
    /// Closes every open task of the kind about the subject: the fact that fulfils it is on record.
    case close(NewTask.Kind, RecordSubject)
    /// Closes the one of this assignee alone, for example one person's acknowledgement.
    case closeFor(NewTask.Kind, RecordSubject, NewTask.Assignee)
    /// Those of the roles of one school.
    case closeAt(NewTask.Kind, RecordSubject, school: Identifier<School>)
}

/// A message to a user, inside the product.
package struct NewNotice: Sendable {
    package var to: Identifier<User>
    package var kind: Kind
    package var subject: RecordSubject
    /// One sentence; it may name people, so it goes nowhere but to its reader.
    package var says: String

    package init(to: Identifier<User>, _ kind: Kind, _ subject: RecordSubject, says: String) {
        self.to = to
        self.kind = kind
        self.subject = subject
        self.says = says
    }

    /// What it tells of; each room names its own in an extension.
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
