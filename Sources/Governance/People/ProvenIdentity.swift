/// Who someone is, as the provider's token proves it.
package struct ProvenIdentity: Sendable, Equatable {
    package let issuer: String
    package let subject: String
    package let email: String?
    /// Whether the provider says that the address is verified.
    package let isEmailVerified: Bool
    package let name: String?
    /// Nil when the token does not say; then nothing is known, which is not the same as no group.
    package let groups: [String]?

    package init(
        issuer: String, subject: String, email: String? = nil, isEmailVerified: Bool = false, name: String? = nil,
        groups: [String]? = nil
    ) {
        self.issuer = issuer
        self.subject = subject
        self.email = email
        self.isEmailVerified = isEmailVerified
        self.name = name
        self.groups = groups
    }
}
