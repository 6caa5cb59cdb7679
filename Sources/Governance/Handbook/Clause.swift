/// One section of a paper, paraphrased, with what carries it out.
package struct Clause: Sendable, Equatable {
    /// The paper's own number or heading, as text: `6.3(f)`, `3.10`, `Use of images`.
    package var at: String
    /// Which sentence or bullet of the section, where one section says several things; `at` and `part` are unique.
    package var part: String?
    /// The heading it stands under, for pages.
    package var heading: String?
    package var says: String
    /// The paper's own word of obligation; it gives the severity.
    package var word: PolicyWord?
    /// Set only with `because`, where the word alone does not give it.
    package var severity: Severity?
    package var because: String?
    /// Who releases a hold under this clause; nil: senior leaders.
    package var releasedBy: Role?
    /// Rows of the table of duties, for example `PUB-04`.
    package var duties: [String]
    package var carriers: [Carrier]

    package init(
        at: String, part: String? = nil, heading: String? = nil, says: String, word: PolicyWord? = nil,
        severity: Severity? = nil,
        because: String? = nil, releasedBy: Role? = nil, duties: [String] = [], carriers: [Carrier] = []
    ) {
        self.at = at
        self.part = part
        self.heading = heading
        self.says = says
        self.word = word
        self.severity = severity
        self.because = because
        self.releasedBy = releasedBy
        self.duties = duties
        self.carriers = carriers
    }

    /// What a plain breach does: the file's reasoned severity, else what the word gives.
    package var breach: Severity? { severity ?? word?.severity }
}

/// What carries a clause out. One clause may be carried by several.
package enum Carrier: Sendable, Equatable {
    /// A rule at the door, with its arguments as the file gives them, already checked. A control may have its own
    /// severity (with a reason) where one clause speaks with two words.
    case control(String, Arguments, severity: Severity?, because: String? = nil)
    /// A deadline, rota or review that opens tasks.
    case duty(DutyKind)
    /// Of an account or a platform: a name and its value.
    case setting(String, String)
    /// Who hears of what.
    case route(of: RouteTopic, to: [Role])
    /// Guidance in our words, shown at a named place.
    case told(place: ToldPlace, text: String)
    /// A fact of the document.
    case fact(String)
    /// Not carried yet, and the room that will; which of the clause's duties wait, where not all of that room do.
    case notYet(Room, String?, duties: [String] = [])
}

/// Where guidance is shown.
package enum ToldPlace: String, Sendable, Codable, CaseIterable {
    /// Beside the text of a post.
    case compose
    /// When an account is taken on.
    case account
    /// When a policy version is acknowledged.
    case acknowledgement
    /// On the policy's page.
    case policy
    /// In the help of every page.
    case help
    /// In the rules for personal accounts.
    case conduct
    /// On the page for families, which everyone may read.
    case families
}

/// The rooms of the product; the same names in every layer.
package enum Room: String, Sendable, Codable, CaseIterable {
    case handbook, people, accounts, publishing, consent, engagement, watch, incidents, conduct, oversight
    case calendar, record
}

/// The paper's word of obligation, and the severity it gives. Where a paper says a thing twice the stricter counts.
package enum PolicyWord: String, Sendable, Codable, CaseIterable {
    case must
    case mustNot = "must not"
    case will
    case willNot = "will not"
    case never
    case strictly
    case dont = "don't"
    case prohibited
    case offence
    case should
    case shouldNot = "should not"
    case careMustBeTaken = "care must be taken"
    case checkFirst = "check first"
    case followFirst = "follow first"
    case consider
    case wherePossible = "where possible"

    package var severity: Severity {
        switch self {
        case .must, .mustNot, .will, .willNot, .never, .strictly, .dont, .prohibited, .offence: .block
        case .should, .shouldNot, .careMustBeTaken, .checkFirst, .followFirst: .hold
        case .consider, .wherePossible: .warn
        }
    }
}
