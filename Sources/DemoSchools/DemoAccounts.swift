import Actions
import Foundation
import Governance

/// What an invented organisation does with its accounts by its own policy: one in order, with its log-in details in the
/// vault; one that a leaver ran; one that may be opened, one that is asked for, and one that is closed. The rest are as
/// they were before the register.
struct DemoAccounts {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade
    /// The training that counts there, if any does.
    let course: Identifier<Course>?
    let today: Date

    func perform() async throws {
        let people = try crew()
        let leaver = try await newcomer()
        try await lodge("lantern ferry cobble mast", at: opened(organisation.accounts[0], by: people), by: people.lead)
        let left = try await opened(organisation.accounts[1], by: (leaver, people.lead))
        try await lodge("seven lanterns over water", at: left, by: leaver)
        try await EndUser(user: leaver, why: "Left for another school", isUnasked: true).perform(in: work, by: .console)
        let waiting = try await asked(new(.instagram), by: people)
        try await settled(waiting, by: people)
        _ = try await asked(new(.x), by: people)
        try await closed()
    }

    private var work: Organisation { organisation.organisation }

    /// Who leads the accounts, and who runs them beside.
    private func crew() throws -> (lead: Identifier<User>, second: Identifier<User>) {
        guard let lead = organisation.actor(.teacher).user,
            let second = organisation.actor(.office).user, lead != second
        else { throw DemoFault(description: "\(demo.slug): nobody runs its accounts") }
        return (lead, second)
    }

    /// Somebody who runs an account and leaves.
    private func newcomer() async throws -> Identifier<User> {
        let user = try await InviteUser(
            name: "Rowan Tate", email: "rowan.tate@\(demo.slug).example", roles: [.author], school: organisation.school
        ).perform(in: work, by: .console).user
        if let policy = try await work.policyInForce(at: organisation.school),
            policy.policy.isToBeRead(by: .employee, holding: [.author])
        {
            try await AcknowledgePolicy(version: policy.version.id).perform(in: work, by: user)
        }
        if let course {
            try await RecordTraining([user], course: course, on: Day(of: today)).perform(in: work, by: .console)
        }
        return user
    }

    /// An account that was there before, brought into order as its policy has it.
    private func opened(
        _ account: Identifier<PostingAccount>, by people: (lead: Identifier<User>, second: Identifier<User>)
    ) async throws -> Identifier<PostingAccount> {
        guard let place = organisation.accounts.firstIndex(of: account) else {
            throw DemoFault(description: "\(demo.slug): no such account")
        }
        let known = demo.accounts[place]
        guard let network = Network(rawValue: known.network) else {
            throw DemoFault(description: "\(demo.slug): \(known.network)")
        }
        var wish = wished(known.name, network, known.type)
        wish.readers = known.readByChildren ? .children : .families
        wish.existing = account
        // where nobody decides, those who run it bring it into order
        if try await work.accountTerms(at: organisation.school).leave != .decision {
            _ = try await ChangeOperators(
                account, operators: [people.lead, people.second], lead: people.lead, why: "They have run it for years"
            ).perform(in: work, by: .console)
        }
        let application = try await asked(wish, by: people)
        try await settled(application, by: people, address: known.handle)
        var details = AccountDetails()
        (details.comments, details.tagging, details.twoFactor) = (false, false, true)
        details.openness = .open
        details.privacyCheckedAt = work.clock.now
        details.loginEmail = demo.schools[0].email
        details.recoveryEmail = demo.schools[0].email
        let terms = try await work.accountTerms(at: organisation.school)
        let opener = terms.openingRoles.isEmpty ? people.lead : try holder(of: terms.openingRoles)
        let outcome = try await ActivateAccount(application, handle: known.handle, details: details)
            .perform(in: work, by: .user(opener))
        guard case .done(let id) = outcome else {
            throw DemoFault(description: "\(demo.slug): \(known.name) is not opened: \(outcome)")
        }
        try await CheckAccount(id, found: "All as it should be").perform(in: work, by: .user(people.lead))
        return id
    }

    private func wished(_ name: String, _ network: Network, _ type: Draft.AccountType) -> AccountCase {
        AccountCase(
            name: name, network: network, type: type, aim: "Show families what is made and learned here",
            audience: "Families, and those who may join us", promotion: "The newsletter and the website",
            openness: .open, reason: "Families who live far away cannot come to our exhibitions",
            talk: "Talked over with the headteacher this month: one account, looked at every week")
    }

    /// A new account that this policy can have.
    private func new(_ network: Network) -> AccountCase {
        let isLydiate = demo.policy == "LLT"
        var wish = wished(
            "\(isLydiate ? "Sixth form" : network == .x ? "Choir" : "Library") on \(network.title)", network,
            isLydiate ? .schoolMain : .department)
        wish.forSixthForm = isLydiate
        return wish
    }

    private func asked(
        _ wish: AccountCase, by people: (lead: Identifier<User>, second: Identifier<User>)
    ) async throws -> Identifier<AccountApplication> {
        var wish = wish
        wish.operators = [people.lead, people.second]
        wish.lead = people.lead
        let outcome = try await ApplyForAccount(school: organisation.school, asked: wish)
            .perform(in: work, by: .user(people.lead))
        guard case .done(let id) = outcome else {
            throw DemoFault(description: "\(demo.slug): \(wish.name) is refused: \(outcome)")
        }
        return id
    }

    /// The decision or the telling.
    private func settled(
        _ application: Identifier<AccountApplication>,
        by people: (lead: Identifier<User>, second: Identifier<User>), address: String = "@library"
    ) async throws {
        let terms = try await work.accountTerms(at: organisation.school)
        guard terms.leave == .decision else {
            try await TellOfAccount(application, address: address).perform(in: work, by: .user(people.lead))
            return
        }
        let outcome = try await DecideApplication(application, .approve(why: "Families asked for it"))
            .perform(in: work, by: .user(try holder(of: terms.deciders)))
        if let refusal = outcome.refusal {
            throw DemoFault(description: "\(demo.slug): not approved: \((refusal.blocks + refusal.holds).map(\.says))")
        }
    }

    /// Who holds one of these roles at the first school.
    private func holder(of roles: [Role]) throws -> Identifier<User> {
        let slug = demo.schools[0].slug
        let found = demo.people.first { person in
            person.grants.contains { roles.contains($0.role) && ($0.school == nil || $0.school == slug) }
        }
        guard let user = found.flatMap({ organisation.users[$0.key] }) else {
            throw DemoFault(description: "\(demo.slug): nobody is \(roles)")
        }
        return user
    }

    private func lodge(
        _ password: String, at account: Identifier<PostingAccount>, by user: Identifier<User>
    ) async throws {
        try await LodgeLogin(account, LoginDetails(userName: demo.schools[0].email, password: password))
            .perform(in: work, by: .user(user))
    }

    private func closed() async throws {
        let account = try await AddAccount(
            school: organisation.school, name: "Sports day 2017", network: .x, handle: "\(demo.slug)-sports-2017"
        ).perform(in: work, by: .console)
        try await CloseAccount(
            account, reason: "Nobody has used it since 2019", archive: "Its posts as a file, with the office",
            followers: "A last post sent them to the main account", proof: "Page not found"
        ).perform(in: work, by: .console)
    }
}
