import Foundation
import Governance
import Store

/// What the policy says of a draft at each of its places, as one types. Nothing is stored.
package struct CheckDraft: Sendable {
    package var content: PostDraft
    /// The post it belongs to, whose corrections and releases are shown with the findings; nil before it is begun.
    package var post: Identifier<Post>?
    /// Whoever is writing; nil: whoever only looks.
    package var writer: Identifier<User>?

    package init(content: PostDraft, post: Identifier<Post>? = nil, by writer: Identifier<User>? = nil) {
        self.content = content
        self.post = post
        self.writer = writer
    }

    package func perform(in organisation: Organisation) async throws -> [PlaceCheck] {
        try checkSize(of: content)
        let answers = try await post.asyncMap { try await organisation.database.answers(of: $0) }
        let writers = try await writers(in: organisation.database)
        let judgements = try await post.asyncMap { try await organisation.database.judgements(of: $0) } ?? []
        let judged = PictureJudgements(sending: judgements)
        let now = organisation.clock.now
        var checks: [PlaceCheck] = []
        for place in content.places {
            guard let account = try await organisation.database.account(place.account) else { continue }
            let rules = try await organisation.postRules(at: account.school)
            let draft = content.draft(for: place, on: account)
            let act = try await rules.act(draft, by: writers, judged: judged, sentBy: writer, organisation.database)
            let decision = rules.door.decide(act, at: now)
            let confirmed = Set(answers?.confirmed(at: account.school).map(\.finding) ?? [])
            checks.append(
                PlaceCheck(
                    account: account, decision: decision, length: CharacterCount(draft.text, on: account.network),
                    corrected: confirmed))
        }
        return checks
    }

    private func writers(in database: OrganisationDatabase) async throws -> Set<Identifier<User>>? {
        let known = try await post.asyncMap { try await database.writers(of: $0) } ?? []
        let writers = known.union(writer.map { [$0] } ?? [])
        return writers.isEmpty ? nil : writers
    }
}

/// What the check found at one place.
package struct PlaceCheck: Sendable {
    package let account: PostingAccount
    package let decision: Decision
    package let length: CharacterCount
    /// Corrections that an approver has confirmed; these findings no longer count.
    package let corrected: Set<FindingKey>

    /// Findings that still count.
    package var standing: [Finding] {
        decision.findings.filter { $0.basis != .reading || !corrected.contains($0.key) }
    }
}

extension Optional {
    fileprivate func asyncMap<Other>(_ transform: (Wrapped) async throws -> Other) async rethrows -> Other? {
        if let self { try await transform(self) } else { nil }
    }
}
