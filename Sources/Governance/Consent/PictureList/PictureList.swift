import Foundation

/// The list of those who must not be published, of one school: it has a number, which grows with each change.
package struct PictureList: Sendable, Equatable {
    package let school: Identifier<School>
    /// 0: nobody was ever on it.
    package let version: Int
    package let changedAt: Date?

    package init(school: Identifier<School>, version: Int, changedAt: Date?) {
        self.school = school
        self.version = version
        self.changedAt = changedAt
    }
}

extension Policy {
    /// Whether its section asks that a list be kept of those who must not be published.
    package var keepsPictureList: Bool { !sections(carriedBy: .pictureList).isEmpty }

    /// Whether whoever posts says that they know each change of that list.
    package var asksToKnowPictureList: Bool { !sections(carriedBy: .knowList).isEmpty }

    /// Who keeps the list, where the policy names nobody the headteacher.
    package var pictureListKeeper: Role {
        for clause in clauses {
            for case .setting("picture-list-kept-by", let value) in clause.carriers {
                if let role = Role(rawValue: value) { return role }
            }
        }
        return .headteacher
    }
}
