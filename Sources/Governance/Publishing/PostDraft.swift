import Foundation

/// What an author has written, for all its places together. Saved as one writes; frozen as a revision when sent.
package struct PostDraft: Sendable, Equatable, Codable {
    package var text: String
    package var links: [String]
    /// Words the draft is marked with, such as `confidential`.
    package var labels: [String]
    /// Whose words these are, when they are somebody else's.
    package var sharedFrom: ThirdParty?
    /// The author's answer to "does it infringe anyone's privacy or rights?"; nil: not answered.
    package var infringesPrivacy: Bool?
    /// The author's own flag: it may be controversial, or harm the school's standing.
    package var mayHarmStanding: Bool
    package var teaching: TeachingConsideration?
    /// For every place that has no time of its own.
    package var publishAt: Date?
    package var places: [DraftPlace]
    /// In the order in which they go out.
    package var pictures: [DraftPicture]

    package init(
        text: String = "", links: [String] = [], labels: [String] = [], sharedFrom: ThirdParty? = nil,
        infringesPrivacy: Bool? = nil, mayHarmStanding: Bool = false, teaching: TeachingConsideration? = nil,
        publishAt: Date? = nil, places: [DraftPlace] = [], pictures: [DraftPicture] = []
    ) {
        self.text = text
        self.links = links
        self.labels = labels
        self.sharedFrom = sharedFrom
        self.infringesPrivacy = infringesPrivacy
        self.mayHarmStanding = mayHarmStanding
        self.teaching = teaching
        self.publishAt = publishAt
        self.places = places
        self.pictures = pictures
    }

    /// What the controls read for one place.
    package func draft(for place: DraftPlace, on account: PostingAccount) -> Draft {
        Draft(
            capacity: .schoolAccount, channel: account.network.channel, network: account.network,
            audience: .public, publishAt: place.publishAt ?? publishAt, text: place.text ?? text,
            media: pictures(at: place).map(\.medium), links: links,
            accountType: account.type, sharedFrom: sharedFrom, labels: labels,
            readByChildren: account.readers == .children, infringesPrivacy: infringesPrivacy, privacyAsked: true,
            mayHarmStanding: mayHarmStanding, teachingConsidered: teaching?.isComplete ?? false)
    }

    /// Those that go out there, in the order of the post.
    package func pictures(at place: DraftPlace) -> [DraftPicture] {
        guard let chosen = place.pictures else { return pictures }
        return pictures.filter { chosen.contains($0.picture) }
    }

    /// As a post is begun: pictures are added to a post that is there.
    package var withoutPictures: PostDraft {
        var draft = self
        draft.pictures = []
        return draft
    }

    /// The start of the text, by which lists and pages call the post.
    package var title: String { Self.title(of: text) }

    package static func title(of text: String) -> String {
        let words = firstLine(of: text).trimmed
        guard let end = words.index(words.startIndex, offsetBy: 60, limitedBy: words.endIndex), end < words.endIndex
        else { return words.isEmpty ? "No text yet" : String(words) }
        let cut = words[..<end]
        var short = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        while let last = short.last, last.isPunctuation { short.removeLast() }
        return short + "…"
    }

    private static func firstLine(of text: String) -> Substring {
        Substring(text.unicodeScalars.drop(while: isNewline).prefix { !isNewline($0) })
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
}

extension Substring {
    /// Without white space at either end.
    fileprivate var trimmed: Substring {
        var rest = drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}

extension PostDraft {
    /// Drafts saved before there were pictures have none.
    package init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try saved.decode(String.self, forKey: .text), links: try saved.decode([String].self, forKey: .links),
            labels: try saved.decode([String].self, forKey: .labels),
            sharedFrom: try saved.decodeIfPresent(ThirdParty.self, forKey: .sharedFrom),
            infringesPrivacy: try saved.decodeIfPresent(Bool.self, forKey: .infringesPrivacy),
            mayHarmStanding: try saved.decode(Bool.self, forKey: .mayHarmStanding),
            teaching: try saved.decodeIfPresent(TeachingConsideration.self, forKey: .teaching),
            publishAt: try saved.decodeIfPresent(Date.self, forKey: .publishAt),
            places: try saved.decode([DraftPlace].self, forKey: .places),
            pictures: try saved.decodeIfPresent([DraftPicture].self, forKey: .pictures) ?? [])
    }
}

/// One account a draft is meant for, with a text, a time or pictures of its own.
package struct DraftPlace: Sendable, Hashable, Codable {
    package var account: Identifier<PostingAccount>
    package var text: String?
    package var publishAt: Date?
    /// Those of the post that go there; nil: all.
    package var pictures: [Identifier<StoredPicture>]?

    package init(
        account: Identifier<PostingAccount>, text: String? = nil, publishAt: Date? = nil,
        pictures: [Identifier<StoredPicture>]? = nil
    ) {
        self.account = account
        self.text = text
        self.publishAt = publishAt
        self.pictures = pictures
    }
}

/// What is thought through before learners are taught on a social site (PUB-18).
package struct TeachingConsideration: Sendable, Equatable, Codable {
    package var purpose: String
    package var group: String
    package var ages: String
    package var risks: String

    package init(purpose: String = "", group: String = "", ages: String = "", risks: String = "") {
        self.purpose = purpose
        self.group = group
        self.ages = ages
        self.risks = risks
    }

    package var isComplete: Bool {
        [purpose, group, ages, risks].allSatisfy { !$0.allSatisfy(\.isWhitespace) }
    }
}
