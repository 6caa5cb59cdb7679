import Foundation

/// That something went wrong with a post, as somebody told it, and the advice they were given (INC-11).
package struct Mistake: Sendable, Equatable {
    /// What whoever reports it wants done with the post.
    package enum Wish: String, Sendable, CaseIterable {
        case takeDown = "take-down"
        case correct
        /// Nothing yet: advice is asked for first.
        case advice
    }

    package let id: Identifier<Mistake>
    package let post: Identifier<Post>
    package let by: Identifier<User>
    package let at: Date
    /// Whether whoever wrote or keeps the post reports it themselves.
    package let isOwn: Bool
    package let wish: Wish
    /// What went wrong, in their words.
    package let says: String
    /// The section of the policy under which mistakes are reported.
    package let section: String?
    /// Whoever reports it says that it may harm the school's name (PUB-21).
    package let harmsStanding: Bool
    /// The section of the policy that speaks of that.
    package let standingSection: String?
    /// The role that was asked for advice.
    package let told: Role
    package let advice: String?
    package let advisedBy: Identifier<User>?
    package let advisedAt: Date?

    package init(
        id: Identifier<Mistake>, post: Identifier<Post>, by: Identifier<User>, at: Date, isOwn: Bool, wish: Wish,
        says: String, section: String?, harmsStanding: Bool = false, standingSection: String? = nil, told: Role,
        advice: String? = nil, advisedBy: Identifier<User>? = nil, advisedAt: Date? = nil
    ) {
        self.id = id
        self.post = post
        self.by = by
        self.at = at
        self.isOwn = isOwn
        self.wish = wish
        self.says = says
        self.section = section
        self.harmsStanding = harmsStanding
        self.standingSection = standingSection
        self.told = told
        self.advice = advice
        self.advisedBy = advisedBy
        self.advisedAt = advisedAt
    }
}

/// To whom a policy has mistakes on the school's accounts reported.
package struct MistakeTerms: Sendable, Equatable {
    /// Who is told and gives advice, the one named first before the others; never empty.
    package let roles: [Role]
    /// The section that asks for the report; nil where the policy is silent and the school does it all the same.
    package let section: String?
    /// The section under which the school's name is not harmed; nil where the policy is silent.
    package let standingSection: String?

    package init(_ policy: Policy?) {
        let named = policy?.route(of: .mistakes)
        roles = named?.roles ?? policy?.route(of: .misuse)?.roles ?? [.slt]
        section = named?.section
        standingSection = policy?.sections(ofControl: Standing.id).first
    }
}
