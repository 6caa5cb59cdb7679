/// How a policy has accounts decided, opened and kept: read from what carries its clauses, else the product's own.
package struct AccountTerms: Sendable, Equatable {
    /// What must be on record before an account goes live (ACC-03).
    package enum Leave: String, Sendable { case decision, telling }
    /// Who opens it then (ACC-05).
    package enum Opener: String, Sendable, CaseIterable { case administrator, asker, staff }

    package let leave: Leave
    /// Who decides, or is told.
    package let deciders: [Role]
    package let leaveSections: [String]
    package let opener: Opener
    package let openingSections: [String]
    /// Who keeps log-in details (ACC-06).
    package let custodians: [Role]
    /// Whether the lead of an account sees its log-in details too: where the policy names nobody to keep them.
    package let leadKeeps: Bool
    package let custodySections: [String]
    package let handoverSections: [String]
    package let passwordSections: [String]
    package let legacySections: [String]
    package let groupSections: [String]
    /// Who gives guidance about groups of staff, and where that stands; empty where the policy names nobody (ACC-12).
    package let groupGuides: [Role]
    package let guidanceSections: [String]
    package let leaverSections: [String]
    /// Where the policy has accounts speak one way, so that nobody is to answer on them (ACC-13); empty where it does not.
    package let oneWaySections: [String]
    /// The networks on which the policy has the school, and where that stands; nil where it names none (ACC-07).
    package let namedNetworks: [Network]?
    package let networkSections: [String]
    /// How many members of staff run an account at least, and where that stands; nil where it is not asked (ACC-02).
    package let leastStaff: Int?
    package let operatorSections: [String]
    /// The points that an application must make, by the words of `accounts.business-case`.
    package let points: Set<String>

    package init(_ policy: Policy?) {
        let sections = { (kind: DutyKind) in policy?.sections(carriedBy: kind) ?? [] }
        let carriers = policy?.clauses.flatMap(\.carriers) ?? []
        let roles = { (topic: RouteTopic) -> [Role] in
            var roles: [Role] = []
            for case .route(let of, let to) in carriers where of == topic {
                for role in to where !roles.contains(role) { roles.append(role) }
            }
            return roles
        }
        let opening: String? = carriers.lazy.compactMap {
            if case .setting("accounts-opened-by", let value) = $0 { value } else { nil }
        }.first
        leave = sections(.accountDecision).isEmpty && !sections(.accountTelling).isEmpty ? .telling : .decision
        deciders = roles(.accounts).isEmpty ? [.slt] : roles(.accounts)
        leaveSections = sections(leave == .telling ? .accountTelling : .accountDecision)
        opener = opening.flatMap(Opener.init(rawValue:)) ?? .administrator
        openingSections = sections(.accountOpening)
        custodians = roles(.logins).isEmpty ? [.administrator, .it] : roles(.logins)
        leadKeeps = roles(.logins).isEmpty
        custodySections = sections(.accountCustody)
        handoverSections = sections(.accountHandover)
        passwordSections = sections(.accountPasswords)
        legacySections = sections(.accountLegacy)
        groupSections = sections(.staffGroups)
        groupGuides = roles(.groups)
        guidanceSections =
            policy?.clauses.filter { clause in
                clause.carriers.contains { if case .route(.groups, _) = $0 { true } else { false } }
            }.map(\.at) ?? []
        leaverSections = sections(.leaverConfidentiality)
        oneWaySections =
            policy?.clauses.filter { clause in
                clause.carriers.contains { if case .control(CommentsOff.id, _, _, _) = $0 { true } else { false } }
            }.map(\.at) ?? []
        (namedNetworks, networkSections) = Self.naming(policy)
        let counting = policy?.clauses.filter { clause in
            clause.carriers.contains { if case .control(Operators.id, _, _, _) = $0 { true } else { false } }
        }
        operatorSections = counting?.map(\.at).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } ?? []
        leastStaff = carriers.lazy.compactMap {
            if case .control(Operators.id, let arguments, _, _) = $0 { arguments.number("staff") } else { nil }
        }.max()
        points = carriers.reduce(into: []) { points, carrier in
            if case .control(BusinessCase.id, let arguments, _, _) = carrier {
                points.formUnion(arguments.words("points"))
            }
        }
    }

    /// The clauses that refuse an account on a network that they do not name; one that only warns of it refuses none.
    private static func naming(_ policy: Policy?) -> (networks: [Network]?, sections: [String]) {
        var networks: [Network]?
        var sections: [String] = []
        for clause in policy?.clauses ?? [] {
            for case .control(Networks.id, let arguments, let severity, _) in clause.carriers
            where (severity ?? clause.breach) == .block {
                let words = arguments.words("allowed")
                networks = (networks ?? Network.allCases).filter { words.contains($0.rawValue) }
                if !sections.contains(clause.at) { sections.append(clause.at) }
            }
        }
        return (networks, sections)
    }

    /// Whether the school may have accounts there. A website is no social account.
    package func names(_ network: Network) -> Bool { network == .website || namedNetworks?.contains(network) ?? true }

    /// That an account is outside the policy; nil where it is not.
    package func outside(_ account: PostingAccount) -> String? {
        guard let namedNetworks, !names(account.network) else { return nil }
        return
            "“\(account.name)” is on \(account.network.title), and the policy names \(listed(namedNetworks.map(\.title))) alone"
    }

    /// Who keeps log-in details, as pages say it.
    package var custodianTitles: String {
        (custodians.map(\.title) + (leadKeeps ? ["the account’s lead"] : [])).joined(separator: " or ")
    }

    /// Whether nobody is to answer what goes out on an account: as the policy has it, or as the account is set.
    package func closesReplies(on account: OfficialAccount) -> Bool {
        !oneWaySections.isEmpty || account.details.comments == false
    }

    /// Who allows a colleague's look at log-in details, the first of these that anybody else holds.
    package var allowing: [Role] { custodians + deciders }

    /// Who opens accounts by their role; empty where it is for whoever asked, or for any of the staff who run it.
    package var openingRoles: [Role] { opener == .administrator ? [.administrator, .moderator] : [] }

    /// Who decides on what someone asks: the role that the policy names, or a level up where nobody else holds it
    /// (HBK-10). Empty: nobody is left.
    package func deciders(
        withoutApplicant applicant: Identifier<User>, holders: (Role) throws -> Set<Identifier<User>>
    ) rethrows -> [Role] {
        let free = try deciders.filter { try !holders($0).subtracting([applicant]).isEmpty }
        if !free.isEmpty { return free }
        let above = deciders.flatMap { Releasing.ladder(from: $0).dropFirst() }
        return try above.first { try !holders($0).subtracting([applicant]).isEmpty }.map { [$0] } ?? []
    }
}
