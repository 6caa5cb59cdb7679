import Foundation

/// A learning platform of a school, and whether parents can post or comment on it (HBK-14).
package struct LearningPlatform: Sendable, Equatable, Codable {
    package var id: Identifier<LearningPlatform>
    package var school: Identifier<School>
    package var name: String
    package var address: String?
    package var parentsPost: Bool
    /// What is acceptable there, as parents are told.
    package var rules: String
    package var isOver: Bool

    package init(
        id: Identifier<LearningPlatform>, school: Identifier<School>, name: String, address: String?,
        parentsPost: Bool, rules: String, isOver: Bool = false
    ) {
        self.id = id
        self.school = school
        self.name = name
        self.address = address
        self.parentsPost = parentsPost
        self.rules = rules
        self.isOver = isOver
    }

    /// Who keeps the register where they hold the role.
    package static let keepers: [Role] = [.administrator, .headteacher, .slt, .office, .it]
}

/// That parents were told what is acceptable on a platform.
package struct ParentsTold: Sendable, Equatable, Codable {
    package enum How: String, Sendable, Codable, CaseIterable {
        case letter, email, meeting, platform, website

        package var title: String {
            switch self {
            case .letter: "by letter"
            case .email: "by e-mail"
            case .meeting: "at a meeting"
            case .platform: "on the platform itself"
            case .website: "on the website"
            }
        }
    }

    package var id: Identifier<ParentsTold>
    package var platform: Identifier<LearningPlatform>
    /// A class or form; nil: all families.
    package var whom: String?
    package var how: How
    package var on: Day
    package var by: Identifier<User>

    package init(
        id: Identifier<ParentsTold>, platform: Identifier<LearningPlatform>, whom: String?, how: How, on day: Day,
        by user: Identifier<User>
    ) {
        self.id = id
        self.platform = platform
        self.whom = whom
        self.how = how
        on = day
        by = user
    }
}

extension Event.Kind {
    package static let platformAdded = Self("handbook.platform-added")
    package static let platformChanged = Self("handbook.platform-changed")
    package static let parentsTold = Self("handbook.parents-told")
}

extension NewTask.Kind {
    /// To tell all families what is acceptable on a platform where they can post.
    package static let tellParents = Self("handbook.tell-parents")
}

extension RecordSubject.Kind {
    package static let learningPlatform = Self("learning-platform")
}
