/// Who hears of something, as a policy says, and where it says so.
package struct PolicyRoute: Sendable, Equatable {
    package let roles: [Role]
    package let section: String
}

extension Policy {
    /// The first clause that names who hears of a topic; nil: none does.
    package func route(of topic: RouteTopic) -> PolicyRoute? {
        for clause in clauses {
            for case .route(topic, let roles) in clause.carriers where !roles.isEmpty {
                return PolicyRoute(roles: roles, section: clause.at)
            }
        }
        return nil
    }
}
