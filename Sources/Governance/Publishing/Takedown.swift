import Foundation

/// An order that a post come down, its deadline, and the proof that it has (PUB-17).
package struct Takedown: Sendable, Equatable {
    package let id: Identifier<Takedown>
    package let placement: Identifier<Placement>
    package let reason: String
    /// The section of the policy that it rests on.
    package let section: String?
    package let deadline: Date
    /// Nil: nobody ordered it; a family's answer did, or what changed while the post went out.
    package let by: Identifier<User>?
    package let at: Date
    package let overdueAt: Date?
    package let proof: Proof?
    package let doneBy: Identifier<User>?
    package let doneAt: Date?

    package init(
        id: Identifier<Takedown>, placement: Identifier<Placement>, reason: String, section: String? = nil,
        deadline: Date, by: Identifier<User>?, at: Date, overdueAt: Date? = nil, proof: Proof? = nil,
        doneBy: Identifier<User>? = nil, doneAt: Date? = nil
    ) {
        self.id = id
        self.placement = placement
        self.reason = reason
        self.section = section
        self.deadline = deadline
        self.by = by
        self.at = at
        self.overdueAt = overdueAt
        self.proof = proof
        self.doneBy = doneBy
        self.doneAt = doneAt
    }
}
