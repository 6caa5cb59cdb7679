import Governance
import Store

extension WriteTransaction {
    /// How everything that the handbook asks of people changes: reading the policy and the guidance on safeguarding,
    /// training, and what it asks of leaders. Called once the rows of a change are written.
    ///
    /// - Parameters:
    ///   - user: of one user alone; nil: of everybody.
    ///   - leadersToo: whether who leads may have changed, so that what is asked of leaders is worked out for one user too.
    func handbookTasks(
        _ policies: PolicyCache, of user: Identifier<User>? = nil, leadersToo: Bool = false
    ) throws -> [TaskChange] {
        let facts = try registerFacts(of: user)
        let asking = try asking(facts, policies)
        return try readingTasks(facts, asking) + guidanceTasks(facts, asking, of: user)
            + trainingTasks(facts, asking, of: user)
            + (user == nil || leadersToo ? offeringTasks(policies) : [])
    }
}
