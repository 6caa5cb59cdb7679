import Governance
import Store

extension WriteTransaction {
    /// How everything that the handbook asks of people changes: reading the policy and the guidance on safeguarding,
    /// training, and what it asks of leaders. Called once the rows of a change are written.
    func handbookTasks(_ policies: PolicyCache, of user: Identifier<User>? = nil) throws -> [TaskChange] {
        let facts = try registerFacts(of: user)
        let asking = try asking(facts, policies)
        return try readingTasks(facts, asking) + guidanceTasks(facts, asking, of: user)
            + trainingTasks(facts, asking, of: user) + offeringTasks(policies)
    }
}
