import Foundation

/// A look back at a published post after a set time (PUB-16).
package struct PostReview: Sendable, Equatable {
    package enum Outcome: String, Sendable, CaseIterable {
        case stillRight = "still-right"
        case takeDown = "take-down"
    }
    package let id: Identifier<PostReview>
    package let placement: Identifier<Placement>
    package let askedAt: Date
    package let dueAt: Date
    package let outcome: Outcome?
    package let by: Identifier<User>?
    package let at: Date?

    package init(
        id: Identifier<PostReview>, placement: Identifier<Placement>, askedAt: Date, dueAt: Date,
        outcome: Outcome? = nil, by: Identifier<User>? = nil, at: Date? = nil
    ) {
        self.id = id
        self.placement = placement
        self.askedAt = askedAt
        self.dueAt = dueAt
        self.outcome = outcome
        self.by = by
        self.at = at
    }
}
