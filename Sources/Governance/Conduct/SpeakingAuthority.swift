import Foundation

/// A manager's leave to speak for the school on its accounts (CON-07): for whom, where, after which training, until
/// when.
package struct SpeakingAuthority: Sendable, Equatable, Codable {
    package var id: Identifier<SpeakingAuthority>
    package var user: Identifier<User>
    /// Nil: the whole organisation.
    package var school: Identifier<School>?
    /// Who gave it; nil: the console.
    package var by: Identifier<User>?
    package var givenAt: Date
    /// The last day on which it holds.
    package var until: Day
    /// The training that it asks for: without it, or once it counts no longer, the authority does not hold.
    package var course: Identifier<Course>?
    package var why: String
    /// Why it was taken back; nil: it was not.
    package var takenBack: String?

    package init(
        id: Identifier<SpeakingAuthority>, user: Identifier<User>, school: Identifier<School>?,
        by giver: Identifier<User>?, givenAt: Date, until: Day, course: Identifier<Course>?, why: String,
        takenBack: String? = nil
    ) {
        self.id = id
        self.user = user
        self.school = school
        by = giver
        self.givenAt = givenAt
        self.until = until
        self.course = course
        self.why = why
        self.takenBack = takenBack
    }

    /// For how many days at most one is given. Ours: the paper names no time.
    package static let mostDays = 2 * 366
    /// How many days before its end its manager is asked whether it goes on. Ours likewise.
    package static let warningDays = 30

    /// The managers that may be asked at all; a policy's own may be fewer.
    package static let managers = Releasing.ladder(from: .slt)
    /// Who reads the register of authorities, where they hold the role.
    package static let readers = PolicyRegister.readers + managers.filter { !PolicyRegister.readers.contains($0) }

    /// When its manager is asked, and its holder told; nil: it is over.
    package func nextLook(after instant: Date) -> Date? {
        [until.adding(days: -Self.warningDays).start(), until.start(), end].first { $0 > instant }
    }

    /// The first instant at which it holds no more.
    package var end: Date { until.adding(days: 1).start() }

    package func reaches(_ other: Identifier<School>) -> Bool { school == nil || school == other }
}

extension Policy {
    /// Whether nobody writes for the school without a manager's authority.
    package var asksForAuthorityToSpeak: Bool { speakingClause != nil }

    /// Who gives it: the role that releases what its clause holds, and those above it; empty where it asks for none.
    package var givesAuthorityToSpeak: [Role] {
        guard let clause = speakingClause else { return [] }
        return Releasing.ladder(from: clause.releasedBy ?? .slt).filter(SpeakingAuthority.managers.contains)
    }

    private var speakingClause: Clause? {
        clauses.first { clause in
            clause.carriers.contains { carrier in
                if case .control(AuthorityToSpeak.id, _, _, _) = carrier { true } else { false }
            }
        }
    }
}
