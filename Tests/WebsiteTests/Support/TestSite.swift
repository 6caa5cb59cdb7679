import Foundation
import Governance

@testable import Website

/// A school that exists for tests of the shell; whoever comes with a role as the cookie has that role.
struct TestReception: Reception {
    func arrive(at key: String, token: String?) async throws -> Arrival? {
        guard key == "harbour-view" else { return nil }
        // "headteacher@quay" holds the role at one school only
        let parts = token?.split(separator: "@") ?? []
        let session = parts.first.flatMap { Role(rawValue: String($0)) }.map { role in
            Session(
                visitor: Visitor(
                    id: "u1", name: "Priya Nair", roles: [role], everywhere: parts.count > 1 ? [] : [role]),
                csrf: "token")
        }
        return Arrival(shown: TestSite.harbourView, session: session)
    }

    func isSetUpToken(_ token: String) async throws -> Bool { token == "console" }

    func waiting(for session: Session, at arrival: Arrival) async throws -> [SiteURL: Int] { [.approvals: 4] }
}

enum TestSite {
    static let harbourView = OrganisationShown(
        key: "harbour-view", name: "Harbour View School", usesPolicy: "uses The Link School’s policy",
        policyInForce: "Harbour View School uses The Link School’s policy, version of September 2022, in force here "
            + "from 1 September 2026.",
        demonstration: true, colour: SchoolColour("#0f6674"),
        dslContact: "Call the school on 0191 496 0123 and ask for the safeguarding lead.")

    /// Friday 20 November 2026, 15:42.
    static let now = Date(timeIntervalSince1970: 1_795_189_320)

    static func site(secure: Bool = false, routes: RouteTable = .product) throws -> Site {
        try Site(reception: TestReception(), trust: Site.Trust(secure: secure), routes: routes, now: { now })
    }

    static func visit(_ roles: Set<Role> = [.author], site: Site) -> Visit {
        Visit(
            site: site, organisation: harbourView, visitor: Visitor(id: "u1", name: "Priya Nair", roles: roles),
            csrf: "token", now: now, reference: "7K2M-40QD")
    }
}
