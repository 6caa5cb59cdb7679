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
    /// What the post shows.
    let media: [ShownMedium]

    init(_ account: PostingAccount, showing media: [ShownMedium], in desk: PublishingDesk) async throws {
        self.media = media
        let connection = try await desk.work.database.connection(of: account.id)
        connected = connection?.brokenSince == nil ? connection?.capabilities : nil
        let terms = AccountTerms(try await desk.work.policyInForce(at: account.school)?.policy)
        let official = try await desk.work.database.officialAccount(account.id)
        oneWay =
            official.map(terms.closesReplies) == true ? terms.oneWaySections.first ?? "" : nil
    }

    init(connected: Capabilities?, oneWay: String?, showing media: [ShownMedium] = []) {
        self.media = media
        self.connected = connected
        self.oneWay = oneWay
    }

    /// In one or two sentences, for whoever writes.
    func says(on network: Network) -> String {
        let byHand = "A person publishes it at its time, and brings proof"
        let goes =
            connected?.publishes == true
            ? media.staysBehind(of: connected?.film, on: network).map { "\(byHand): \($0)." }
                ?? "It goes out by itself at its time."
            : byHand + "."
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

    static let picture = ShownMedium(isFilm: false, mediaType: nil, bytes: nil)
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
