import Foundation

/// An author's correction of a reading, and what became of it.
package struct Correction: Sendable, Equatable {
    package enum Outcome: String, Sendable { case confirmed, rejected, withdrawn }

    package let id: Identifier<Correction>
    package let post: Identifier<Post>
    package let finding: FindingKey
    package let kind: CorrectionKind
    package let says: String
    package let by: Identifier<User>
    package let at: Date
    package let outcome: Outcome?
    package let outcomeBy: Identifier<User>?
    package let outcomeAt: Date?
    package let outcomeWhy: String?
    /// Where it was confirmed; empty unless it was.
    package let schools: Set<Identifier<School>>

    package init(
        id: Identifier<Correction>, post: Identifier<Post>, finding: FindingKey, kind: CorrectionKind, says: String,
        by: Identifier<User>, at: Date, outcome: Outcome? = nil, outcomeBy: Identifier<User>? = nil,
        outcomeAt: Date? = nil, outcomeWhy: String? = nil, schools: Set<Identifier<School>> = []
    ) {
        self.id = id
        self.post = post
        self.finding = finding
        self.kind = kind
        self.says = says
        self.by = by
        self.at = at
        self.outcome = outcome
        self.outcomeBy = outcomeBy
        self.outcomeAt = outcomeAt
        self.outcomeWhy = outcomeWhy
        self.schools = schools
    }

    /// The same before anyone decided it.
    var offeredAgain: Correction {
        Correction(id: id, post: post, finding: finding, kind: kind, says: says, by: by, at: at)
    }
}
