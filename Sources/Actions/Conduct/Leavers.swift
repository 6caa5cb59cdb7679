import Governance
import Store

/// Who asks a leaver, and puts on record what they said, where the leaver has or had a role.
package enum Leavers {
    package static let chasers: [Role] = [.slt, .headteacher, .administrator]
}

extension WriteTransaction {
    /// Throws unless whoever acts asks leavers at one of the schools where this one has or had a role.
    func requireChaser(of leaver: Identifier<User>, _ says: String) throws {
        let reach = try authority().reach(as: Leavers.chasers)
        guard try reach.finds(everAt: schoolsEver(of: leaver)) else {
            throw ActionError.notPermitted(says)
        }
    }
}
