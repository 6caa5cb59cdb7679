/// The product's fixed list of roles. A policy's `roles:` maps the paper's titles to them.
package enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Signs in, reads what the policy asks, and may ask for an account: nothing more.
    case member
    // in a school
    case author, moderator, office, slt, headteacher, dsl, it, governor, administrator
    case managementCommittee = "management-committee"
    // in a trust
    case trustMarketing = "trust-marketing"
    case clusterLead = "cluster-lead"
    case trustExecutive = "trust-executive"
    case trustCEO = "trust-ceo"
    case directorOfIT = "director-of-it"
    case trustee

    package static func < (one: Role, other: Role) -> Bool { one.title < other.title }

    /// The role as a page says it.
    package var title: String {
        switch self {
        case .member: "member of the school"
        case .author: "author"
        case .moderator: "moderator"
        case .office: "school office"
        case .slt: "senior leader"
        case .headteacher: "headteacher"
        case .dsl: "designated safeguarding lead"
        case .it: "IT"
        case .governor: "governor"
        case .administrator: "administrator"
        case .managementCommittee: "management committee"
        case .trustMarketing: "trust marketing manager"
        case .clusterLead: "cluster lead"
        case .trustExecutive: "trust executive"
        case .trustCEO: "trust CEO"
        case .directorOfIT: "director of IT"
        case .trustee: "trustee"
        }
    }

    /// Whether a password alone is not enough for it.
    package var needsCode: Bool {
        switch self {
        case .it, .directorOfIT, .headteacher, .administrator, .trustMarketing, .clusterLead, .trustExecutive,
            .trustCEO,
            .trustee:
            true
        case .member, .author, .moderator, .office, .slt, .dsl, .governor, .managementCommittee: false
        }
    }

    /// Who takes what this role cannot decide about itself (HBK-10); nil at the top.
    package var levelAbove: Role? {
        switch self {
        case .member, .author, .moderator, .office, .it, .administrator, .dsl: .slt
        case .slt: .headteacher
        case .headteacher: .clusterLead
        case .clusterLead, .trustMarketing, .directorOfIT: .trustExecutive
        case .trustExecutive: .trustCEO
        case .trustCEO, .managementCommittee, .governor: .trustee
        case .trustee: nil
        }
    }
}
