/// What a list of accounts is read against, as it is at one moment.
package struct AccountListFacts: Sendable, Equatable {
    /// Those whose register whoever brings the list in keeps.
    package var schools: [School]
    /// Whom it can name: everyone who signs in and has not left.
    package var users: [User]
    /// What is on the register already.
    package var known: Set<AccountHandle>

    package init(schools: [School], users: [User], known: Set<AccountHandle>) {
        self.schools = schools
        self.users = users
        self.known = known
    }
}
