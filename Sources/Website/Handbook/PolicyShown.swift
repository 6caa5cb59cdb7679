import Actions
import Foundation
import Governance
import Reading

/// Whose policy the room shows: in a trust a school may have its own.
struct PolicyShown {
    let inForce: PolicyInForce
    /// The school whose own policy it is; nil: the organisation's.
    let school: School?
    /// Schools that have a policy of their own in force.
    let withOwn: [School]
    /// What addresses of the room carry along, `?school=quay`; empty where there is only one policy.
    let query: String

    var policy: Policy { inForce.policy }

    /// The policy the address names, else the one of the visitor's only school, else the organisation's.
    ///
    /// - Throws: `TurnedAway.notFound` when none is in force there.
    init(_ visit: Visit) async throws {
        let work = try visit.work
        let history = try await work.database.policyHistory()
        let schools = try await work.database.schools()
        withOwn = schools.filter { history.inForce(at: $0.id, on: visit.now)?.school == $0.id }
        let chosen =
            withOwn.isEmpty
            ? nil : Self.chosen(visit.query["school"], of: schools, for: visit.session?.signedIn?.authority)
        school = withOwn.first { $0.id == chosen?.id }
        guard let inForce = try await work.policyInForce(at: school?.id) else { throw TurnedAway.notFound }
        self.inForce = inForce
        query = withOwn.isEmpty ? "" : "?school=" + (school?.slug ?? Self.all)
    }

    /// The word for the organisation's policy in an address.
    static let all = "all"

    private static func chosen(_ slug: String, of schools: [School], for authority: Authority?) -> School? {
        if !slug.isEmpty { return schools.first { $0.slug == slug } }
        let own = Set((authority?.grants ?? []).map(\.school))
        guard own.count == 1, let only = own.first else { return nil }
        return schools.first { $0.id == only }
    }

    /// Links to the other policies in force here, for whoever looks for another school's.
    func others(_ url: SiteURL, _ visit: Visit) -> [HeadAction] {
        guard !withOwn.isEmpty else { return [] }
        let link = { (slug: String) in visit.link(url) + "?school=" + slug }
        let general =
            school == nil
            ? [] : [HeadAction("\(visit.organisation?.name ?? "The organisation")’s policy", link(Self.all))]
        return general
            + withOwn.filter { $0.id != school?.id }.map { HeadAction("\($0.name)’s own policy", link($0.slug)) }
    }

    func tabs(_ visit: Visit, _ current: SiteURL) -> [Tab] {
        let remarks = policy.remarks.count + policy.remarks(on: Day(of: visit.now)).count
        let all: [(String, SiteURL, Int?)] = [
            ("Clauses", .policy, policy.clauses.count), ("Remarks", .policyRemarks, remarks),
            ("Coverage", .policyCoverage, nil), ("Guidance", .policyGuidance, nil), ("Versions", .policyVersions, nil),
        ]
        let register =
            WhoMay.registerReaders.admits(visit.visitor)
            ? [
                Tab("Who has read it", visit.link(.policyRegister), current: current == .policyRegister),
                Tab("Training", visit.link(.training), current: current == .training),
            ] : []
        return all.map { text, url, count in
            Tab(text, visit.link(url) + query, count: count, current: url == current, calls: url == .policyRemarks)
        } + register
            + (WhoMay.platformReaders.admits(visit.visitor)
                ? [Tab("Families", visit.link(.learningPlatforms), current: current == .learningPlatforms)] : [])
            + (policy.asksForAuthorityToSpeak && WhoMay.speakingReaders.admits(visit.visitor)
                ? [Tab("Authority to speak", visit.link(.speaking), current: current == .speaking)] : [])
            + [Tab("Safeguarding", visit.link(.safeguarding), current: current == .safeguarding)]
    }
}
