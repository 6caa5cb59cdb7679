import Actions
import Governance
import Reading

/// Which users a visitor sees: those with a role at the schools where they hold one that sees users, and those without any
/// role, to whom somebody is to give one.
struct UserReach {
    /// Nil: all.
    let schools: Set<Identifier<School>>?

    init(_ visit: Visit) throws {
        schools = try visit.me.authority.schools(holdingAny: WhoMay.userReading)
    }

    func reaches(_ line: UserLine) -> Bool {
        guard let schools, !line.grants.isEmpty else { return true }
        return line.grants.contains { $0.grant.school.map(schools.contains) ?? false }
    }
}
