import Actions
import Governance
import Reading

/// In a trust: which school follows the trust's policy, and which its own.
enum PolicySchoolRoutes {
    static let all: [Route] = [
        .get(.policySchools, .signedIn, list),
        .get(.policySchoolEnd(.any), .policyKeepers) { visit in .page(try await endForm(visit)) },
        .post(.policySchoolEnd(.any), .policyKeepers, .form, end),
    ]

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let database = try visit.work.database
        let history = try await database.policyHistory()
        let schools = try await database.schools()
        let authority = try visit.me.authority
        let mayAll = authority.keepsPolicy(of: nil, among: schools)
        let lines = schools.map { school in
            let version = history.inForce(at: school.id, on: visit.now)
            let own = version?.school == school.id
            let may = authority.keepsPolicy(of: school.id, among: schools)
            return PolicySchoolsPage.Line(
                name: school.name,
                tag: own ? Tag(.clear, "Its own", icon: .check) : Tag(.quiet, "The organisation’s", icon: .policy),
                policy: version.map {
                    HeadAction(PolicyVersionForms.name($0), visit.link(.policyVersion(.value($0.id.text))))
                }, since: version?.inForceFrom.map { "since \(When.date($0))" },
                own: !own && may
                    ? HeadAction("Give it its own", visit.link(.newPolicyVersion) + "?school=" + school.slug) : nil,
                end: own && mayAll
                    ? HeadAction("End its own", visit.link(.policySchoolEnd(.value(school.slug)))) : nil)
        }
        let own = lines.filter { $0.tag.tone == .clear }.count
        let heading =
            own == 0
            ? "Every school follows the organisation’s policy"
            : "\(own) of \(lines.count) \(lines.count == 1 ? "school follows" : "schools follow") a policy of their own"
        return .page(
            Page(
                heading, title: "Schools",
                lead: "A school’s own policy holds there in place of the organisation’s, for posts, tasks and pages.",
                crumb: Crumb("Versions", visit.link(.policyVersions)), room: .policy, PolicySchoolsPage(schools: lines))
        )
    }

    private static func endForm(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let schools = try await visit.work.database.schools()
        guard try visit.me.authority.keepsPolicy(of: nil, among: schools) else {
            throw TurnedAway.notAllowed("Only those who keep the organisation’s policy can end a school’s own")
        }
        let (school, history) = try await found(visit)
        guard history.inForce(at: school.id, on: visit.now)?.school == school.id,
            let instead = history.inForce(at: nil, on: visit.now)
        else { throw TurnedAway.notFound }
        return PolicyVersionForms.end(
            of: school, trust: visit.organisation?.name ?? "the organisation",
            instead: PolicyVersionForms.name(instead), to: visit.link(.policySchoolEnd(.value(school.slug))),
            back: Crumb("Schools", visit.link(.policySchools)), form: visit.form, problems: problems)
    }

    private static func found(_ visit: Visit) async throws -> (School, PolicyHistory) {
        let database = try visit.work.database
        guard let school = try await database.schools().first(where: { $0.slug == visit.part("school") }) else {
            throw TurnedAway.notFound
        }
        return (school, try await database.policyHistory())
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        var problems = PolicyVersionRoutes.unconfirmed(visit, "Tick the box if its own policy shall end now")
        if visit.form.trimmed("why").isEmpty { problems.insert(Problem("why", "Say why it ends"), at: 0) }
        let page = try await endForm(visit, problems: problems)
        guard problems.isEmpty else { return .page(page) }
        try await EndSchoolsOwnPolicy(school: found(visit).0.id, why: visit.form["why"])
            .perform(in: visit.work, by: visit.actor)
        return .see(.policySchools)
    }
}
