/// Who answers questions on a topic (HBK-09): the role that the policy names, or the school's own choice.
package struct WhomToAsk: Sendable, Equatable {
    package enum Topic: String, Sendable, CaseIterable {
        case policy, groups

        package var title: String {
            switch self {
            case .policy: "What the policy says or means"
            case .groups: "Groups of staff on social media"
            }
        }

        fileprivate var route: RouteTopic {
            switch self {
            case .policy: .questions
            case .groups: .groups
            }
        }
    }

    package let topic: Topic
    package let role: Role
    /// The section that names the role; nil: the policy does not, and it is the school's own choice.
    package let section: String?

    /// For each topic on which there is someone to ask.
    ///
    /// - Parameter chosen: whom the school names for what its policy leaves open; nil: the headteacher.
    package static func all(under policy: Policy, chosen: Role?) -> [WhomToAsk] {
        Topic.allCases.compactMap { topic in
            for clause in policy.clauses {
                for case .route(topic.route, let roles) in clause.carriers {
                    if let role = roles.first { return WhomToAsk(topic: topic, role: role, section: clause.at) }
                }
            }
            // A policy without groups of staff has nothing to ask about them.
            return topic == .policy ? WhomToAsk(topic: topic, role: chosen ?? .headteacher, section: nil) : nil
        }
    }
}
