import Actions
import Governance
import Reading

extension Step {
    var isOpen: Bool { tag.text != Self.done.text }

    /// What the school needs before it can work as its policy wants, in an order in which each makes the next easier.
    static func left(_ visit: Visit) async throws -> [Step] {
        let database = try visit.work.database
        let users = try await database.countUsers(UserQuery())
        let inForce = try await visit.work.policyInForce()
        let stand = try await ReadingDesk(visit).sentence(on: inForce?.version)
        return [
            Step(
                "The policy in force", small: inForce.map { $0.version.title + (stand.map { ". \($0)" } ?? "") },
                link: visit.link(.policy),
                tag: inForce == nil ? toDo : done),
            Step(
                "Put its approval on record", small: "Who approved it, when, under which minute",
                link: visit.link(.policyVersions), tag: inForce?.version.approval == nil ? toDo : done),
            try await roll(visit), try await contact(visit),
            try await wayIn(users, visit),
            try await holder(
                [.moderator, .slt, .headteacher], "Name who approves posts",
                "Nobody approves their own post", visit),
            try await holder(
                [.dsl], "Name the designated safeguarding lead",
                "Until then “Tell the DSL” has nobody to name", visit),
            try await secondAdministrator(visit), try await accounts(visit),
        ]
    }

    private static func roll(_ visit: Visit) async throws -> Step {
        let database = try visit.work.database
        let counts = try await database.rollCounts()
        let people = counts.reduce(0) { $0 + $1.people }
        let known = Set(counts.filter { $0.kind == .pupil }.compactMap(\.school))
        let stated = try await database.schoolsWithoutPupils()
        let unknown = try await database.schools().filter { !known.contains($0.slug) && stated[$0.id] == nil }
        let small =
            people == 0 && !unknown.isEmpty
            ? "Until then every post is held, and says so"
            : unknown.isEmpty
                ? "\(people) \(people == 1 ? "is" : "are") on the roll"
                : "Not known yet, so every post there is held: " + unknown.map(\.name).joined(separator: ", ")
        return Step(
            "Bring in pupils and staff", small: small, link: visit.link(people == 0 ? .rollImport : .schools),
            tag: unknown.isEmpty ? done : toDo)
    }

    private static func contact(_ visit: Visit) async throws -> Step {
        let database = try visit.work.database
        var missing: [School] = []
        for school in try await database.schools() {
            let settings = try await database.settings(at: school.id)
            if (settings.phones ?? []).isEmpty, (settings.emails ?? []).isEmpty { missing.append(school) }
        }
        let schools = missing.count > 3 ? "\(missing.count) schools" : missing.map(\.name).joined(separator: ", ")
        return Step(
            "Say which telephone numbers and addresses are the school’s own",
            small: missing.isEmpty
                ? nil : "Until then they are taken for somebody’s. Missing: \(schools)",
            link: visit.link(.settings), tag: missing.isEmpty ? done : toDo)
    }

    /// Staff of the roll are invited from there; before a roll, one by one.
    private static func wayIn(_ users: Int, _ visit: Visit) async throws -> Step {
        let waiting = try await visit.work.database.staffToInvite(of: nil, most: 0).readyCount
        let now = users == 1 ? "Only you can sign in so far" : "\(users) can sign in"
        return Step(
            "Give people a way in",
            small: waiting == 0 ? now : "\(now). \(waiting) of the staff on the roll wait to be invited",
            link: visit.link(waiting > 0 ? .invitations : .users), tag: users == 1 ? toDo : done)
    }

    private static func holder(
        _ roles: [Role], _ text: String, _ small: String, _ visit: Visit
    ) async throws -> Step {
        let names = try await visit.work.database.userChoices(UserQuery(holding: roles), most: 3).map(\.user.name)
        return Step(
            text, small: names.isEmpty ? small : names.joined(separator: ", "), link: visit.link(.users),
            tag: names.isEmpty ? toDo : done)
    }

    private static func secondAdministrator(_ visit: Visit) async throws -> Step {
        let count = try await visit.work.database.countUsers(UserQuery(holding: [.administrator]))
        return Step(
            "Make a second administrator",
            small: count > 1 ? nil : "Who else gives a way in when you are ill, or forget your password?",
            link: visit.link(.users), tag: count > 1 ? done : toDo)
    }

    private static func accounts(_ visit: Visit) async throws -> Step {
        let count = try await visit.work.database.accounts().count
        return Step(
            "Enter the accounts that post for the school",
            small: count == 0
                ? "Nothing can be sent before there is one" : "\(count) \(count == 1 ? "is" : "are") known",
            link: visit.link(.accounts), tag: count == 0 ? toDo : done)
    }
}
