import Foundation

/// Something someone wants to publish: what they write, the revisions that were sent, and where each one goes.
package struct Post: Sendable, Equatable {
    package var id: Identifier<Post>
    /// The school it is written for; its accounts may belong to others of the trust.
    package var school: Identifier<School>
    /// Who wrote it; never changes, and never missing (PUB-01).
    package var author: Identifier<User>
    /// Who keeps it under review; the author, until it is handed on.
    package var keeper: Identifier<User>
    package var startedAt: Date

    package init(
        id: Identifier<Post>, school: Identifier<School>, author: Identifier<User>, keeper: Identifier<User>,
        startedAt: Date
    ) {
        self.id = id
        self.school = school
        self.author = author
        self.keeper = keeper
        self.startedAt = startedAt
    }

    /// Whether they wrote it or keep it under review.
    package func isOf(_ user: Identifier<User>) -> Bool { author == user || keeper == user }
}

/// What was sent, frozen: never changed, only followed by another.
package struct Revision: Sendable, Equatable {
    package var id: Identifier<Revision>
    package var post: Identifier<Post>
    /// From 1 within the post.
    package var number: Int
    package var content: PostDraft
    /// Everyone who wrote a part of it, and who sent it.
    package var writers: Set<Identifier<User>>
    package var sentBy: Identifier<User>
    package var sentAt: Date

    package init(
        id: Identifier<Revision>, post: Identifier<Post>, number: Int, content: PostDraft,
        writers: Set<Identifier<User>>, sentBy: Identifier<User>, sentAt: Date
    ) {
        self.id = id
        self.post = post
        self.number = number
        self.content = content
        self.writers = writers
        self.sentBy = sentBy
        self.sentAt = sentAt
    }
}

/// One revision at one account, with the words and the time it has there.
package struct Placement: Sendable, Equatable {
    package var id: Identifier<Placement>
    package var post: Identifier<Post>
    package var revision: Identifier<Revision>
    package var revisionNumber: Int
    package var account: PostingAccount
    /// What the controls read; its text is what is published, to the letter.
    package var draft: Draft
    package var publishAt: Date
    package var state: PlacementState
    package var since: Date
    /// What is out already on this account and these words take the place of; nil where a new post goes out.
    package var corrects: Identifier<Placement>?

    package init(
        id: Identifier<Placement>, post: Identifier<Post>, revision: Identifier<Revision>, revisionNumber: Int,
        account: PostingAccount, draft: Draft, publishAt: Date, state: PlacementState, since: Date,
        corrects: Identifier<Placement>? = nil
    ) {
        self.corrects = corrects
        self.id = id
        self.post = post
        self.revision = revision
        self.revisionNumber = revisionNumber
        self.account = account
        self.draft = draft
        self.publishAt = publishAt
        self.state = state
        self.since = since
    }
}

/// How a person proves that something is on a network, or no longer is.
package struct Proof: Sendable, Equatable, Codable {
    /// Where it can be seen.
    package var address: String?
    /// A screenshot kept in the organisation's database: its kind, and the SHA-256 by which it is found, in hexadecimal.
    package var screenshot: Screenshot?
    /// In words, where neither can be had, as when a page is gone.
    package var note: String?

    package struct Screenshot: Sendable, Equatable, Codable {
        package var kind: ScreenshotKind
        package var digest: String

        package init(kind: ScreenshotKind, digest: String) {
            self.kind = kind
            self.digest = digest
        }
    }

    package init(address: String? = nil, screenshot: Screenshot? = nil, note: String? = nil) {
        self.address = address
        self.screenshot = screenshot
        self.note = note
    }
}
