import Actions
import Governance
import Reading

/// What the organisation and its schools choose for themselves. An organisation that is one school has one page.
enum SettingsRoutes {
    static let all: [Route] = [
        .get(.settings, .settingsKeepers, whole),
        .post(.settings, .settingsKeepers) { visit in try await save(nil, visit) },
        .get(.schoolSettings(.any), .settingsKeepers) { visit in
            .page(try await page(try await SchoolRoutes.school(visit), visit))
        },
        .post(.schoolSettings(.any), .settingsKeepers) { visit in
            try await save(try await SchoolRoutes.school(visit), visit)
        },
    ]

    /// The organisation's own; whoever may not change those, or has but one school, sees that school's.
    @Sendable private static func whole(_ visit: Visit) async throws -> Reply {
        let schools = try await visit.work.database.schools()
        let authority = try visit.me.authority
        if schools.count > 1, authority.holds(any: Settings.keepers, at: nil) {
            return .page(try await page(nil, visit))
        }
        guard let own = schools.first(where: { authority.holds(any: Settings.keepers, at: $0.id) }) else {
            throw TurnedAway.notPermitted
        }
        return .see(.schoolSettings(.value(own.slug)))
    }

    private static func page(
        _ school: School?, _ visit: Visit, form: Form? = nil, problems: [Problem] = []
    ) async throws -> Page {
        guard try visit.me.authority.holds(any: Settings.keepers, at: school?.id) else {
            throw TurnedAway.notPermitted
        }
        let database = try visit.work.database
        let own = try await database.ownSettings(of: school?.id)
        let schools = try await database.schools()
        let isBelow = school != nil && schools.count > 1
        let changes = try await database.settingsChanges(of: school?.id)
        let scope = SettingsForm.Scope(
            name: school?.name ?? visit.organisation?.name ?? "",
            above: isBelow ? try await database.ownSettings(of: nil) : nil, seen: changes.first?.number ?? 0,
            last: changes.first?.whenAndWho(now: visit.now),
            changes: changes.map { $0.settingsWords(now: visit.now) }, asksForTwo: own.isTwoPeopleForLogins,
            waiting: try await waiting(at: school?.id, visit), isOneOfSeveral: schools.count > 1)
        var page = SettingsForm.page(
            form ?? SettingsFields.form(of: own, isBelow: isBelow), of: scope, to: link(school, visit),
            schools: visit.site.routes.admit(visit.visitor, to: .schools)
                ? HeadAction("Schools", visit.link(.schools)) : nil,
            saved: visit.query.has("saved") && problems.isEmpty, problems: problems)
        if visit.site.routes.admit(visit.visitor, to: .mail) {
            page.actions.append(HeadAction("Mail", icon: .mail, visit.link(.mail)))
        }
        if try await database.settings(at: school?.id).isNewsPublic {
            let own = isBelow ? school.map { SiteURL.schoolNews(.value($0.slug)) } : nil
            page.actions.append(HeadAction("The public page of what we publish", visit.link(own ?? .news)))
        }
        return page
    }

    /// That somebody asked for one person alone to look at log-in details again, and until when another may confirm it.
    private static func waiting(at school: Identifier<School>?, _ visit: Visit) async throws -> Note? {
        let database = try visit.work.database
        guard let request = try await database.waitingOnePersonRequest(at: school) else { return nil }
        let name = try await database.user(request.askedBy)?.user.name ?? "Someone who has left"
        return Note(
            .hold, "\(name) asks that one person alone may look at log-in details.",
            "Until another confirms it, two are asked for. It lapses \(When.near(request.lapsesAt, now: visit.now)).",
            icon: .lock, link: HeadAction("See it and answer", visit.link(.onePerson(.value(request.id.text)))))
    }

    private static func link(_ school: School?, _ visit: Visit) -> String {
        visit.link(school.map { .schoolSettings(.value($0.slug)) } ?? .settings)
    }

    private static func save(_ school: School?, _ visit: Visit) async throws -> Reply {
        let database = try visit.work.database
        let shown = try await database.ownSettings(of: school?.id)
        let last = try await database.settingsChanges(of: school?.id, most: 1).first
        if let last, let seen = Int(visit.form["seen"]), seen != last.number {
            let says = "They were changed \(last.whenAndWho(now: visit.now)), while you wrote. Look below what it was, "
            let problem = Problem("phones", says + "then save yours again")
            return .page(try await page(school, visit, form: visit.form, problems: [problem]))
        }
        do {
            try await ChangeSettings(
                at: school?.id, to: try SettingsFields.settings(visit.form), shown: shown, why: visit.form["why"]
            ).perform(in: visit.work, by: visit.actor)
            return .seeLink(link(school, visit) + "?saved")
        } catch ActionError.invalid(let errors) {
            return .page(try await page(school, visit, form: visit.form, problems: errors.map(Problem.init)))
        }
    }
}
