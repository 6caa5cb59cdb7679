import Governance

/// The draft of a case, with the facts about the school that a case carries inside it.
enum DraftReading {
    static func read(_ value: JSONValue) throws(CaseProblem) -> (draft: Draft, facts: OrganisationFacts) {
        let fields = try CaseFields(value, at: "draft")
        guard let capacity = try fields.choice("capacity", Draft.Capacity.self) else {
            throw CaseProblem(fields.path("capacity"), "is missing")
        }
        guard let channel = try fields.choice("channel", Draft.Channel.self) else {
            throw CaseProblem(fields.path("channel"), "is missing")
        }
        let inReplyTo = try authorType(fields)
        let infringes = try fields.flag("infringes_privacy")
        let draft = Draft(
            capacity: capacity, channel: channel,
            network: try fields.object("account")?.choice("network", Network.self),
            audience: try audience(fields, inReplyTo: inReplyTo),
            publishAt: try fields.instant("publish_at"), text: try fields.text("text") ?? "",
            media: try media(fields), links: try links(fields),
            accountType: try fields.object("account")?.choice("type", Draft.AccountType.self),
            inReplyTo: inReplyTo, authorisation: try authorisation(fields),
            sharedFrom: try thirdParty("shared_from", of: fields), labels: try fields.texts("labels") ?? [],
            profileDisclaimer: try fields.flag("profile_disclaimer") ?? false,
            readByChildren: try fields.flag("read_by_children") ?? false, infringesPrivacy: infringes,
            privacyAsked: try fields.flag("privacy_asked") ?? (infringes != nil),
            mayHarmStanding: try fields.flag("may_harm_standing") ?? false,
            teachingConsidered: try fields.flag("teaching_considered") ?? false)
        let contact = try fields.object("school_contact")
        let facts = OrganisationFacts(
            phones: try contact?.texts("phones") ?? [], emails: try contact?.texts("emails") ?? [],
            postcodes: try contact?.texts("postcodes") ?? [], suppliers: try fields.texts("suppliers") ?? [])
        return (draft, facts)
    }

    private static func authorType(_ fields: CaseFields) throws(CaseProblem) -> Draft.AuthorType? {
        guard let reply = try fields.object("in_reply_to") else { return nil }
        guard let type = try reply.choice("author_type", Draft.AuthorType.self) else {
            throw CaseProblem(reply.path("author_type"), "is missing")
        }
        return type
    }

    /// A post is public unless it says otherwise; a reply has to say, since a private one to a pupil is another matter.
    private static func audience(
        _ fields: CaseFields, inReplyTo: Draft.AuthorType?
    ) throws(CaseProblem) -> Draft.Audience {
        if let audience = try fields.choice("audience", Draft.Audience.self) { return audience }
        guard inReplyTo == nil else { throw CaseProblem(fields.path("audience"), "is missing from a reply") }
        return .public
    }

    private static func media(_ fields: CaseFields) throws(CaseProblem) -> [Medium] {
        var media: [Medium] = []
        for (index, value) in (try fields.list("media") ?? []).enumerated() {
            let path = "\(fields.path("media"))[\(index)]"
            let medium = try CaseFields(value, at: path)
            media.append(
                Medium(
                    id: try medium.text("id") ?? "media[\(index)]",
                    kind: try medium.choice("kind", Medium.Kind.self) ?? .photo,
                    depicts: try medium.texts("depicts"), alt: try medium.text("alt"),
                    tags: try medium.texts("tags") ?? [], thirdParty: try thirdParty("third_party", of: medium),
                    pupilHome: try pupilHome(medium)))
        }
        return media
    }

    private static func pupilHome(_ medium: CaseFields) throws(CaseProblem) -> String? {
        guard let place = try medium.object("depicts_place") else { return nil }
        guard try place.choice("kind", DepictedPlace.self) != nil else {
            throw CaseProblem(place.path("kind"), "is missing")
        }
        return try place.text("ref") ?? ""
    }

    private enum DepictedPlace: String, CaseIterable { case pupilHome = "pupil_home" }

    private static func links(_ fields: CaseFields) throws(CaseProblem) -> [String] {
        var links: [String] = []
        for (index, value) in (try fields.list("links") ?? []).enumerated() {
            links.append(try CaseFields(value, at: "\(fields.path("links"))[\(index)]").requiredText("url"))
        }
        return links
    }

    private static func authorisation(_ fields: CaseFields) throws(CaseProblem) -> Authorisation? {
        guard let given = try fields.object("authorisation") else { return nil }
        return Authorisation(by: try given.text("by") ?? "", at: try given.instant("at"))
    }

    private static func thirdParty(_ key: String, of fields: CaseFields) throws(CaseProblem) -> ThirdParty? {
        guard let given = try fields.object(key) else { return nil }
        return ThirdParty(
            author: try given.text("author"), permission: try given.flag("permission"),
            credited: try given.flag("credited"))
    }
}
