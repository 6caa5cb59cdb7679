import Actions
import Foundation
import Governance
import Reading

/// The page for families, which everyone may read.
enum FamiliesRoutes {
    static let all: [Route] = [.get(.families, .anyone, page)]

    @Sendable private static func page(_ visit: Visit) async throws -> Reply {
        let shown = try await PolicyShown(visit)
        let (policy, version) = (shown.policy, shown.inForce.version)
        let says = policy.clauses.flatMap { clause in
            clause.carriers.compactMap { carrier -> FamiliesPage.Line? in
                guard case .told(.families, let text) = carrier else { return nil }
                return FamiliesPage.Line(text: text, section: "Policy \(clause.at)")
            }
        }
        let database = try visit.work.database
        let schools = try await database.schools()
        let school = schools.count == 1 ? schools[0] : schools.first { $0.slug == visit.query["school"] }
        let accounts = try await database.accounts(at: school?.id).filter { account in
            account.state == .open && account.readers == .families && ![.individual, .teaching].contains(account.type)
        }
        let settings = try await database.settings(at: school?.id)
        let contact = (settings.phones ?? []) + (settings.emails ?? [])
        let since = version.inForceFrom.map { ", in force since \(When.date($0))" } ?? ""
        return .page(
            Page(
                "Social media and your family", eyebrow: school?.name ?? visit.organisation?.name,
                lead: "How we use social media, what we ask, and how to reach us.", frame: .journey,
                FamiliesPage(
                    says: says, anySays: !says.isEmpty,
                    accounts: accounts.map {
                        FamiliesPage.Account(name: $0.name, network: $0.network.title, handle: $0.handle)
                    }, anyAccounts: !accounts.isEmpty, pictures: visit.link(.pictures), contact: contact,
                    anyContact: !contact.isEmpty,
                    foot: "From our \(version.title)\(since).")))
    }
}
