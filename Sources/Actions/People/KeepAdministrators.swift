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
