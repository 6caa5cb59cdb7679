import Actions
import Governance
import Reading

/// Which users a visitor sees: those who have or had a role at the schools where the visitor holds one that sees users, and
/// those who never had any, to whom somebody is to give one.
struct UserReach {
    /// Nil: all.
    let schools: Set<Identifier<School>>?

    init(_ visit: Visit, as roles: [Role] = WhoMay.userReading) throws {
        schools = try visit.me.authority.schools(holdingAny: roles)
    }

    func reaches(_ line: UserLine) -> Bool {
        guard let schools, !line.schoolsEver.isEmpty else { return true }
        return line.schoolsEver.contains { $0.map(schools.contains) ?? false }
    }
}
