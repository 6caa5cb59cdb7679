/// Which groups of staff someone may read: those they answer for; as staff, those of the schools where they hold a role, and
/// those of the whole organisation.
package struct GroupReach: Sendable, Equatable {
    private let reader: User
    private let schools: SchoolReach

    package init(_ reader: User, _ authority: Authority) {
        self.reader = reader
        schools = authority.reach(as: Role.allCases)
    }

    package func reaches(_ group: StaffGroup) -> Bool {
        if group.creator == reader.id { return true }
        return reader.kind.isStaff && schools.meets(group.school)
    }
}
