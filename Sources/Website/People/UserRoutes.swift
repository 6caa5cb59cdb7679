import Actions
import Foundation
import Governance
import Reading

/// Who can sign in, and as what.
enum UserRoutes {
    static let all: [Route] = [
        .get(.users, .userReaders, list),
        // a name that is looked for stands in no address
        .post(.users, .userReaders, .form, list),
        .get(.newUser, .administrators) { visit in .page(try await newForm(visit)) },
        .post(.newUser, .administrators, .form, invite),
        .get(.user(id: .any), .userReaders) { visit in .page(try await page(visit)) },
        .post(.userKind(id: .any), .administrators, .form, changeKind),
        .post(.userRoles(id: .any), .administrators, .form, grant),
        .get(.userRole(id: .any, grant: .any), .administrators) { visit in .page(try await UserEnds.role(visit)) },
        .post(.userRole(id: .any, grant: .any), .administrators, .form, UserEnds.endRole),
        .post(.userDeputies(id: .any), .administrators, .form, nameDeputy),
        .get(.userDeputy(id: .any, deputising: .any), .administrators) { visit in
            .page(try await UserEnds.deputy(visit))
        },
        .post(.userDeputy(id: .any, deputising: .any), .administrators, .form, UserEnds.endDeputy),
        .post(.userLink(id: .any), .administrators, .form) { visit in
            let line = try await user(visit)
            let made = try await MakePasswordLink(user: line.user.id).perform(in: visit.work, by: visit.actor)
            return .page(
                try await oneTimeLink(
                    visit, made.secret, for: line.user, until: made.until, isMailed: visit.form["by"] != "hand"))
        },
        .post(.userSessions(id: .any), .administrators) { visit in
            let line = try await user(visit)
            try await EndAllSessions(user: line.user.id).perform(in: visit.work, by: visit.actor)
            return back(visit)
        },
        .get(.userProvider(id: .any), .administrators) { visit in .page(try await UserEnds.provider(visit)) },
        .post(.userProvider(id: .any), .administrators, .form, UserEnds.releaseProvider),
        .get(.userEnd(id: .any), .administrators) { visit in .page(try await UserEnds.user(visit)) },
        .post(.userEnd(id: .any), .administrators, .form, UserEnds.endUser),
    ]

    private static let most = 50

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let database = try visit.work.database
        let words = visit.form.trimmed("q")
        let page = min(max(Int(visit.form["page"]) ?? 1, 1), 1_000)
        let reach = try await reach(visit)
        let found = try await database.users(
            named: words, within: reach, most: most + 1, after: (page - 1) * most)
        let isAdministrator = WhoMay.administrators.admits(visit.visitor)
        let lines = found.prefix(most).map { line in
            UsersPage.Line(
                line.user.name, link: visit.link(.user(id: .value(line.user.id.text))),
                email: line.user.email, roles: roles(line), ended: line.user.endedAt != nil)
        }
        let isWhole = page == 1 && found.count <= most
        let showing =
            isWhole
            ? (words.isEmpty ? "" : found.count == 1 ? "One found." : "\(found.count) found.")
            : "\((page - 1) * most + 1) to \((page - 1) * most + lines.count)."
        var shown = UsersPage.page(
            lines, active: try await database.activeUsers(within: reach), search: words, to: visit.link(.users),
            showing: showing,
            new: isAdministrator ? visit.link(.newUser) : nil,
            pager: Pager(
                visit.link(.users), keeping: ["q"], of: visit.form, page: page,
                of: page + (found.count > most ? 1 : 0), "Before", "More"))
        if isAdministrator {
            shown.actions += [
                HeadAction("Invite staff", icon: .send, visit.link(.invitations)),
                HeadAction("Bring in roles", icon: .upload, visit.link(.roleList)),
                HeadAction("How people sign in", visit.link(.provider)),
            ]
        }
        return .page(shown)
    }

    private static func roles(_ line: UserLine) -> String {
        let roles = Set(line.grants.map(\.grant.role)).sorted().map(\.title)
        return roles.isEmpty ? "no role" : roles.joined(separator: ", ")
    }

    /// Whom the visitor finds: those who have or had a role at the schools where they hold one that sees users, and those
    /// who never had any.
    static func reach(_ visit: Visit) async throws -> SchoolReach {
        let schools = try await visit.work.database.schools().map(\.id)
        return try visit.me.authority.reach(as: WhoMay.userReading, among: schools)
    }

    /// Somebody's page, for those who find them.
    static func link(to user: Identifier<User>, _ visit: Visit) async throws -> String? {
        guard visit.site.routes.admit(visit.visitor, to: .user(id: .any)),
            let line = try await visit.work.database.user(user), try await reach(visit).finds(everAt: line.schoolsEver)
        else { return nil }
        return visit.link(.user(id: .value(user.text)))
    }

    static func user(_ visit: Visit) async throws -> UserLine {
        guard let line = try await visit.work.database.user(Identifier(visit.part("user"))),
            try await reach(visit).finds(everAt: line.schoolsEver)
        else { throw TurnedAway.notFound }
        return line
    }

    static func back(_ visit: Visit) -> Reply { .see(.user(id: .value(visit.part("user")))) }

    // MARK: - Inviting

    private static func newForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        UserForms.new(
            visit.form, to: visit.link(.newUser), back: Crumb("Who can sign in", visit.link(.users)),
            roles: Role.allCases, schools: try await visit.work.database.schools(), problems: problems)
    }

    @Sendable private static func invite(_ visit: Visit) async throws -> Reply {
        let roles = visit.form.all("role").compactMap(Role.init(rawValue:))
        let why = visit.form.trimmed("why")
        var problems = roles.isEmpty ? [Problem("role", "Choose at least one role")] : []
        if why.isEmpty { problems.append(Problem("why", "Say why this person gets the roles")) }
        guard problems.isEmpty else { return .page(try await newForm(visit, problems: problems)) }
        do {
            let invited = try await InviteUser(
                name: visit.form["name"], email: visit.form["email"], roles: roles, school: school(visit), why: why,
                kind: Binding.Who(rawValue: visit.form["kind"]) ?? .employee
            ).perform(in: visit.work, by: visit.actor)
            guard let line = try await visit.work.database.user(invited.user) else { throw TurnedAway.notFound }
            return .page(try await oneTimeLink(visit, invited.link, for: line.user, until: invited.until))
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, problems: errors.map(Problem.init)))
        }
    }

    static func oneTimeLink(
        _ visit: Visit, _ secret: String, for user: User, until: Date, isMailed: Bool = true
    ) async throws -> Page {
        let address = try await visit.site.installation?.publicAddress() ?? ""
        if isMailed,
            try await MailInvitation(user: user.id, link: secret, until: until)
                .perform(in: visit.work, by: visit.actor)
        {
            return OneTimeLinkPage.mailed(
                to: user.email, name: user.name, until: When.near(until, now: visit.now),
                byHand: visit.link(.userLink(id: .value(user.id.text))),
                back: Crumb(user.name, visit.link(.user(id: .value(user.id.text)))))
        }
        return OneTimeLinkPage.page(
            name: user.name, link: address + visit.link(.newPassword(token: .value(secret))),
            until: When.near(until, now: visit.now),
            back: Crumb(user.name, visit.link(.user(id: .value(user.id.text)))))
    }

    // MARK: - Roles and stand-ins

    @Sendable private static func changeKind(_ visit: Visit) async throws -> Reply {
        guard let kind = Binding.Who(rawValue: visit.form["kind"]) else {
            return .page(try await page(visit, problems: [Problem("kind", "Choose what they are")]))
        }
        do {
            try await ChangeUserKind(user: Identifier(visit.part("user")), to: kind, why: visit.form.trimmed("kindWhy"))
                .perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, problems: errors.map(Problem.init)))
        }
    }

    @Sendable private static func grant(_ visit: Visit) async throws -> Reply {
        guard let role = Role(rawValue: visit.form["role"]) else {
            return .page(try await page(visit, problems: [Problem("role", "Choose a role")]))
        }
        do {
            try await GrantRole(
                user: Identifier(visit.part("user")), role: role, school: school(visit),
                from: try DayField.beginning(visit.form.trimmed("begins"), field: "begins"),
                until: try DayField.end(visit.form.trimmed("until"), field: "until"), why: visit.form.trimmed("why")
            ).perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.invalid(let errors) {
            return .page(try await page(visit, problems: errors.map(Problem.init)))
        }
    }

    private static func school(_ visit: Visit) -> Identifier<School>? {
        visit.form["school"].isEmpty ? nil : Identifier(visit.form["school"])
    }

    @Sendable private static func nameDeputy(_ visit: Visit) async throws -> Reply {
        do {
            let from = try DayField.beginning(visit.form.trimmed("from"), field: "from") ?? visit.now
            guard let until = try DayField.end(visit.form.trimmed("deputyUntil"), field: "deputyUntil") else {
                throw ActionError.invalid("deputyUntil", "Enter the last day")
            }
            guard let deputy = try await visit.chosen("deputy", among: deputies(of: Identifier(visit.part("user"))))
            else { throw ActionError.invalid("deputy", "Choose who stands in") }
            try await NameDeputy(
                absent: Identifier(visit.part("user")), deputy: deputy, from: from, until: until
            ).perform(in: visit.work, by: visit.actor)
            return back(visit)
        } catch ActionError.invalid(let errors) {
            let here = errors.map { Problem($0.field == "until" ? "deputyUntil" : $0.field, $0.says) }
            return .page(try await page(visit, problems: here))
        }
    }

    // MARK: - One user

    /// Who can stand in for somebody.
    private static func deputies(of user: Identifier<User>) -> UserQuery { UserQuery(besides: [user]) }

    private static func page(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let database = try visit.work.database
        let line = try await user(visit)
        let schools = try await database.schools()
        let mayChange = WhoMay.administrators.admits(visit.visitor)
        let others =
            mayChange && line.user.endedAt == nil ? try await WhoChoice(deputies(of: line.user.id), in: visit) : nil
        let deputies = try await database.deputies().filter { [$0.absent, $0.deputy].contains(line.user.id) }
        return UserPage.page(
            line, schools: schools,
            others: others.map {
                $0.field(
                    "deputy", "Who stands in?", first: nil, chosen: visit.form["deputy"], problems: problems)
            }, names: try await database.userNames(deputies.flatMap { [$0.absent, $0.deputy] }),
            deputies: deputies.filter { $0.absent == line.user.id },
            standingIn: deputies.filter { $0.deputy == line.user.id }, owed: try await UserPage.Owed(line, visit),
            person: try await RollRoutes.fact(of: line.user, visit),
            mayChange: mayChange,
            bound: try await database.boundUsers()[line.user.id],
            hasCodes: try await database.hasCodes(line.user.id), mails: try await visit.work.isMailOn(),
            problems: problems, visit: visit)
    }
}
