/// Which groups of staff someone may read: those they answer for; as staff, those of the schools where they hold a role, and
/// those of the whole organisation.
package struct GroupReach: Sendable, Equatable {
    private let reader: User
    /// Nil: all schools.
    private let schools: Set<Identifier<School>>?

    package init(_ reader: User, _ authority: Authority) {
        self.reader = reader
        schools = authority.schools(holdingAny: Role.allCases)
    }

    package func reaches(_ group: StaffGroup) -> Bool {
        if group.creator == reader.id { return true }
        guard reader.kind.isStaff else { return false }
        return group.school.map { schools?.contains($0) ?? true } ?? true
    }
}
