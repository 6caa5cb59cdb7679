import Foundation

/// What an author wants to publish at one place, as the controls read it.
package struct Draft: Sendable, Equatable, Codable {
    package enum Capacity: String, Sendable, Codable, CaseIterable {
        case schoolAccount = "school_account"
        case personalAccount = "personal_account"
    }
    package enum Channel: String, Sendable, Codable, CaseIterable {
        case website, social, linkedin, press, display
        /// Consent is given per purpose; LinkedIn counts as social.
        package var consent: Consent.Channel {
            switch self {
            case .website: .website
            case .social, .linkedin: .social
            case .press: .press
            case .display: .display
            }
        }
    }
    package enum Audience: String, Sendable, Codable, CaseIterable { case `public`, `private` }
    package enum AccountType: String, Sendable, Codable, CaseIterable {
        case schoolMain = "school_main"
        case department, friends, individual, teaching
    }
    package enum AuthorType: String, Sendable, Codable, CaseIterable { case `public`, parent, pupil, journalist }

    package var capacity: Capacity
    package var channel: Channel
    /// Of the account it goes out on; nil: not said.
    package var network: Network?
    package var audience: Audience
    /// Nil: not said, so held.
    package var publishAt: Date?
    package var text: String
    package var media: [Medium]
    package var links: [String]
    package var accountType: AccountType?
    package var inReplyTo: AuthorType?
    package var authorisation: Authorisation?
    package var sharedFrom: ThirdParty?
    /// Words the draft was marked with, such as `confidential`.
    package var labels: [String]
    package var profileDisclaimer: Bool
    /// Whether children are the readers of the account (PUB-22).
    package var readByChildren: Bool
    /// The author's answer to "does it infringe anyone's privacy or rights?"; nil: not answered or not asked.
    package var infringesPrivacy: Bool?
    /// Whether the question above was asked; the screening command does not ask.
    package var privacyAsked: Bool
    /// The author's own flag that the post may be controversial for the school.
    package var mayHarmStanding: Bool
    /// A teaching post whose purpose, class, ages and risks are on record.
    package var teachingConsidered: Bool

    package init(
        capacity: Capacity = .schoolAccount, channel: Channel = .social, network: Network? = nil,
        audience: Audience = .public, publishAt: Date? = nil, text: String = "", media: [Medium] = [],
        links: [String] = [],
        accountType: AccountType? = nil, inReplyTo: AuthorType? = nil, authorisation: Authorisation? = nil,
        sharedFrom: ThirdParty? = nil, labels: [String] = [], profileDisclaimer: Bool = false,
        readByChildren: Bool = false, infringesPrivacy: Bool? = nil, privacyAsked: Bool = false,
        mayHarmStanding: Bool = false, teachingConsidered: Bool = false
    ) {
        self.capacity = capacity
        self.channel = channel
        self.network = network
        self.audience = audience
        self.publishAt = publishAt
        self.text = text
        self.media = media
        self.links = links
        self.accountType = accountType
        self.inReplyTo = inReplyTo
        self.authorisation = authorisation
        self.sharedFrom = sharedFrom
        self.labels = labels
        self.profileDisclaimer = profileDisclaimer
        self.readByChildren = readByChildren
        self.infringesPrivacy = infringesPrivacy
        self.privacyAsked = privacyAsked
        self.mayHarmStanding = mayHarmStanding
        self.teachingConsidered = teachingConsidered
    }

    /// Everything that is published as words, with the field's name: text, alternative texts, tags, links.
    package var readable: [(field: String, text: String)] {
        var fields: [(field: String, text: String)] = [("text", text)]
        for (index, medium) in media.enumerated() {
            if let alt = medium.alt { fields.append(("media[\(index)].alt", alt)) }
            for (number, tag) in medium.tags.enumerated() { fields.append(("media[\(index)].tags[\(number)]", tag)) }
        }
        for (index, link) in links.enumerated() { fields.append(("links[\(index)].url", link)) }
        return fields
    }
}

/// A picture or a video of a draft.
package struct Medium: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable { case photo, video }
    package var id: String
    package var kind: Kind
    /// References or names as a person typed them; nil: nobody said who is in it, empty: nobody.
    package var depicts: [String]?
    package var alt: String?
    package var tags: [String]
    /// Nil: it is the school's own, unless nobody has said whose it is.
    package var thirdParty: ThirdParty?
    /// Whoever added it was asked whose it is and has not said.
    package var isSourceUnsaid: Bool
    /// The ref of the pupil whose home it shows.
    package var pupilHome: String?

    package init(
        id: String, kind: Kind = .photo, depicts: [String]? = nil, alt: String? = nil, tags: [String] = [],
        thirdParty: ThirdParty? = nil, isSourceUnsaid: Bool = false, pupilHome: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.depicts = depicts
        self.alt = alt
        self.tags = tags
        self.thirdParty = thirdParty
        self.isSourceUnsaid = isSourceUnsaid
        self.pupilHome = pupilHome
    }
}

extension Medium {
    /// What was sent before anybody was asked whose a picture is says nothing of it.
    package init(from decoder: any Decoder) throws {
        let saved = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try saved.decode(String.self, forKey: .id), kind: try saved.decode(Kind.self, forKey: .kind),
            depicts: try saved.decodeIfPresent([String].self, forKey: .depicts),
            alt: try saved.decodeIfPresent(String.self, forKey: .alt),
            tags: try saved.decode([String].self, forKey: .tags),
            thirdParty: try saved.decodeIfPresent(ThirdParty.self, forKey: .thirdParty),
            isSourceUnsaid: try saved.decodeIfPresent(Bool.self, forKey: .isSourceUnsaid) ?? false,
            pupilHome: try saved.decodeIfPresent(String.self, forKey: .pupilHome))
    }
}

/// Somebody else's material: whose, whether there is permission, whether they are named.
package struct ThirdParty: Sendable, Equatable, Codable {
    package var author: String?
    package var permission: Bool?
    package var credited: Bool?

    package init(author: String? = nil, permission: Bool? = nil, credited: Bool? = nil) {
        self.author = author
        self.permission = permission
        self.credited = credited
    }
}

/// Someone in a role let a reply to the press go, at a time.
package struct Authorisation: Sendable, Equatable, Codable {
    /// The role as the file or page names it; not every word is a role of ours.
    package var by: String
    package var at: Date?

    package init(by: String, at: Date?) {
        self.by = by
        self.at = at
    }
}
