import Foundation

/// A picture or film that was taken in: decoded, turned upright, rid of everything that its file said beside the picture, and
/// kept encrypted outside the database. What is known of it, without the bytes.
package struct StoredPicture: Sendable, Equatable {
    package var id: Identifier<StoredPicture>
    /// The post it was added to; a picture belongs to one post.
    package var post: Identifier<Post>
    package var kind: Medium.Kind
    package var state: State
    package var addedBy: Identifier<User>
    package var addedAt: Date
    /// In pixels, upright; of the largest file kept.
    package var width: Int
    package var height: Int
    /// Sixteen hexadecimal digits that are alike for pictures that look alike; of the picture as a whole, never of a face.
    package var fingerprint: String
    /// The file said where it was taken. That was taken out, and its author is told.
    package var hadPosition: Bool
    /// The day on which the camera says that it was taken; nil: the file does not say.
    package var takenOn: Day?
    /// How long a film runs; nil for a picture.
    package var milliseconds: Int?
    /// SHA-256 of its largest picture as it was kept, in 64 hexadecimal digits: the same file brought again has the same. Nil
    /// for one from before this was kept.
    package var digest: String?
    /// Since when it is held, because it looks like one that must not exist; nil: it is not, or a person has looked at it.
    package var heldAt: Date?

    /// What became of its bytes.
    package enum State: String, Sendable, Codable, CaseIterable {
        case ready
        /// Taken out of its draft before it was ever sent; its bytes are gone.
        case removed
        /// Destroyed because it compromises somebody (IMG-06); its bytes are gone, the fact is kept.
        case destroyed
        /// It may be a crime or a nude of a child: nobody sees, copies, forwards or deletes it, until the safeguarding
        /// lead has settled it with those outside who must.
        case sealedAway = "sealed-away"
    }

    package init(
        id: Identifier<StoredPicture>, post: Identifier<Post>, kind: Medium.Kind, state: State,
        addedBy: Identifier<User>, addedAt: Date, width: Int, height: Int, fingerprint: String, hadPosition: Bool,
        takenOn: Day?, milliseconds: Int? = nil, digest: String? = nil, heldAt: Date? = nil
    ) {
        self.id = id
        self.post = post
        self.kind = kind
        self.state = state
        self.addedBy = addedBy
        self.addedAt = addedAt
        self.width = width
        self.height = height
        self.fingerprint = fingerprint
        self.hadPosition = hadPosition
        self.takenOn = takenOn
        self.milliseconds = milliseconds
        self.digest = digest
        self.heldAt = heldAt
    }
}

extension StoredPicture {
    /// Whether it waits for a person to say that it is another than the one it looks like.
    package var isHeld: Bool { state == .ready && heldAt != nil }
    /// Whether a screenshot may be kept in which it stands: it was not destroyed or locked, and does not look like one that
    /// was.
    package var mayBeCopied: Bool { state != .destroyed && state != .sealedAway && heldAt == nil }
    package var looks: PictureLooks {
        PictureLooks(fingerprint: fingerprint, width: width, height: height, digest: digest)
    }

    /// The sizes in which a picture is kept, each scaled down to fit and never up.
    package enum Size: String, Sendable, Codable, CaseIterable {
        /// At most 4,096 pixels on the longer side: what a website or a generous network gets.
        case full
        /// At most 1,600 pixels and 950,000 bytes: fits every network that we know (Bluesky once took one megabyte).
        case post
        /// At most 480 pixels, for our own pages.
        case thumbnail
        /// Of a film alone: the film itself; the other sizes are a picture of it.
        case film

        /// Those of every picture, and of the picture that stands for a film.
        package static let still: [Size] = [.full, .post, .thumbnail]

        /// The most pixels on the longer side.
        package var longestSide: Int {
            switch self {
            case .full, .film: 4_096
            case .post: 1_600
            case .thumbnail: 480
            }
        }
    }
}
