import Actions
import Foundation
import Governance
import Reading

/// The entrance of a real installation.
package struct InstallationReception: Reception {
    let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func arrive(at key: String, token: String?) async throws -> Arrival? {
        let organisation: Organisation
        do { organisation = try await installation.organisation(key) } catch ActionError.notFound { return nil }
        let entrance = try await organisation.entrance(cookie: token)
        var session: Session?
        if let token, let signedIn = entrance.signedIn {
            let visitor = Visitor(
                id: signedIn.user.id.text, name: signedIn.user.name,
                roles: Set(signedIn.authority.grants.map(\.role)),
                everywhere: Set(signedIn.authority.grants.filter { $0.school == nil }.map(\.role)))
            session = Session(visitor: visitor, csrf: formToken(cookie: token), signedIn: signedIn)
        }
        return Arrival(shown: OrganisationShown(entrance), organisation: organisation, session: session)
    }

    package func isSetUpToken(_ token: String) async throws -> Bool { try await installation.isSetUpToken(token) }

    package func waiting(for session: Session, at arrival: Arrival) async throws -> [SiteURL: Int] {
        guard let organisation = arrival.organisation, let signedIn = session.signedIn else { return [:] }
        let decides = WhoMay.deciders.admits(session.visitor)
        let waiting = try await organisation.database.waiting(
            for: signedIn.user.id, decidingWith: decides ? signedIn.authority : nil)
        return waiting.byRoom
    }
}

extension Waiting {
    /// For the navigation.
    var byRoom: [SiteURL: Int] { [.home: tasks, .approvals: toDecide] }
}

extension OrganisationShown {
    init(_ entrance: Entrance) {
        let (card, inForce, settings) = (entrance.card, entrance.policy, entrance.settings)
        let paper = inForce.map { $0.policy.organisation.split(separator: " (").first.map(String.init) ?? "" }
        self.init(
            key: card.slug, name: card.name,
            usesPolicy: paper.map { "uses \($0)’\($0.hasSuffix("s") ? "" : "s") policy" },
            policyInForce: inForce.map { Self.sentence(card.name, $0) } ?? "No policy is in force here yet.",
            demonstration: card.isDemonstration, pupilWord: PupilWord(settings.pupil),
            colour: settings.colour.flatMap(SchoolColour.init), dslContact: settings.dslContact,
            questions: inForce.map { WhomToAsk.all(under: $0.policy, chosen: settings.questionsTo).map(Question.init) }
                ?? [])
    }

    private static func sentence(_ name: String, _ inForce: PolicyInForce) -> String {
        let policy = inForce.policy
        let dated = policy.facts.dated.map { ", dated \(When.partial($0))" } ?? ""
        let since = inForce.version.inForceFrom.map { ", in force here from \(When.date($0))" } ?? ""
        return "\(name) uses the \(policy.title) of \(policy.organisation)\(dated)\(since)."
    }
}

extension OrganisationShown.Question {
    init(_ ask: WhomToAsk) {
        let role = "the \(ask.role.title)"
        text =
            switch ask.topic {
            case .policy: "Not sure what the policy means? Ask \(role)."
            case .groups: "Questions about a group of staff on social media? Ask \(role)."
            }
        small = ask.section.map { "Policy \($0)" } ?? "Our choice, not in the policy"
    }
}
