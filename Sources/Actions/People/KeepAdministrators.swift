import Governance
import Store

extension WriteTransaction {
    /// Throws unless somebody who administers the organisation can still come in after this change, where anybody could
    /// before it.
    ///
    /// - Parameter before: who could before the change.
    func requireAdministratorWhoComesIn(before: Set<Identifier<User>>) throws {
        guard try before.isEmpty || !administratorsWhoComeIn().isEmpty else {
            throw ActionError.conflict(
                "Then no administrator could sign in any more. First give an administrator a password by a one-time link, "
                    + "or give the role by hand to somebody who has one")
        }
    }

    /// Whether without this grant nobody who can come in would administer the organisation for good.
    func isLastAdministrator(_ row: RoleGrant) throws -> Bool {
        guard row.grant.role == .administrator, row.grant.school == nil, row.grant.until == nil,
            try lastingAdministrators() == [row.user] || administratorsWhoComeIn() == [row.user]
        else { return false }
        return try grants(of: row.user).filter {
            $0.grant.role == .administrator && $0.grant.school == nil && $0.grant.until == nil
        }.count == 1
    }
}

extension Organisation {
    /// Ends every role that groups at the provider gave; the events say so of each, and what its holder ran is handed over.
    func endGroupGrants(why: String, _ tx: WriteTransaction) throws -> (events: [Event], tasks: [TaskChange]) {
        var events: [Event] = []
        var tasks: [TaskChange] = []
        for row in try tx.groupGrants() {
            try tx.end(row)
            events.append(Event(.roleEnded, RecordSubject(.user, row.user), before: .init(row), why: why))
            tasks += try handoverTasks(ofRoleEnded: row, tx)
        }
        return (events, tasks)
    }
}
