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

    /// Whether families are asked when a pupil joins.
    package var asksFamilies: Bool { !sections(carriedBy: .askFamilies).isEmpty }

    /// Whether silence counts as a yes, so that families are asked what they object to.
    package var takesSilenceForConsent: Bool {
        clauses.contains { clause in
            clause.carriers.contains { carrier in
                guard case .control(Pictures.id, let arguments, _, _) = carrier else { return false }
                return arguments.word("unrecorded") == "allowed"
            }
        }
    }

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

/// Who does what about consent, where they hold the role.
package enum ConsentRoles {
    /// Who types answers, sends questions and prints letters.
    package static let keeping: [Role] = [.office, .administrator, .headteacher, .slt]
    /// Who says which parents answer for a pupil, and by which address.
    package static let parentKeeping: [Role] = [.office, .administrator]
    /// Who reads the register with what was answered and by whom.
    package static let reading: [Role] = keeping + [.dsl]
    /// Who says that somebody must never be pictured, and may know why.
    package static let protecting: [Role] = [.headteacher, .dsl]
    /// Who reads the list of those who must not be published: whoever posts, or looks at what is posted.
    package static let knowing: [Role] = PublishingRoles.writing + reading
}
