import Foundation

/// What the register of readers rests on, all from one moment.
package struct RegisterFacts: Sendable {
    package let at: Date
    package let history: PolicyHistory
    package let schools: [Identifier<School>]
    /// Who can sign in, by name, with the roles they hold themselves now.
    package let people: [Person]
    package let open: [OpenAsking]
    private let acknowledgements: [Identifier<User>: [Acknowledgement]]

    package struct Person: Sendable {
        package let user: User
        package let grants: [Grant]

        package init(user: User, grants: [Grant]) {
            self.user = user
            self.grants = grants
        }
    }

    /// An open task to read a version.
    package struct OpenAsking: Sendable, Equatable {
        package let user: Identifier<User>
        package let version: Identifier<PolicyVersion>
        package let due: Date?

        package init(user: Identifier<User>, version: Identifier<PolicyVersion>, due: Date?) {
            self.user = user
            self.version = version
            self.due = due
        }
    }

    package init(
        at instant: Date, history: PolicyHistory, schools: [Identifier<School>], people: [Person], open: [OpenAsking],
        acknowledgements: [Acknowledgement]
    ) {
        at = instant
        self.history = history
        self.schools = schools
        self.people = people
        self.open = open
        self.acknowledgements = Dictionary(grouping: acknowledgements, by: \.user)
    }

    /// Everything that someone has said they read, the latest first.
    package func acknowledgements(of user: Identifier<User>) -> [Acknowledgement] {
        (acknowledgements[user] ?? []).sorted { $0.at > $1.at }
    }

    /// What someone said of this version, or of one that counts for it; nil when they have not read it.
    package func acknowledgement(of version: PolicyVersion, by user: Identifier<User>) -> Acknowledgement? {
        guard let said = acknowledgements[user] else { return nil }
        return history.counting(for: version).lazy.compactMap { counting in
            said.first { $0.version == counting.id }
        }.first
    }

    /// The latest version before this one that someone said they had read.
    package func lastRead(before version: PolicyVersion, by user: Identifier<User>) -> PolicyVersion? {
        guard let said = acknowledgements[user] else { return nil }
        return history.predecessors(of: version).first { before in said.contains { $0.version == before.id } }
    }
}

/// Who has read what they are asked to read, and who has not: a line for each person and version.
package struct PolicyRegister: Sendable {
    package let lines: [Line]

    /// Who reads the register, where they hold the role.
    package static let readers: [Role] = keepers + [.governor, .managementCommittee, .clusterLead, .trustee]
    /// Who reminds.
    package static let keepers: [Role] = [.administrator, .headteacher, .slt, .trustExecutive, .trustCEO]

    package struct Line: Sendable {
        package let user: User
        package let version: PolicyVersion
        /// Where, and as what, the version asks them; within the schools that the register shows.
        package let grants: [Grant]
        /// What they said, of this version or of the one that it corrects; nil: not yet.
        package let acknowledgement: Acknowledgement?
        package let due: Date?

        /// Whether they read the version before, and this one only corrects it.
        package var isByCorrection: Bool { acknowledgement.map { $0.version != version.id } ?? false }
    }

    /// - Parameter reach: whose people it shows.
    package init(_ facts: RegisterFacts, _ asking: Asking, within reach: SchoolReach = .all) {
        let due = Dictionary(
            facts.open.map { (Key(user: $0.user, version: $0.version), $0.due) },
            uniquingKeysWith: { first, _ in first })
        lines = facts.people.flatMap { person in
            asking.asked(of: person.user.kind, holding: person.grants).compactMap { asked in
                let grants = asked.grants.filter { reach.contains($0.school) }
                guard !grants.isEmpty else { return nil }
                return Line(
                    user: person.user, version: asked.version, grants: grants,
                    acknowledgement: facts.acknowledgement(of: asked.version, by: person.user.id),
                    due: due[Key(user: person.user.id, version: asked.version.id)] ?? nil)
            }
        }
    }

    private struct Key: Hashable {
        let user: Identifier<User>
        let version: Identifier<PolicyVersion>
    }
}
