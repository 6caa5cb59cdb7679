import Foundation

/// A followed account that may be a learner's, by the name it shows (ACC-11).
package struct FollowedLearner: Sendable, Equatable {
    package let account: Identifier<PostingAccount>
    /// Such as `@name@mastodon.example`.
    package let handle: String
    /// As its owner writes it.
    package let name: String
    package let foundAt: Date

    package init(account: Identifier<PostingAccount>, handle: String, name: String, foundAt: Date) {
        self.account = account
        self.handle = handle
        self.name = name
        self.foundAt = foundAt
    }
}

/// When whom an account follows was last compared with the roll, and how many there were.
package struct FollowingCompared: Sendable, Equatable {
    package let at: Date
    package let followed: Int
    /// Those that may be learners', by their handles.
    package let learners: [FollowedLearner]

    package init(at: Date, followed: Int, learners: [FollowedLearner]) {
        self.at = at
        self.followed = followed
        self.learners = learners
    }
}

/// When a person last looked on the network itself whether an account follows learners, and what they found.
package struct FollowingLooked: Sendable, Equatable {
    package let at: Date
    package let by: Identifier<User>
    package let foundSome: Bool

    package init(at: Date, by: Identifier<User>, foundSome: Bool) {
        self.at = at
        self.by = by
        self.foundSome = foundSome
    }
}

extension Network {
    /// Whether a program is told whom an account follows.
    package var saysWhomItFollows: Bool { [.mastodon, .bluesky].contains(self) }
}

extension Roll {
    /// Of names that people show of themselves, those that are the full name of a learner. Read here alone: nothing of the
    /// roll goes to the network.
    package func learnersNamed(in shown: [String]) -> Set<String> {
        let reader = NameReader(self)
        return Set(shown).filter { name in
            reader.mentions(in: FieldText("name", name)).contains { mention in
                mention.form == .full && mention.people.contains { people[$0].kind == .pupil }
            }
        }
    }
}
