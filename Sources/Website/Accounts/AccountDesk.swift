import Actions
import Foundation
import Governance
import Reading

/// What the pages of accounts begin with: who asks, what they may, and what the register knows.
struct AccountDesk: Sendable {
    let visit: Visit
    let work: Organisation
    let me: SignedIn
    let actor: Actor

    init(_ visit: Visit) throws {
        self.visit = visit
        work = try visit.work
        me = try visit.me
        actor = try visit.actor
    }

    var reach: AccountReach { AccountReach(me.user.id, me.authority) }

    /// The account of the address.
    func account() async throws -> OfficialAccount {
        guard let account = try await work.database.officialAccount(Identifier(visit.part("account"))),
            reach.reaches(account)
        else { throw TurnedAway.notFound }
        return account
    }

    /// The application of the address: for whoever asked, will run it, decides it, or sees the register.
    func application() async throws -> AccountApplication {
        guard let found = try await work.database.accountApplication(Identifier(visit.part("application"))),
            reach.reaches(found)
        else { throw TurnedAway.notFound }
        return found
    }

    func keeps(_ school: Identifier<School>) -> Bool {
        me.authority.holds(any: PublishingRoles.keepingAccounts, at: school)
    }

    /// Those who can be named to run an account.
    func runners() async throws -> WhoChoice { try await WhoChoice(UserQuery(isHere: true), in: visit) }

    /// Who is named on the form to run an account, the lead first; whether they may, the action says.
    func operators() async throws -> [Identifier<User>] {
        var named: [Identifier<User>] = []
        for field in AccountForms.operatorFields {
            guard let user = try await visit.chosen(field, among: UserQuery()), !named.contains(user) else { continue }
            named.append(user)
        }
        return named
    }

    /// Chips of these sections.
    func chip(_ sections: [String]) -> ClauseChip? { sections.first.map { ClauseChip.link(to: $0, in: visit) } }

    /// What the policy asks of whoever runs an account, shown when one is taken on (ACC-10, ACC-11).
    func takingOn(at school: Identifier<School>) async throws -> [Note] {
        let clauses = try await work.policyInForce(at: school)?.policy.clauses ?? []
        return clauses.flatMap { clause in
            clause.carriers.compactMap { carrier -> Note? in
                guard case .told(let place, let text) = carrier,
                    place == .account || place == .compose && clause.duties.contains("ACC-10")
                else { return nil }
                return Note(
                    .quiet, "What you take on:", text, icon: .policy,
                    clause: ClauseChip.link(to: clause.at, part: clause.part, in: visit))
            }
        }
    }

    func link(_ account: Identifier<PostingAccount>) -> String { visit.link(.account(.value(account.text))) }

    func link(_ application: Identifier<AccountApplication>) -> String {
        visit.link(.accountApplication(.value(application.text)))
    }
}

extension WhoMay {
    /// Who keeps the register of accounts.
    static let accountKeepers = WhoMay.roles(Set(PublishingRoles.keepingAccounts))
}
