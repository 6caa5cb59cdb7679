import Governance
import Store

extension WriteTransaction {
    /// The person at work; throws for the console and the clock.
    func person() throws -> Identifier<User> {
        guard let user = actor.user else { throw ActionError.notPermitted("Sign in first") }
        return user
    }

    /// Those whom a role at a school can be asked for: the first of these roles that anybody holds there.
    /// - Parameter leavers: who is not asked.
    func firstHeld(
        _ roles: [Role], at school: Identifier<School>?, besides leavers: Set<Identifier<User>> = []
    ) throws -> Role {
        try firstHeldOrNone(roles, at: school, besides: leavers) ?? roles.first ?? .slt
    }

    /// The same; nil where nobody holds any of them there.
    func firstHeldOrNone(
        _ roles: [Role], at school: Identifier<School>?, besides leavers: Set<Identifier<User>> = []
    ) throws -> Role? {
        try roles.first { role in try !holders(of: role, at: school).subtracting(leavers).isEmpty }
    }
}
