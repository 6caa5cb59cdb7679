import Actions
import Foundation
import Governance
import Reading

/// Telling the safeguarding lead of a concern, and hearing of one.
enum ConcernRoutes {
    static let all: [Route] = [
        .get(.tellDSL, .signedIn) { visit in .page(try await tell(visit, from: visit.cameFrom)) },
        .post(.tellDSL, .signedIn, .form, raise),
        .get(.concern(.any), .concernHearers) { visit in .page(try await concern(visit)) },
        .post(.concern(.any), .concernHearers) { visit in
            _ = try await concern(visit)
            try await HearConcern(Identifier(visit.part("concern"))).perform(in: visit.work, by: visit.me.user.id)
            return .see(.concern(.value(visit.part("concern"))))
        },
    ]

    private static func tell(_ visit: Visit, from page: String?, _ problems: [Problem] = []) async throws -> Page {
        let policy = try await visit.work.policyInForce()?.policy
        let sections =
            policy?.clauses.filter { !Set($0.duties).isDisjoint(with: ["INC-01", "ENG-10", "HBK-16"]) }.map(\.at) ?? []
        var seen: [String] = []
        for section in sections where !seen.contains(section) { seen.append(section) }
        let item = shown(page, visit)
        return TellDSLPage.page(
            leads: try await leads(visit), contact: visit.organisation?.dslContact,
            clauses: seen.map { ClauseChip.link(to: $0, in: visit) }, isTold: visit.query["told"] == "yes",
            form: TellDSLPage.Form(
                to: visit.link(.tellDSL), page: item?.page, from: item?.name, chosen: visit.form["about"], problems),
            problems: problems)
    }

    private static func leads(_ visit: Visit) async throws -> [TellDSLPage.Lead] {
        let database = try visit.work.database
        let reach = (try? visit.me)?.authority.reach(as: Role.allCases) ?? .all
        let near = try await database.userChoices(UserQuery(holding: [.dsl], within: reach))
        let leads = near.isEmpty ? try await database.userChoices(UserQuery(holding: [.dsl])) : near
        return leads.map { TellDSLPage.Lead($0.user.name, role: Role.dsl.title, email: $0.user.email) }
    }

    @Sendable private static func raise(_ visit: Visit) async throws -> Reply {
        let page = shown(visit.form["page"], visit)?.page
        guard let about = Concern.About(rawValue: visit.form["about"]) else {
            return .page(try await tell(visit, from: page, [Problem("about", "Choose what it is about")]))
        }
        do {
            try await RaiseConcern(about: about, page: page).perform(in: visit.work, by: visit.me.user.id)
        } catch ActionError.conflict(let says) {
            return .page(try await tell(visit, from: page, [Problem("about", says)]))
        }
        return .seeLink(visit.link(.tellDSL) + "?told=yes")
    }

    private static func concern(_ visit: Visit) async throws -> Page {
        guard let read = try await visit.work.database.concern(Identifier(visit.part("concern"))),
            read.concern.isHeard(by: try visit.me.authority)
        else { throw TurnedAway.notFound }
        let item = shown(read.concern.page, visit)
        return ConcernPage.page(
            by: read.raisedBy ?? "Someone who has left", at: read.raisedAt, about: read.concern.about,
            item: item.map { Fact("Raised from", $0.name, link: visit.link(.home) + $0.page) },
            locked: read.concern.page == "/consent/locked" ? visit.link(.lockedPictures) : nil,
            heard: read.heard.map { ($0.by ?? "Someone who has left", $0.at) },
            to: visit.link(.concern(.value(visit.part("concern")))), home: visit.link(.home))
    }

    /// What kind of thing a page of this organisation shows; nil for an address that is none of its pages, and for the
    /// first page and this one, which show nothing in particular.
    private static func shown(_ page: String?, _ visit: Visit) -> (page: String, name: String)? {
        guard var page, page.hasPrefix("/"), page.utf8.count < 200, !page.hasPrefix("/tell-the-dsl"),
            visit.site.routes.isPageOfSignedIn(visit.link(.home) + page)
        else { return nil }
        // Whoever is told reads the post; writing at it is for others.
        if page.hasPrefix("/posts/"), page.hasSuffix("/edit") { page.removeLast("/edit".count) }
        return (page, names.first { page.hasPrefix($0.start) }?.name ?? "A page of Chaperone")
    }

    private static let names: [(start: String, name: String)] = [
        ("/posts/", "A post"), ("/placements/", "A post"), ("/approvals/", "A post"),
        ("/accounts/groups/", "A group of staff"), ("/accounts/applications/", "An account that was asked for"),
        ("/accounts/", "An account"), ("/people/classes", "A class"), ("/people/", "Someone on the roll"),
        ("/users/", "Someone who signs in"), ("/policy/learning-platforms", "A learning platform"),
        ("/policy", "The policy"), ("/consent/locked", "A locked picture"),
    ]
}

extension WhoMay {
    /// Who may be told of a concern; which of them is, the concern says.
    static let concernHearers = WhoMay.roles(Set(Concern.hearers))
}
