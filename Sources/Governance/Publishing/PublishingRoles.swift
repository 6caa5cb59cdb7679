/// Who does what with posts, by role. A policy says who releases a hold; the rest is the product's, the same for all.
package enum PublishingRoles {
    /// Who writes and proposes (PUB-03).
    package static let writing: [Role] = [
        .author, .moderator, .office, .slt, .headteacher, .trustMarketing, .trustExecutive, .trustCEO,
    ]
    /// Who sees what was sent: whoever writes, decides or oversees.
    package static let reading: [Role] =
        writing + PostApproval.roles + [.dsl, .clusterLead, .governor, .managementCommittee, .trustee]
    /// Who puts an approved post on the network by hand, beside its author.
    package static let publishing: [Role] = [.moderator, .office, .slt, .headteacher, .trustMarketing]
    /// Who stops everything at once.
    package static let pausing: [Role] = [
        .moderator, .slt, .headteacher, .dsl, .trustMarketing, .trustExecutive, .trustCEO,
    ]
    /// Who orders that something come down.
    package static let orderingTakedown: [Role] = [
        .moderator, .slt, .headteacher, .dsl, .trustMarketing, .trustExecutive, .trustCEO,
    ]
    /// Who hands on the posts of someone who leaves.
    package static let arranging: [Role] = [.slt, .headteacher, .administrator]
    /// Who keeps the register of accounts.
    package static let keepingAccounts: [Role] = [.slt, .headteacher, .administrator]
}
