import Governance
import Store

/// The author's answer to whether the post infringes anyone's rights or privacy (PUB-20); nil takes it back.
package struct AnswerPrivacyQuestion: Sendable {
    package var post: Identifier<Post>
    package var infringes: Bool?

    package init(post: Identifier<Post>, infringes: Bool?) {
        self.post = post
        self.infringes = infringes
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        try await organisation.change(by: actor) { tx in
            try tx.alterDraft(of: post) { $0.infringesPrivacy = infringes }
        }
    }
}

/// The author's own flag that a post may be controversial or harm the school's standing (PUB-02, PUB-21).
package struct FlagControversial: Sendable {
    package var post: Identifier<Post>
    package var flagged: Bool

    package init(post: Identifier<Post>, flagged: Bool = true) {
        self.post = post
        self.flagged = flagged
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Int {
        try await organisation.change(by: actor) { tx in
            try tx.alterDraft(of: post) { $0.mayHarmStanding = flagged }
        }
    }
}

extension WriteTransaction {
    fileprivate func alterDraft(
        of id: Identifier<Post>, _ alter: (inout PostDraft) -> Void
    ) throws -> Recorded<Int> {
        let post = try post(id)
        let user = try requireWriter(at: post.school)
        let saved = try draft(of: post.id)
        var content = saved.content
        alter(&content)
        return content == saved.content ? .unchanged(saved.version) : try keep(content, over: saved, of: post, by: user)
    }
}
