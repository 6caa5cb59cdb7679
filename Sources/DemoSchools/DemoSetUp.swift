import Actions
import Governance
import PolicySeeds

/// Makes a demonstration's organisation: its policy, schools, people who sign in, roll, and accounts.
struct DemoSetUp {
    let demo: DemoOrganisation

    func perform(in installation: Installation) async throws -> DemoOrganisationMade {
        guard let policy = PolicySeeds.bytes(of: demo.policy),
            let administrator = demo.people.first(where: { $0.grants.contains { $0.role == .administrator } })
        else { throw DemoFault(description: "\(demo.slug) has no policy or no administrator") }
        let organisation = try await SetUpOrganisation(
            name: demo.name, slug: demo.slug, nation: .england,
            schools: demo.schools.map { .init(name: $0.name, slug: $0.slug) }, policy: policy,
            administrator: .init(name: administrator.name, email: administrator.email(at: demo), password: nil),
            isDemonstration: true
        ).performFromConsole(in: installation)
        let schools = try await schools(of: organisation)
        let first = try await organisation.user(email: administrator.email(at: demo))
        try await settings(of: organisation, schools, by: .user(first.id))
        let users = try await users(of: organisation, schools, beside: administrator, first.id)
        let roll = demo.roll()
        try await ImportPeople(text: DemoRollFile.text(of: roll), linksUsers: true)
            .perform(in: organisation, by: .user(first.id))
        try await DemoClasses(demo: demo, roll: roll).perform(in: organisation, by: .user(first.id))
        try await DemoSchoolYear(demo: demo, today: Day(of: organisation.clock.now))
            .perform(in: organisation, schools, by: .user(first.id))
        let accounts = try await accounts(of: organisation, schools, by: .user(first.id))
        guard let school = schools[demo.schools[0].slug] else {
            throw DemoFault(description: "\(demo.slug): no school")
        }
        return DemoOrganisationMade(
            demo: demo, organisation: organisation, school: school, accounts: accounts, users: users,
            pupil: pupil(of: roll))
    }

    private func schools(of organisation: Organisation) async throws -> [String: Identifier<School>] {
        var schools: [String: Identifier<School>] = [:]
        for school in demo.schools { schools[school.slug] = try await organisation.school(slug: school.slug).id }
        return schools
    }

    private func users(
        of organisation: Organisation, _ schools: [String: Identifier<School>], beside administrator: DemoPerson,
        _ first: Identifier<User>
    ) async throws -> [String: Identifier<User>] {
        var users = [administrator.key: first]
        for person in demo.people {
            let id: Identifier<User>
            if let known = users[person.key] {
                id = known
            } else {
                id = try await InviteUser(
                    name: person.name, email: person.email(at: demo), roles: [], kind: person.kind
                ).perform(in: organisation, by: .user(first)).user
                users[person.key] = id
            }
            for grant in person.grants
            where !(id == first && grant.role == .administrator) && !Self.byList.contains(grant.role) {
                try await GrantRole(
                    user: id, role: grant.role, school: grant.school.flatMap { schools[$0] }, why: person.post
                ).perform(in: organisation, by: id == first ? .console : .user(first))
            }
        }
        try await ConfirmRoleList(Array(roleList.utf8)).perform(in: organisation, by: .user(first))
        return users
    }

    /// Roles that the clerk's list says; the others are given by hand.
    private static let byList: Set<Role> = [.governor, .trustee]

    private var roleList: String {
        demo.people.reduce("E-mail address,Role,School\r\n") { list, person in
            person.grants.filter { Self.byList.contains($0.role) }.reduce(list) { list, grant in
                list + "\(person.email(at: demo)),\(grant.role.title),\(grant.school ?? "")\r\n"
            }
        }
    }

    private func settings(
        of organisation: Organisation, _ schools: [String: Identifier<School>], by actor: Actor
    ) async throws {
        var everywhere = Settings()
        everywhere.acknowledgeWithinDays = 42
        try await ChangeSettings(to: everywhere).perform(in: organisation, by: actor)
        for school in demo.schools {
            guard let id = schools[school.slug] else { continue }
            try await ChangeSettings(at: id, to: demo.settings(of: school)).perform(in: organisation, by: actor)
        }
    }

    private func accounts(
        of organisation: Organisation, _ schools: [String: Identifier<School>], by actor: Actor
    ) async throws -> [Identifier<PostingAccount>] {
        var accounts: [Identifier<PostingAccount>] = []
        for account in demo.accounts {
            guard let school = schools[account.school], let network = Network(rawValue: account.network) else {
                throw DemoFault(description: "\(demo.slug): account \(account.key)")
            }
            accounts.append(
                try await AddAccount(
                    school: school, name: account.name, network: network, handle: account.handle, type: account.type,
                    readers: account.readByChildren ? .children : .families
                ).perform(in: organisation, by: actor))
        }
        return accounts
    }

    /// A pupil of the first school whose names are no ordinary words, so that the stories read as they should.
    private func pupil(of roll: [Person]) -> Person {
        roll.first {
            $0.kind == .pupil && $0.school == demo.schools[0].slug && $0.preferred == nil && $0.given.count > 4
                && $0.family.count > 6 && $0.family.allSatisfy(\.isLetter)
        } ?? roll[0]
    }
}
