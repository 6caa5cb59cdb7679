import Foundation
import Governance

/// An account on any server that speaks Mastodon's interface (docs.joinmastodon.org), by a token with the scopes `read` and
/// `write`, or the parts of them that are asked for when the account is connected.
///
/// Mastodon keeps an `Idempotency-Key` for an hour and others keep none, so before anything is sent again the account's own
/// posts are looked through. What a person or another program posted there is told apart by the application that a server
/// names with each post.
package struct MastodonConnection: NetworkConnection {
    let server: String
    private let token: String
    let asking: NetworkAsking
    /// Between two looks at a picture that the server still works on.
    private let pause: Duration

    /// - Parameter server: its address, such as `https://mastodon.example`.
    package init(
        server: String, token: String, web: any WebClient, clock: @escaping @Sendable () -> Date = { Date() },
        pause: Duration = .seconds(2)
    ) throws {
        self.server = try ServerAddress.read(server)
        self.token = token
        self.pause = pause
        asking = NetworkAsking(web: web, clock: clock, secrets: [token])
    }

    /// The scopes that are asked for when an account is connected.
    package static let scopes = (Network.mastodon.wayToConnect?.permissions ?? []).map(\.name).joined(separator: " ")

    package func check() async throws -> ConnectionReport {
        let me = try await ask(.get, "api/v1/accounts/verify_credentials")
        guard let name = me["username"].text, me["id"].text != nil else { throw Self.stranger }
        try await requireWriting()
        let instance = try await instance()
        let proof = WebFingerProof(server: server, asking: asking)
        let domain = instance.domain ?? proof.host
        let isItsOwn = await proof.stands(for: domain, as: name)
        let address = me["url"].text.flatMap {
            [proof.host, domain].contains(ServerPlace.of($0)) ? $0 : nil
        }
        return ConnectionReport(
            identity: "@\(name)@\(domain)", address: isItsOwn ? address : server,
            names: isItsOwn ? ["@\(name)@\(domain)"] + [address].compactMap(\.self) : [],
            software: instance.software, capabilities: instance.capabilities)
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        let instance = try await instance()
        let text = post.wholeText
        try post.requireFitting(instance.capabilities.limits, on: .mastodon)
        if instance.capabilities.film == nil { try post.requireNoFilm(on: .mastodon) }
        try Self.requireFilm(of: post, within: instance.capabilities.film)
        var media: [String] = []
        for picture in post.pictures { media.append(try await upload(picture)) }
        var body: [String: Any] = ["status": text, "visibility": "public"]
        if !media.isEmpty { body["media_ids"] = media }
        if post.closesReplies, instance.closesReplies {
            body["interaction_policy"] = ["can_reply": ["always": ["author"], "with_approval": [String]()]]
        }
        try await lastMoment(nil)
        let status = try await ask(
            .post, "api/v1/statuses", body: body, headers: [("Idempotency-Key", post.key)], changes: true)
        guard let out = Self.published(status) else { throw NetworkTrouble.unsure }
        return out
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        let me = try await ask(.get, "api/v1/accounts/verify_credentials")
        guard let account = me["id"].text.map(FormText.escaped) else { throw Self.stranger }
        // their clock may be behind ours
        let since = post.startedAt - 300
        let wanted = foldedText(post.wholeText)
        let ours = try await application()
        var below: String?
        for _ in 0..<5 {
            let path =
                "api/v1/accounts/\(account)/statuses?exclude_reblogs=true&limit=40"
                + (below.map { "&max_id=" + FormText.escaped($0) } ?? "")
            let page = try await ask(.get, path).list ?? []
            for status in page {
                guard let id = status["id"].text, let at = status["created_at"].text.flatMap(NetworkTime.read) else {
                    continue
                }
                // a pinned post of long ago may stand before newer ones
                if at < since || post.others.contains(id) { continue }
                if let ours, let sender = status["application"]["name"].text, sender != ours { continue }
                if try await isSame(status, id, wanted) { return Self.published(status) }
            }
            guard let last = page.last, let id = last["id"].text, page.count == 40,
                let at = last["created_at"].text.flatMap(NetworkTime.read), at >= since
            else { return nil }
            below = id
        }
        return nil
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        let path = "api/v1/statuses/\(FormText.escaped(id))"
        let now = try await ask(.get, path)
        let media = (now["media_attachments"].list ?? []).compactMap { $0["id"].text }
        // which description belongs to which picture is known by their order alone
        guard media.count == post.pictures.count else {
            throw NetworkTrouble.cannot(
                "The post there has \(Self.counted(media.count)), and ours has \(Self.counted(post.pictures.count)): somebody "
                    + "changed it on the network. Correct it there, or take it down and send it again")
        }
        var body: [String: Any] = ["status": post.wholeText]
        if !media.isEmpty {
            body["media_ids"] = media
            body["media_attributes"] = zip(media, post.pictures).map { ["id": $0, "description": $1.alt] }
        }
        try await lastMoment(nil)
        _ = try await ask(.put, path, body: body, changes: true)
    }

    private static func counted(_ pictures: Int) -> String {
        pictures == 1 ? "one picture" : "\(pictures == 0 ? "no" : "\(pictures)") pictures"
    }

    package func takeDown(_ id: String) async throws {
        let path = "api/v1/statuses/\(FormText.escaped(id))?delete_media=true"
        let answer = try await asking.answer(to: request(.delete, path), changes: true)
        if answer.status == 404 || answer.status == 410 { return try await requireThatItAnswersUs() }
        _ = try read(answer)
    }

    /// What a server does not find for us is gone only where it knows us: behind a name that was sold nothing is found.
    private func requireThatItAnswersUs() async throws {
        guard try await ask(.get, "api/v1/accounts/verify_credentials")["id"].text != nil else { throw Self.stranger }
    }

    package func following() async throws -> [FollowedAccount] {
        let me = try await ask(.get, "api/v1/accounts/verify_credentials")
        guard let account = me["id"].text.map(FormText.escaped) else { throw Self.stranger }
        var followed: [FollowedAccount] = []
        var below: String?
        for _ in 0..<FollowedAccount.mostPages where followed.count < FollowedAccount.most {
            let path = "api/v1/accounts/\(account)/following?limit=80" + (below.map { "&max_id=" + $0 } ?? "")
            let answer = try await asking.answer(to: request(.get, path))
            let page = try read(answer).list ?? []
            followed += page.compactMap { one in
                one["acct"].text.map { FollowedAccount(handle: "@" + $0, name: one["display_name"].text ?? "") }
            }
            // only the header says how to go on: the numbers are of followings, not of accounts
            guard !page.isEmpty, let next = Self.nextPage(answer), next != below else { break }
            below = next
        }
        return Array(followed.prefix(FollowedAccount.most))
    }

    /// `max_id` of the link to the next page.
    private static func nextPage(_ answer: WebAnswer) -> String? {
        for link in answer.allHeaders("link").flatMap({ $0.split(separator: ",") }) where link.contains("rel=\"next\"")
        {
            guard let start = link.range(of: "max_id=")?.upperBound else { continue }
            let number = link[start...].prefix { $0.isASCII && $0.isNumber }
            return number.isEmpty ? nil : String(number)
        }
        return nil
    }

    // MARK: - Posts

    private static func published(_ status: ReadJSON) -> Published? {
        guard let id = status["id"].text, let address = status["url"].text ?? status["uri"].text else { return nil }
        let may = status["interaction_policy"]["can_reply"]["always"].list?.compactMap(\.text)
        return Published(
            id: id, address: address, repliesAreClosed: may.map { Set($0).isSubset(of: ["author", "me"]) } ?? false)
    }

    /// By its words as they were written; where the server does not give those, by what it made of them.
    private func isSame(_ status: ReadJSON, _ id: String, _ wanted: String) async throws -> Bool {
        if foldedText(PlainHTML.text(status["content"].text ?? "")) == wanted { return true }
        let answer = try await asking.answer(
            to: request(.get, "api/v1/statuses/\(FormText.escaped(id))/source"))
        guard answer.isSuccess else { return false }
        return ReadJSON(answer.body)["text"].text.map(foldedText) == wanted
    }

    /// How the server calls the application whose token this is; nil where it does not say (methods/apps).
    private func application() async throws -> String? {
        let answer = try await asking.answer(to: request(.get, "api/v1/apps/verify_credentials"))
        return answer.isSuccess ? ReadJSON(answer.body)["name"].text : nil
    }

    /// A post has one film at most, and none beside pictures (methods/statuses#create).
    private static func requireFilm(of post: OutgoingPost, within limits: FilmLimits?) throws(NetworkTrouble) {
        let films = post.pictures.filter(\.isFilm)
        guard let film = films.first else { return }
        guard films.count == 1, post.pictures.count == 1 else {
            throw .refused("It takes one film in a post, and then no pictures")
        }
        if let most = limits?.bytes, film.bytes.count > most {
            throw .refused("It takes no film of more than \(most / 1_000_000) MB")
        }
    }

    private func upload(_ picture: OutgoingPicture) async throws -> String {
        let parts = [
            WebPart("description", picture.alt),
            WebPart(
                "file", file: picture.bytes, named: "\(picture.isFilm ? "film" : "picture").\(picture.fileEnding)",
                type: picture.mediaType),
        ]
        let asked = request(.post, "api/v2/media", .parts(parts), seconds: picture.isFilm ? 300 : 60)
        let answer = try await asking.answer(to: asked)
        let media = try read(answer)
        guard let id = media["id"].text else { throw NetworkTrouble.unreachable }
        if answer.status == 202 || !media["url"].isThere { try await awaitReady(id, looks: picture.isFilm ? 150 : 30) }
        return id
    }

    /// 202 and 206 while the server works on it (methods/media).
    private func awaitReady(_ id: String, looks: Int) async throws {
        for _ in 0..<looks {
            let answer = try await asking.answer(to: request(.get, "api/v1/media/\(FormText.escaped(id))"))
            let media = try read(answer)
            if answer.status == 200, media["url"].isThere { return }
            try await Task.sleep(for: pause)
        }
        throw NetworkTrouble.unreachable
    }

    // MARK: - The server

    /// Asks to delete a post that no server has, which changes nothing: whoever may not write hears that first (403), and
    /// to everybody else it is not there (404; methods/statuses#delete). Others say so in other ways.
    private func requireWriting() async throws {
        let answer = try await asking.answer(to: request(.delete, "api/v1/statuses/0"))
        // a server that makes nothing of such a post, or of its number, has looked at the permission first
        if [401, 403].contains(answer.status) || (300..<400).contains(answer.status) { _ = try read(answer) }
    }

    static let stranger = NetworkTrouble.notThisNetwork(
        "No server that speaks as Mastodon answers at this address")

    // MARK: - Asking

    private func ask(
        _ method: WebRequest.Method, _ path: String, body: [String: Any]? = nil,
        headers: [(name: String, value: String)] = [], changes: Bool = false
    ) async throws -> ReadJSON {
        let asked = request(
            method, path, body.map { .json(writtenJSON($0)) }, headers: headers, seconds: changes ? 30 : 15)
        return try read(await asking.answer(to: asked, changes: changes))
    }

    func request(
        _ method: WebRequest.Method, _ path: String, _ body: WebRequest.Body? = nil,
        headers: [(name: String, value: String)] = [], seconds: Int64 = 15
    ) -> WebRequest {
        WebRequest(
            server + "/" + path, method, body, authorisation: "Bearer " + token, headers: headers, seconds: seconds,
            most: 4 << 20)
    }

    private func read(_ answer: WebAnswer) throws -> ReadJSON {
        let json = ReadJSON(answer.body)
        if answer.isSuccess {
            guard json.isThere else { throw Self.stranger }
            return json
        }
        let words = asking.plain(json["error"].text)
        switch answer.status {
        case 401: throw NetworkTrouble.permissionEnded
        case 403: throw NetworkTrouble.notPermitted(words.isEmpty ? "the server refuses this" : words)
        case 300..<400: throw Self.stranger
        case 404 where words.isEmpty: throw Self.stranger
        default: throw NetworkTrouble.refused(words)
        }
    }
}
