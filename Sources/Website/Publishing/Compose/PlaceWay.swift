import Actions
import Governance
import Reading

/// What will happen with a post at one account: whether it goes out by itself, how much it may hold there, and whether
/// anybody can answer it (ACC-13).
struct PlaceWay: Sendable {
    /// What the connected server allows; nil where a person publishes.
    let connected: Capabilities?
    /// The section that has nobody answer there; empty where the account alone is set so, nil where people may answer.
    let oneWay: String?
    /// The section under which nothing goes out there, as the policy does not name the network; nil: it does.
    let outside: String?
    /// What the post shows.
    let media: [ShownMedium]
    /// What it costs there; nil: nothing.
    let cost: PlaceCost?

    init(
        _ account: PostingAccount, of draft: Draft, showing media: [ShownMedium], in desk: PublishingDesk
    ) async throws {
        self.media = media
        let connection = try await desk.work.database.connection(of: account.id)
        connected = connection?.brokenSince == nil ? connection?.capabilities : nil
        cost = try await PlaceCost(draft, at: account, in: desk)
        let terms = AccountTerms(try await desk.work.policyInForce(at: account.school)?.policy)
        outside = terms.names(account.network) ? nil : terms.networkSections.first ?? ""
        let official = try await desk.work.database.officialAccount(account.id)
        oneWay =
            official.map(terms.closesReplies) == true ? terms.oneWaySections.first ?? "" : nil
    }

    init(
        connected: Capabilities?, oneWay: String?, showing media: [ShownMedium] = [], costing cost: PlaceCost? = nil,
        outside: String? = nil
    ) {
        self.outside = outside
        self.media = media
        self.cost = cost
        self.connected = connected
        self.oneWay = oneWay
    }

    /// Whether a program publishes it, and no person.
    func goesByItself(on network: Network) -> Bool {
        outside == nil && connected?.publishes == true && behind(on: network) == nil
    }

    /// Why a person publishes it although the account is connected, without its full stop.
    private func behind(on network: Network) -> String? {
        media.staysBehind(of: connected?.film, on: network) ?? cost?.refusal
    }

    /// In one or two sentences, for whoever writes.
    func says(on network: Network) -> String {
        if let outside {
            return "Nothing goes out here: section \(outside) does not name \(network.title)."
        }
        let byHand = "A person publishes it at its time, and brings proof"
        let isConnected = connected?.publishes == true
        let behind = behind(on: network)
        let itself = isConnected && behind == nil
        var goes = itself ? "It goes out by itself at its time." : byHand + "."
        if isConnected, let behind { goes = "\(byHand): \(behind)." }
        if itself, let cost { goes += " " + cost.says }
        if let ground = media.ground(on: network, by: itself) { goes += " " + ground }
        guard let oneWay else { return goes }
        let under = oneWay.isEmpty ? "as the account is set" : "as section \(oneWay) has it"
        let closes = connected?.closesReplies == true
        let save = network.stated?.namedMayAnswer == true ? ", save whom the post names" : ""
        return goes
            + (closes
                ? " Nobody can answer it\(save), \(under)."
                : connected == nil && network.stated?.closesReplies != false
                    ? " Whoever publishes it closes the replies, \(under)."
                    : " This network cannot close replies: somebody closes or hides them by hand, \(under).")
    }
}

/// A picture or a film of a draft, as far as a network asks.
struct ShownMedium: Sendable {
    let isFilm: Bool
    /// Of a film; nil where it is not kept.
    let mediaType: String?
    /// Of a film; nil where it is not kept.
    let bytes: Int?
    /// Of a picture, in pixels; nil where it is not known.
    var width: Int?
    var height: Int?

    static let picture = ShownMedium(isFilm: false, mediaType: nil, bytes: nil)

    static func picture(_ width: Int, _ height: Int) -> ShownMedium {
        ShownMedium(isFilm: false, mediaType: nil, bytes: nil, width: width, height: height)
    }
}

/// What one post costs on a network that charges, and whether the month's limit lets it go.
struct PlaceCost: Sendable {
    let says: String
    /// Without its full stop; nil: it goes.
    let refusal: String?

    init?(_ draft: Draft, on network: Network, spending: MonthlySpending) {
        guard let price = network.price else { return nil }
        let cost = price.of(draft.text, links: draft.links)
        let why = cost == price.withLink ? ", because it has a link" : ""
        says = "\(network.title) charges the school \(NetworkPrice.dollars(cost)) for it\(why)."
        refusal = spending.refusal(of: cost, on: network)
    }

    init?(_ draft: Draft, at account: PostingAccount, in desk: PublishingDesk) async throws {
        guard account.network.price != nil else { return nil }
        let limit = try await desk.work.database.settings(at: account.school).limit(on: account.network)
        let spending = try await desk.work.database.spending(
            on: account.network, at: account.school, limit: limit)
        self.init(draft, on: account.network, spending: spending)
    }
}

extension [ShownMedium] {
    /// Why no program sends these there, without its full stop; nil: it does.
    func staysBehind(of taken: FilmLimits?, on network: Network) -> String? {
        let films = filter(\.isFilm)
        guard !films.isEmpty else { return nil }
        guard let taken else { return "Chaperone sends no film to \(network.title)" }
        if films.contains(where: { $0.mediaType.map { $0 != "video/mp4" } == true }) {
            return "\(network.title) takes no film of this kind. Save it as MP4, and it goes out by itself"
        }
        if let most = taken.bytes, films.contains(where: { ($0.bytes ?? 0) > most }) {
            return "\(network.title) takes no film of more than \(most / 1_000_000) MB"
        }
        if taken.inOnePost == 1, films.count > 1 { return "\(network.title) takes one film in a post" }
        if !taken.besidePictures, films.count < count { return "\(network.title) takes no pictures beside a film" }
        return nil
    }
}

extension [ShownMedium] {
    /// That some of these are of a shape that the network does not take, and what becomes of them; nil: it takes all.
    /// - Parameter itself: whether a program sends them.
    func ground(on network: Network, by itself: Bool) -> String? {
        guard let shape = network.stated?.limits.pictureShape else { return nil }
        let others = enumerated().filter { _, one in
            guard !one.isFilm, let width = one.width, let height = one.height else { return false }
            return shape.needsGround(width: width, height: height)
        }.map { "\($0.offset + 1)" }
        guard !others.isEmpty else { return nil }
        let which = (others.count == 1 ? "picture " : "pictures ") + Composition.listed(others)
        let takes =
            "\(network.title) takes nothing taller than \(shape.narrowest.words) or wider than \(shape.widest.words)"
        return itself
            ? "\(takes): \(which) \(others.count == 1 ? "goes" : "go") out whole, on a white ground."
            : "\(takes), and cuts off the rest: whoever publishes it leaves room round \(which)."
    }
}
