import Foundation
import Governance
import Platforms
import Store

/// Asks the network whom an account follows, and compares the names they show with the roll: the school's accounts follow no
/// learners (ACC-11). The comparison is made here; nothing of the roll goes out.
package struct CompareFollowing: Sendable {
    package var account: Identifier<PostingAccount>

    package init(_ account: Identifier<PostingAccount>) { self.account = account }

    /// As somebody asks for it: those who run the account or keep its log-in details, and administrators. Throws `.invalid`
    /// with the network's trouble.
    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        _ = try await organisation.look(by: actor) { tx in
            _ = try organisation.connectable(account, tx)
        }
        do { try await compare(in: organisation, by: actor) } catch let trouble as NetworkTrouble {
            throw ActionError.conflict(trouble.says)
        }
    }

    /// Each day, where the policy or the school asks it and the network says whom an account follows.
    func daily(in organisation: Organisation) async throws {
        let isAsked = try await organisation.look(by: .schedule) { tx -> Bool in
            let school = try tx.officialAccount(account).account.school
            let policy = try organisation.policyInForce(at: school, on: tx.now, tx)?.policy
            let asks = !(policy?.sections(carriedBy: .accountFollowing) ?? []).isEmpty
            return try asks || tx.settings(at: school).isFollowingCompared
        }
        guard isAsked else { return }
        // what the network does not say is no trouble of its own: the connection was looked at a moment ago
        do { try await compare(in: organisation, by: .schedule) } catch is NetworkTrouble {}
    }

    private func compare(in organisation: Organisation, by actor: Actor) async throws {
        guard let (_, network) = try await organisation.networkConnection(of: account) else {
            throw NetworkTrouble.cannot("The account is not connected")
        }
        let followed = Array(try await network.following().prefix(FollowedAccount.most))
        // thousands of names are read before the change is begun, which keeps everybody else's waiting
        let named = try await learnersNamed(in: followed.map(\.name), organisation)
        let isSame = try await organisation.change(by: actor) { tx -> Recorded<Bool> in
            let official = try tx.officialAccount(account)
            let learners = Dictionary(
                followed.filter { named.contains($0.name) }.map { ($0.handle, $0.name) },
                uniquingKeysWith: { first, _ in first }
            ).map { FollowedLearner(account: account, handle: $0.key, name: $0.value, foundAt: tx.now) }
            let before = try tx.followingCompared(of: account)
            let isSame = before.map { Set($0.learners.map(\.handle)) == Set(learners.map(\.handle)) } ?? false
            if isSame, actor.user == nil { return .unchanged(true) }
            try tx.write(learners, of: account, followed: followed.count)
            return Recorded(
                false,
                Event(
                    .followingCompared, .account(account),
                    after: ["followed": .number(followed.count), "learners": .number(learners.count)]),
                tasks: learners.isEmpty
                    ? [.close(.unfollow, .account(account))]
                    : try organisation.unfollowing(official, found: "may follow", tx))
        }
        if isSame {
            try await organisation.database.keep { [account] in
                try $0.noteCompared(account, followed: followed.count)
            }
        }
        try await organisation.noteDue()
    }

    private func learnersNamed(in shown: [String], _ organisation: Organisation) async throws -> Set<String> {
        let school = try await organisation.look(by: .schedule) { tx in
            try tx.officialAccount(account).account.school
        }
        guard let (slug, _) = try await organisation.database.slugAndSettings(of: school) else {
            throw ActionError.notFound
        }
        return try await organisation.database.rollNow(ofSchool: slug)?.learnersNamed(in: shown) ?? []
    }
}

extension Organisation {
    /// Whoever runs the account, and who keeps its log-in details, stop following those who learn here.
    /// - Parameter found: whether it follows somebody, or may.
    func unfollowing(_ official: OfficialAccount, found: String, _ tx: WriteTransaction) throws -> [TaskChange] {
        let school = official.account.school
        let policy = try policyInForce(at: school, on: tx.now, tx)?.policy
        let terms = AccountTerms(policy)
        let role = try tx.firstHeld(terms.custodians + [.administrator], at: school)
        var assignees: [NewTask.Assignee] = [.role(role, at: school)]
        if let lead = official.lead?.user { assignees.append(.user(lead)) }
        let says = "“\(official.account.name)” \(found) somebody who learns here: look, and stop following whoever does"
        return assignees.map {
            .open(
                NewTask(
                    .unfollow, .account(official.id), for: $0, due: tx.now + 2 * 86_400,
                    rule: accountRule(says, policy?.sections(carriedBy: .accountFollowing) ?? [])))
        }
    }
}
