/// A picture or film as a draft has it: which one, who is in it, how it is described and where it comes from.
///
/// Its bytes are a `StoredPicture`; what is said here is frozen with the revision that is sent.
package struct DraftPicture: Sendable, Hashable, Codable {
    package var picture: Identifier<StoredPicture>
    package var kind: Medium.Kind
    /// References of people on the roll, and names of others as they were typed; nil: nobody has said who is in it;
    /// empty: nobody can be recognised.
    package var people: [String]?
    /// Somebody who is not of the school can be recognised; said by a person, beside those in `people`.
    package var showsOthers: Bool
    /// What it shows, for those who do not see it; nil or blank: not said.
    package var alt: String?
    /// Nil: it is the school's own, or nobody has said whose it is.
    package var source: PictureSource?
    /// False until somebody says it; nil of drafts saved before that was asked, where silence was the school's own.
    private var isSourceSaid: Bool?
    /// The reference of the pupil whose home it shows.
    package var pupilHome: String?

    package init(
        _ picture: Identifier<StoredPicture>, kind: Medium.Kind = .photo, people: [String]? = nil,
        showsOthers: Bool = false, alt: String? = nil, source: PictureSource? = nil, pupilHome: String? = nil
    ) {
        self.picture = picture
        self.kind = kind
        self.people = people
        self.showsOthers = showsOthers
        self.alt = alt
        self.source = source
        self.pupilHome = pupilHome
    }

    /// Whose it is, as somebody said it; nil: nobody has. Nothing is taken for the school's own because nobody spoke.
    package var origin: Origin? {
        get { source != nil ? .other : isSourceSaid == false ? nil : .own }
        set {
            isSourceSaid = newValue == nil ? false : nil
            source = newValue == .other ? source ?? PictureSource(author: "", permission: nil, credited: false) : nil
        }
    }

    package enum Origin: String, Sendable, CaseIterable {
        /// The school's own.
        case own
        /// Somebody else's, who is asked.
        case other
    }

    /// What the controls read.
    package var medium: Medium {
        Medium(
            id: picture.text, kind: kind, depicts: people, alt: alt,
            thirdParty: source.map {
                ThirdParty(author: $0.author, permission: $0.permission, credited: $0.credited)
            }, isSourceUnsaid: origin == nil, pupilHome: pupilHome)
    }
}

/// Whose a picture is that is not the school's own, and whether they let it be used and are named (PUB-05).
package struct PictureSource: Sendable, Hashable, Codable {
    package var author: String
    /// Nil: not said.
    package var permission: Bool?
    package var credited: Bool

    package init(author: String, permission: Bool?, credited: Bool) {
        self.author = author
        self.permission = permission
        self.credited = credited
    }
}
