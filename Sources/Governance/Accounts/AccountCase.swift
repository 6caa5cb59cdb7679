/// What someone says of an account they ask for: the points of a business case, and what it would be.
package struct AccountCase: Sendable, Equatable, Codable {
    package var name: String
    package var network: Network
    package var type: Draft.AccountType
    package var readers: PostingAccount.Readers
    /// A sixth form may have a set of accounts of its own beside the school's (ACC-07).
    package var forSixthForm: Bool
    /// Somebody's personal account, offered as the school's (ACC-08).
    package var isPersonal: Bool
    package var aim: String
    package var audience: String
    /// How people will hear of it.
    package var promotion: String
    /// Nil: not said.
    package var openness: AccountOpenness?
    /// The reason of teaching or business, where a policy asks one.
    package var reason: String
    /// When it was talked over with the headteacher, and what was said, where a policy asks that.
    package var talk: String
    /// What is thought through before learners are taught by it (PUB-18); its purpose is the aim. Nil: nothing was said.
    package var teaching: TeachingConsideration?
    /// Who will run it, the lead among them.
    package var operators: [Identifier<User>]
    package var lead: Identifier<User>?
    /// The account that exists already and is to be brought into order; nil for a new one.
    package var existing: Identifier<PostingAccount>?

    package init(
        name: String, network: Network, type: Draft.AccountType = .schoolMain,
        readers: PostingAccount.Readers = .families, forSixthForm: Bool = false, isPersonal: Bool = false,
        aim: String = "", audience: String = "", promotion: String = "", openness: AccountOpenness? = nil,
        reason: String = "", talk: String = "", teaching: TeachingConsideration? = nil,
        operators: [Identifier<User>] = [], lead: Identifier<User>? = nil,
        existing: Identifier<PostingAccount>? = nil
    ) {
        self.name = name
        self.network = network
        self.type = type
        self.readers = readers
        self.forSixthForm = forSixthForm
        self.isPersonal = isPersonal
        self.aim = aim
        self.audience = audience
        self.promotion = promotion
        self.openness = openness
        self.reason = reason
        self.talk = talk
        self.teaching = teaching
        self.operators = operators
        self.lead = lead
        self.existing = existing
    }
}

/// Whether everybody can read an account, or those alone whom it lets in.
package enum AccountOpenness: String, Sendable, Codable, CaseIterable {
    case open, closed
}
