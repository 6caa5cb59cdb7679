/// What a list of roles would change, if it were brought in now.
package struct RoleListTrial: Sendable, Equatable {
    /// Roles that would be given.
    package var added: [Line]
    /// How many rows say what is so already, or stand in the list twice.
    package var known: Int
    /// The rows that stay out: where, and why.
    package var held: [ImportDoubt]
    /// Columns that are not read.
    package var notRead: [String]
    /// Roles that an earlier list gave and this one has no longer. They end only where somebody says so.
    package var gone: [Gone]
    /// Who would be gone too, and stays: nobody else who can come in administers the organisation for good.
    package var lastAdministrator: User?

    package init(
        added: [Line] = [], known: Int = 0, held: [ImportDoubt] = [], notRead: [String] = [], gone: [Gone] = [],
        lastAdministrator: User? = nil
    ) {
        self.added = added
        self.known = known
        self.held = held
        self.notRead = notRead
        self.gone = gone
        self.lastAdministrator = lastAdministrator
    }

    package struct Line: Sendable, Equatable {
        package let line: Int
        package let user: User
        package let role: Role
        /// Nil: the whole organisation.
        package let school: School?
        /// The last day; nil: no end.
        package let until: Day?
        /// What an earlier list gave with another end, which is over then.
        package let replaces: RoleGrant?

        package init(
            line: Int, user: User, role: Role, school: School?, until: Day? = nil, replaces: RoleGrant? = nil
        ) {
            self.line = line
            self.user = user
            self.role = role
            self.school = school
            self.until = until
            self.replaces = replaces
        }
    }

    package struct Gone: Sendable, Equatable {
        package let grant: RoleGrant
        package let user: User
        package let school: School?
        /// Whether the list names this person with other roles.
        package let isNamed: Bool

        package init(_ grant: RoleGrant, of user: User, at school: School?, isNamed: Bool) {
            self.grant = grant
            self.user = user
            self.school = school
            self.isNamed = isNamed
        }
    }
}
