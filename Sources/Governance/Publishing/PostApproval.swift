/// That someone who may has let a post go, or that the school does not ask for it. Only the rules here make one.
package struct PostApproval: Sendable, Equatable {
    /// Nil: the school's setting asks for no approval.
    package let by: Identifier<User>?
    package let role: Role?

    fileprivate init(by: Identifier<User>?, role: Role?) {
        self.by = by
        self.role = role
    }

    /// The roles that approve posts at their school.
    package static let roles: [Role] = [.moderator, .slt, .headteacher, .trustMarketing]

    /// The roles that may let go what its own author flagged as controversial (PUB-02).
    package static let seniorRoles: [Role] = [.slt, .headteacher]

    /// Approval by someone who has this authority, at the school that owns the account.
    package static func given(
        by user: Identifier<User>, with authority: Authority, at school: Identifier<School>,
        writers: Set<Identifier<User>>, flagged: Bool
    ) throws(ActionError) -> PostApproval {
        guard !writers.contains(user) else { throw .notPermitted("Nobody approves what they wrote themselves") }
        let able = flagged ? seniorRoles : roles
        guard let role = able.first(where: { authority.holds($0, at: school) }) else {
            throw .notPermitted(
                flagged && authority.holds(any: roles, at: school)
                    ? "Its author flagged it as controversial, so a senior leader or the headteacher decides"
                    : "A moderator, a senior leader or the headteacher approves posts")
        }
        return PostApproval(by: user, role: role)
    }

    /// Why somebody may not decide on a post there, as to give it back; nil: they may. Letting go what its author flagged
    /// asks for more.
    package static func obstacle(
        for user: Identifier<User>, with authority: Authority, at school: Identifier<School>,
        writers: Set<Identifier<User>>
    ) -> ActionError? {
        do {
            _ = try given(by: user, with: authority, at: school, writers: writers, flagged: false)
            return nil
        } catch { return error }
    }

    /// Where the school's setting asks for no approval, what is clear or only warned of goes without one; what its
    /// author flagged never does.
    package static func notAsked(settings: Settings, decision: Decision, flagged: Bool) -> PostApproval? {
        let mild = decision.findings.allSatisfy { $0.severity == .warn }
        return settings.isApprovalNeeded || flagged || !mild ? nil : PostApproval(by: nil, role: nil)
    }
}
