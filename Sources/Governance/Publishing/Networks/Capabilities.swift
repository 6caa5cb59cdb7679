/// What Chaperone can do on a network by itself. What the documentation says, until the server itself was asked.
package struct Capabilities: Sendable, Equatable, Codable {
    /// Whether it publishes there; where not, a person does and brings proof.
    package var publishes: Bool
    package var alternativeText: Bool
    /// Whether nobody but the account itself can answer a post, when that is wanted.
    package var closesReplies: Bool
    /// Whom a post names may answer it all the same; nil: they may not.
    package var namedMayAnswer: Bool?
    /// Whether closing deletes the answers that are there already; nil: it does not.
    package var closingDeletesAnswers: Bool?
    package var edits: Bool
    package var takesDown: Bool
    /// Whether the network fetches a picture itself, from an address that it can reach.
    package var needsPublicPicture: Bool
    /// What it takes of films; nil: Chaperone sends none there.
    package var film: FilmLimits?
    package var limits: PostLimits

    package init(
        publishes: Bool = true, alternativeText: Bool = true, closesReplies: Bool = false,
        namedMayAnswer: Bool? = nil, closingDeletesAnswers: Bool? = nil, edits: Bool = false, takesDown: Bool = true,
        needsPublicPicture: Bool = false, film: FilmLimits? = nil, limits: PostLimits = PostLimits()
    ) {
        self.publishes = publishes
        self.alternativeText = alternativeText
        self.closesReplies = closesReplies
        self.namedMayAnswer = namedMayAnswer
        self.closingDeletesAnswers = closingDeletesAnswers
        self.edits = edits
        self.takesDown = takesDown
        self.needsPublicPicture = needsPublicPicture
        self.film = film
        self.limits = limits
    }

    /// Before somebody closes the replies to a post that has some.
    package static let closingDeletes = "Closing the replies deletes those that are there already."

    /// For whoever runs the account, a sentence for each thing that matters to them.
    package var sentences: [String] {
        guard publishes else { return ["Nothing goes out here by itself: a person publishes, and brings proof."] }
        return [
            "Approved posts go out by themselves at their time.",
            closesReplies
                ? "Replies can be closed, so that nobody\(namedMayAnswer == true ? " save whom it names" : "") answers a post."
                : "This network cannot close replies: a person looks after what is answered.",
            alternativeText
                ? "The description of a picture goes with it." : "The network takes no description of a picture.",
            edits
                ? "A post can be corrected after it is out."
                : "A post cannot be corrected after it is out: it is taken down and sent again.",
            takesDown
                ? "A post that is ordered down is taken down at once."
                : "Taking down is done by a person, who brings proof.",
            film?.sentence ?? "No film goes out here by itself: a person publishes it, and brings proof.",
        ] + (closingDeletesAnswers == true ? [Self.closingDeletes] : [])
            + (needsPublicPicture ? ["The network fetches each picture from an address that it can reach."] : [])
            + limits.sentences
    }
}

/// What a network takes of films (MP4); nil: it does not say.
package struct FilmLimits: Sendable, Equatable, Codable {
    /// Of one film, in bytes.
    package var bytes: Int?
    package var inOnePost: Int?
    /// Whether a post with a film can have pictures too.
    package var besidePictures: Bool

    package init(bytes: Int? = nil, inOnePost: Int? = nil, besidePictures: Bool = false) {
        self.bytes = bytes
        self.inOnePost = inOnePost
        self.besidePictures = besidePictures
    }

    package var sentence: String {
        let size = bytes.map { " of at most \($0 / 1_000_000) MB" } ?? ""
        return inOnePost == 1
            ? "A post can have one film\(size)\(besidePictures ? "." : ", and then no pictures.")"
            : "A post can have films\(size)."
    }
}

/// How much one post holds; nil: the network has no such limit, or does not say.
package struct PostLimits: Sendable, Equatable, Codable {
    /// As the network counts them.
    package var characters: Int?
    /// What one link counts, however long it is.
    package var linkLength: Int?
    package var pictures: Int?
    /// Of the description of one picture.
    package var alternativeText: Int?
    /// Of one picture, in bytes.
    package var pictureBytes: Int?
    /// Of one picture: its width times its height.
    package var picturePixels: Int?
    package var pictureShape: PictureShape?
    /// As `TagCount` counts them. Instagram: 30 (developers.facebook.com/docs/instagram-platform/content-publishing).
    package var hashtags: Int?
    /// Of accounts, by the same count and source: 20.
    package var mentions: Int?

    package init(
        characters: Int? = nil, linkLength: Int? = nil, pictures: Int? = nil, alternativeText: Int? = nil,
        pictureBytes: Int? = nil, picturePixels: Int? = nil, pictureShape: PictureShape? = nil, hashtags: Int? = nil,
        mentions: Int? = nil
    ) {
        self.characters = characters
        self.linkLength = linkLength
        self.pictures = pictures
        self.alternativeText = alternativeText
        self.pictureBytes = pictureBytes
        self.picturePixels = picturePixels
        self.pictureShape = pictureShape
        self.hashtags = hashtags
        self.mentions = mentions
    }

    package var sentences: [String] {
        [
            characters.map { "A post has at most \(grouped($0)) characters." },
            pictures.map { $0 == 1 ? "A post has one picture at most." : "A post has at most \($0) pictures." },
            alternativeText.map { "The description of a picture has at most \(grouped($0)) characters." },
            pictureShape?.sentence,
        ].compactMap(\.self)
    }
}
