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

    func instance() async throws -> Instance {
        let answer = try await asking.answer(to: request(.get, "api/v2/instance"))
        guard answer.isSuccess else { throw Self.stranger }
        let instance = ReadJSON(answer.body)
        let limits = instance["configuration"]
        guard limits.isThere else { throw Self.stranger }
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
        let name = try await software() ?? Self.softwareSaid(instance)
        // the one server known to let the author say who may answer
        capabilities.closesReplies = name == "gotosocial"
        let version = instance["version"].text.map { " " + asking.plain($0) } ?? ""
        let title = name == "gotosocial" ? "GoToSocial" : (name ?? "Mastodon").capitalisedFirst
        return Instance(
            domain: instance["account_domain"].text ?? instance["domain"].text, software: title + version,
            closesReplies: capabilities.closesReplies, capabilities: capabilities)
    }

    private static func softwareSaid(_ instance: ReadJSON) -> String? {
        instance["source_url"].text?.lowercased().contains("gotosocial") == true ? "gotosocial" : nil
    }

    /// What runs the server, as it says itself (nodeinfo.diaspora.software); nil when it does not.
    private func software() async throws -> String? {
        let list = try await asking.answer(to: WebRequest(server + "/.well-known/nodeinfo", .get))
        guard list.isSuccess,
            let address = ReadJSON(list.body)["links"].list?.compactMap({ $0["href"].text }).last,
            ServerAddress.isSame(address, server)
        else { return nil }
        let info = try await asking.answer(to: WebRequest(address, .get))
        guard info.isSuccess, let name = ReadJSON(info.body)["software"]["name"].text else { return nil }
        return asking.plain(name).lowercased()
    }
}
