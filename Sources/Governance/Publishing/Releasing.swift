/// Who lets a held finding go (HBK-10): the role its clause names, and a level up where only the author holds it.
package enum Releasing {
    /// The role whose holders are asked; nil when nobody at any level is left.
    ///
    /// - Parameter holders: who holds a role at the school that owns the account.
    package static func role(
        for finding: Finding, excluding writers: Set<Identifier<User>>, holders: (Role) throws -> Set<Identifier<User>>
    ) rethrows -> Role? {
        for role in ladder(from: finding.releasedBy ?? .slt) where try !holders(role).subtracting(writers).isEmpty {
            return role
        }
        return nil
    }

    /// As which role someone with this authority releases it: the role asked, or one above it; nil: they do not.
    package static func role(of authority: Authority, at school: Identifier<School>, for needed: Role) -> Role? {
        ladder(from: needed).first { authority.holds($0, at: school) }
    }

    /// A role and those above it; at the top of a single school stand those who oversee it.
    package static func ladder(from role: Role) -> [Role] {
        var roles = [role]
        while let above = roles.last?.levelAbove { roles.append(above) }
        return roles + [Role.managementCommittee, .governor].filter { !roles.contains($0) }
    }
}
