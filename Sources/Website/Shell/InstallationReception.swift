import Actions
import Foundation
import Governance
import Reading

/// The entrance of a real installation.
package struct InstallationReception: Reception {
    let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func organisation(_ key: String) async throws -> Arrival? {
        let organisation: Organisation
        do { organisation = try await installation.organisation(key) } catch ActionError.notFound { return nil }
        let card = try await organisation.database.card()
        let inForce = try await organisation.policyInForce()
        let settings = try await organisation.database.settingsShown(to: nil)
        return Arrival(shown: OrganisationShown(card, inForce, settings), organisation: organisation)
    }

    package func session(token: String, at arrival: Arrival) async throws -> Session? {
        guard let organisation = arrival.organisation, let signedIn = try await organisation.signedIn(cookie: token)
        else { return nil }
        let visitor = Visitor(
            id: signedIn.user.id.text, name: signedIn.user.name, roles: Set(signedIn.authority.grants.map(\.role)))
        let schools = Set(signedIn.authority.grants.map(\.school))
        var shown = arrival.shown
        if schools.count == 1, let only = schools.first, only != nil {
            shown.take(try await organisation.database.settingsShown(to: only))
        }
        return Session(visitor: visitor, csrf: formToken(cookie: token), signedIn: signedIn, shown: shown)
    }

    package func isSetUpToken(_ token: String) async throws -> Bool { try await installation.isSetUpToken(token) }

    package func waiting(for session: Session, at arrival: Arrival) async throws -> [SiteURL: Int] {
        guard let organisation = arrival.organisation, let user = session.signedIn?.user.id else { return [:] }
        var waiting: [SiteURL: Int] = [.home: try await organisation.database.tasks(of: user).count]
        if let authority = session.signedIn?.authority, WhoMay.deciders.admits(session.visitor) {
            waiting[.approvals] = try await organisation.database.numberToDecide(for: user, with: authority)
        }
        return waiting
    }
}

extension OrganisationShown {
    init(_ card: OrganisationCard, _ inForce: PolicyInForce?, _ settings: Settings) {
        let paper = inForce.map { $0.policy.organisation.split(separator: " (").first.map(String.init) ?? "" }
        self.init(
            key: card.slug, name: card.name,
            usesPolicy: paper.map { "uses \($0)’\($0.hasSuffix("s") ? "" : "s") policy" },
            policyInForce: inForce.map { Self.sentence(card.name, $0) } ?? "No policy is in force here yet.",
            demonstration: card.isDemonstration, pupilWord: PupilWord(settings.pupil),
            colour: settings.colour.flatMap(SchoolColour.init), dslContact: settings.dslContact)
    }

    /// Takes what a school chose for how its pages look and speak.
    mutating func take(_ settings: Settings) {
        pupilWord = PupilWord(settings.pupil)
        colour = settings.colour.flatMap(SchoolColour.init)
        dslContact = settings.dslContact
    }

    private static func sentence(_ name: String, _ inForce: PolicyInForce) -> String {
        let policy = inForce.policy
        let dated = policy.facts.dated.map { ", dated \(When.partial($0))" } ?? ""
        let since = inForce.version.inForceFrom.map { ", in force here from \(When.date($0))" } ?? ""
        return "\(name) uses the \(policy.title) of \(policy.organisation)\(dated)\(since)."
    }
}
