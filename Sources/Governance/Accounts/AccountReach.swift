/// What of the register of accounts someone may read: accounts and applications of the schools where they hold a role that
/// reads it, those they run, and what they asked for.
package struct AccountReach: Sendable, Equatable {
    package let reader: Identifier<User>
    private let schools: SchoolReach

    /// Who reads the register where they hold the role: the publishing room, whoever keeps it, and IT, who may keep log-in
    /// details.
    package static let roles = PublishingRoles.reading + PublishingRoles.keepingAccounts + [.it, .directorOfIT]

    package init(_ reader: Identifier<User>, _ authority: Authority) {
        self.reader = reader
        schools = authority.reach(as: Self.roles)
    }

    package func reaches(_ school: Identifier<School>) -> Bool { schools.contains(school) }

    package func reaches(_ account: OfficialAccount) -> Bool {
        reaches(account.account.school) || account.operators.contains { $0.user == reader }
    }

    package func reaches(_ application: AccountApplication) -> Bool {
        reaches(application.school) || application.by == reader || application.asked.operators.contains(reader)
    }
}
