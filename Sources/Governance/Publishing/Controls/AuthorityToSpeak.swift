/// Nobody speaks for the school on their own word.
package struct AuthorityToSpeak: Control {
    package static let id = "publishing.authority-to-speak"
    package static let about =
        "Stops a post that someone wrote who has no authority to speak for the school, whose authority has ended, or "
        + "who still lacks the training it asks for. Carried as a hold, such an author proposes and a manager lets go."
    package static let parameters: [Parameter] = []
    package static let codes = ["authority_missing", "authority_ended", "authority_untrained"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .schoolAccount, let speakers = post.speakers else { return [] }
        return speakers.without.map { one in
            Observation(
                code(one.why), refs: [one.ref, speakers.words], basis: .record, says: says(one),
                advice: "It can be sent all the same: it goes out only when a manager has let it go.")
        }
    }

    private func code(_ why: Speakers.Why) -> String {
        switch why {
        case .notGiven: "authority_missing"
        case .ended: "authority_ended"
        case .untrained: "authority_untrained"
        }
    }

    private func says(_ one: Speakers.Without) -> String {
        switch one.why {
        case .notGiven: "\(one.name) has no authority to speak for the school."
        case .ended(let day): "\(one.name)’s authority to speak for the school ended on \(day.inWords)."
        case .untrained: "\(one.name) may speak for the school only after the training that was asked for."
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("an author with authority", .example("Sports day").written([]), finds: []),
        .init("a draft whose author is not known, as when it is screened", .example("Sports day"), finds: []),
        .init(
            "on a personal account", .example("My garden") { $0.capacity = .personalAccount }.written([.notGiven]),
            finds: []),
        .init(
            "an author to whom nobody gave it", .example("Sports day").written([.notGiven]),
            finds: ["authority_missing"]),
        .init(
            "an author whose authority has ended",
            .example("Sports day").written([.ended(Day(of: PublishPost.exampleTime).adding(days: -1))]),
            finds: ["authority_ended"]),
        .init(
            "an author without the training it asks for", .example("Sports day").written([.untrained]),
            finds: ["authority_untrained"]),
        .init(
            "two who wrote it, neither with authority", .example("Sports day").written([.notGiven, .untrained]),
            finds: ["authority_missing", "authority_untrained"]),
    ]
}

extension PublishPost {
    fileprivate func written(_ without: [Speakers.Why]) -> PublishPost {
        PublishPost(
            draft: draft, roll: roll, organisation: organisation,
            speakers: Speakers(
                without: without.enumerated().map { number, why in
                    Speakers.Without(ref: "U\(number)", name: "Anna Whitcombe", why: why)
                }, words: "words"))
    }
}
