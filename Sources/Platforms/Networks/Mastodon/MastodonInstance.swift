import Foundation
import Governance

extension MastodonConnection {
    /// A server, as it says itself (docs.joinmastodon.org, entities/Instance).
    struct Instance {
        let domain: String?
        let software: String?
        let closesReplies: Bool
        let capabilities: Capabilities
    }

    /// What the server says of itself; a limit that it does not state is the documented one.
    func instance() async throws -> Instance {
        let instance = try await itsDescription()
        let limits = instance["configuration"]
        var capabilities = Network.mastodon.stated ?? Capabilities()
        let posts = limits["statuses"]
        let media = limits["media_attachments"]
        let stated = capabilities.limits
        capabilities.limits = PostLimits(
            characters: posts["max_characters"].limit ?? stated.characters,
            linkLength: posts["characters_reserved_per_url"].limit ?? stated.linkLength,
            pictures: posts["max_media_attachments"].limit ?? stated.pictures,
            alternativeText: media["description_limit"].limit ?? stated.alternativeText,
            pictureBytes: media["image_size_limit"].limit ?? stated.pictureBytes,
            picturePixels: media["image_matrix_limit"].limit)
        let takesFilm = media["supported_mime_types"].list.map { $0.contains { $0.text == "video/mp4" } } ?? true
        capabilities.film =
            takesFilm
            ? FilmLimits(bytes: media["video_size_limit"].limit ?? capabilities.film?.bytes, inOnePost: 1) : nil
        let name = await software() ?? Self.softwareSaid(instance)
        // the one server known to let the author say who may answer
        capabilities.closesReplies = name == "gotosocial"
        let version = instance["version"].text.map { " " + asking.plain($0) } ?? ""
        let title = name == "gotosocial" ? "GoToSocial" : name?.capitalisedFirst
        return Instance(
            domain: instance["account_domain"].text ?? instance["domain"].text ?? Self.domain(instance["uri"].text),
            software: title.map { $0 + version }, closesReplies: capabilities.closesReplies, capabilities: capabilities)
    }

    /// By its second description, which Mastodon has since 4.0, or by its first, which states limits since 3.4.2
    /// (methods/instance#v2, #v1). Servers of other makers have the first alone, or state no limits at all.
    private func itsDescription() async throws -> ReadJSON {
        let second = try await description("api/v2/instance")
        if let second, second["configuration"].isThere { return second }
        let first = try await description("api/v1/instance")
        if let first, first["configuration"].isThere { return first }
        guard let any = second ?? first else { throw Self.stranger }
        return any
    }

    /// nil where the server has none; throws what passes, as when it is too busy. Both kinds have a version (entities/Instance, entities/V1_Instance).
    private func description(_ path: String) async throws -> ReadJSON? {
        let answer = try await asking.answer(to: request(.get, path))
        let said = ReadJSON(answer.body)
        return answer.isSuccess && (said["configuration"].isThere || said["version"].isThere) ? said : nil
    }

    /// `uri` is a domain (entities/V1_Instance); some servers write an address there.
    private static func domain(_ uri: String?) -> String? {
        let domain = uri.map { $0.contains("://") ? ServerPlace.of($0) : $0 } ?? ""
        return domain.isEmpty ? nil : domain
    }

    private static func softwareSaid(_ instance: ReadJSON) -> String? {
        let source = instance["source_url"].text?.lowercased() ?? ""
        return ["gotosocial", "mastodon"].first { source.contains($0) }
    }

    /// What runs the server, as it says itself (nodeinfo.diaspora.software); nil when it does not, or not just now: nothing
    /// waits for its name.
    private func software() async -> String? {
        guard let list = try? await asking.answer(to: WebRequest(server + "/.well-known/nodeinfo", .get)),
            list.isSuccess,
            let address = ReadJSON(list.body)["links"].list?.compactMap({ $0["href"].text }).last,
            ServerAddress.isSame(address, server), let info = try? await asking.answer(to: WebRequest(address, .get)),
            info.isSuccess, let name = ReadJSON(info.body)["software"]["name"].text
        else { return nil }
        return asking.plain(name).lowercased()
    }
}
