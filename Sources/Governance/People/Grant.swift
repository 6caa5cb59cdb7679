import Foundation

/// That a person has a role at a school or at all of them, from when, until when.
package struct Grant: Sendable, Hashable {
    package var role: Role
    /// Nil: the whole organisation.
    package var school: Identifier<School>?
    package var from: Date
    package var until: Date?

    package init(_ role: Role, at school: Identifier<School>? = nil, from: Date, until: Date? = nil) {
        self.role = role
        self.school = school
        self.from = from
        self.until = until
    }

    package func isValid(at instant: Date) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }
}

/// A grant with whose it is and why.
package struct RoleGrant: Sendable, Equatable {
    package var id: Identifier<Grant>
    package var user: Identifier<User>
    package var grant: Grant
    package var why: String?

    package init(id: Identifier<Grant>, user: Identifier<User>, grant: Grant, why: String?) {
        self.id = id
        self.user = user
        self.grant = grant
        self.why = why
    }
}

/// What someone may do now: the roles they hold, by grant or as a deputy of someone absent.
package struct Authority: Sendable, Equatable {
    /// Valid now.
    package var grants: Set<Grant>
    /// The console and the schedule: whoever is at the machine can do all of it anyway.
    package var isMachine: Bool

    package init(grants: Set<Grant> = [], isMachine: Bool = false) {
        self.grants = grants
        self.isMachine = isMachine
    }

    /// The school where all of it holds; nil when something holds elsewhere, or everywhere, or nothing does.
    package var onlySchool: Identifier<School>? {
        let schools = Set(grants.map(\.school))
        return schools.count == 1 ? schools.first.flatMap(\.self) : nil
    }

    /// Whether one of these roles is held at the school; a grant for the whole organisation counts everywhere.
    /// Without a school only such a grant counts.
    package func holds(_ roles: Role..., at school: Identifier<School>?) -> Bool {
        holds(any: roles, at: school)
    }

    package func holds(any roles: [Role], at school: Identifier<School>?) -> Bool {
        isMachine
            || grants.contains { grant in
                roles.contains(grant.role) && (grant.school == nil || grant.school == school)
            }
    }

    /// Whether one of these roles is held anywhere.
    package func holdsAnywhere(_ roles: Role...) -> Bool {
        isMachine || grants.contains { roles.contains($0.role) }
    }
}
