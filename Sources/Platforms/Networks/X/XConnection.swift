import Foundation
import Governance
import Synchronization

/// An account on X (docs.x.com/x-api), by a token that lives two hours and one that is used once to have the next; that is
/// kept before it is used.
///
/// X keeps no key of a post, so before anything is sent again the account's own posts are looked through; the same text twice
/// it refuses by itself.
package final class XConnection: NetworkConnection {
    private static let server = "https://api.x.com/2"

    private let app: NetworkApp?
    private let asking: NetworkAsking
    private let keep: KeepSecret
    private let count: CountReads
    private let secret: Mutex<ConnectionSecret>

    package init(
        secret: ConnectionSecret, app: NetworkApp?, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }, keep: @escaping KeepSecret = { _ in },
        count: @escaping CountReads = { _ in }
    ) {
        self.secret = Mutex(secret)
        self.app = app
        self.keep = keep
        self.count = count
        asking = NetworkAsking(
            web: web, clock: clock, secrets: [secret.token, secret.refreshToken, app?.secret].compactMap(\.self))
    }

    package func check() async throws -> ConnectionReport {
        let me = try await me()
        return ConnectionReport(
            identity: "@" + me.name, address: "https://x.com/\(me.name)", names: ["@" + me.name],
            software: "X API v2", capabilities: Network.x.stated ?? Capabilities())
    }

    /// docs.x.com/x-api/users/get-my-user
    private func me() async throws -> (id: String, name: String) {
        let data = try await ask(.get, "users/me")["data"]
        try await count(NetworkReads(users: 1))
        guard let id = data["id"].text, let name = data["username"].text else { throw Self.stranger }
        return (id.filter(\.isNumber), name)
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        try post.requireNoFilm(on: .x)
        try post.requireFitting(Network.x.stated?.limits ?? PostLimits(), on: .x)
        var media: [String] = []
        for picture in post.pictures { media.append(try await upload(picture)) }
        var body: [String: Any] = ["text": post.wholeText]
        if !media.isEmpty { body["media"] = ["media_ids": media] }
        // there is no “nobody”: whoever is mentioned may answer, and nobody is
        if post.closesReplies { body["reply_settings"] = "mentionedUsers" }
        try await lastMoment(nil)
        do {
            // docs.x.com/x-api/posts/create-post
            let out = try await ask(.post, "tweets", body: body, changes: true)["data"]
            guard let id = out["id"].text else { throw NetworkTrouble.unsure }
            return published(id, closing: post.closesReplies, post.wholeText)
        } catch NetworkTrouble.refused(let words) where words.lowercased().contains("duplicate") {
            if let out = try await find(post) { return out }
            throw NetworkTrouble.refused(words)
        }
    }

    private func published(_ id: String, closing: Bool, _ text: String) -> Published {
        Published(
            id: id, address: "https://x.com/i/status/\(id)",
            repliesAreClosed: closing && text.firstMatch(of: /(^|\W)@\w/) == nil)
    }

    /// docs.x.com/x-api/media/upload-media and /x-api/media/create-media-metadata
    private func upload(_ picture: OutgoingPicture) async throws -> String {
        let parts = [
            WebPart("media_category", "tweet_image"),
            WebPart("media", file: picture.bytes, named: "picture.\(picture.fileEnding)", type: picture.mediaType),
        ]
        let answer = try await ask(.post, "media/upload", .parts(parts), seconds: 60)
        guard let id = answer["data"]["id"].text else { throw NetworkTrouble.unreachable }
        if !picture.alt.isEmpty {
            _ = try await ask(
                .post, "media/metadata", body: ["id": id, "metadata": ["alt_text": ["text": picture.alt]]])
        }
        return id
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        let me = try await me()
        let since = post.startedAt - 300
        let wanted = foldedText(post.wholeText)
        var next: String?
        for _ in 0..<5 {
            // docs.x.com/x-api/users/get-posts
            var fields = [
                ("max_results", "100"), ("start_time", Self.second(since)), ("exclude", "replies,retweets"),
                ("tweet.fields", "created_at,entities,reply_settings"),
            ]
            if let next { fields.append(("pagination_token", next)) }
            let list = try await ask(
                .get, "users/\(me.id)/tweets?" + FormText.text(fields.map { (name: $0.0, value: $0.1) }))
            let posts = list["data"].list ?? []
            try await count(NetworkReads(posts: posts.count))
            for out in posts {
                guard let id = out["id"].text, !post.others.contains(id),
                    let at = out["created_at"].text.flatMap(NetworkTime.read), at >= since,
                    foldedText(Self.words(of: out)) == wanted
                else { continue }
                return published(
                    id, closing: out["reply_settings"].text == "mentionedUsers", post.wholeText)
            }
            guard let further = list["meta"]["next_token"].text else { return nil }
            next = further
        }
        return nil
    }

    /// As they were written: X puts short links in the place of links, and one more for pictures.
    private static func words(of post: ReadJSON) -> String {
        var text = PlainHTML.text(post["text"].text ?? "")
        for link in post["entities"]["urls"].list ?? [] {
            guard let short = link["url"].text else { continue }
            let full = link["media_key"].isThere ? "" : link["expanded_url"].text ?? short
            text = text.replacing(short, with: full)
        }
        return text
    }

    /// To the second: finer is refused.
    private static func second(_ date: Date) -> String { date.formatted(.iso8601) }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        throw NetworkTrouble.cannot(
            "X lets only some accounts change a post that is out, and only for an hour. Take it down, and send it again"
        )
    }

    package func takeDown(_ id: String) async throws {
        // docs.x.com/x-api/posts/delete-post
        let answer = try await answer(.delete, "tweets/\(id.filter(\.isNumber))", nil, seconds: 30, changes: true)
        if answer.status == 404 {
            // gone only where the account still answers to us
            _ = try await check()
            return
        }
        _ = try read(answer, changes: true)
    }

    // MARK: - Tokens

    /// docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
    private func renew() async throws {
        let old = secret.withLock(\.self)
        guard let refresh = old.refreshToken, let app else { throw NetworkTrouble.permissionEnded }
        let form = [(name: "grant_type", value: "refresh_token"), (name: "refresh_token", value: refresh)]
        let exchange = TokenExchange(asking: asking, network: .x)
        let (new, allowed) = try await exchange.secret(
            by: WebRequest(Self.server + "/oauth2/token", form: form, authorisation: XSignIn.basic(app)), keeping: old)
        try await keep(new)
        secret.withLock { $0 = new }
        try exchange.require(allowed)
    }

    // MARK: - Asking

    private static let stranger = NetworkTrouble.notThisNetwork("X does not answer as it is documented to")

    private func ask(
        _ method: WebRequest.Method, _ path: String, body: [String: Any], changes: Bool = false
    ) async throws -> ReadJSON {
        try await ask(method, path, .json(writtenJSON(body)), seconds: 30, changes: changes)
    }

    private func ask(
        _ method: WebRequest.Method, _ path: String, _ body: WebRequest.Body? = nil, seconds: Int64 = 15,
        changes: Bool = false
    ) async throws -> ReadJSON {
        try read(await answer(method, path, body, seconds: seconds, changes: changes), changes: changes)
    }

    /// Asks with a token that lives, and once more with a new one where the old was taken back.
    private func answer(
        _ method: WebRequest.Method, _ path: String, _ body: WebRequest.Body?, seconds: Int64, changes: Bool
    ) async throws -> WebAnswer {
        if let ends = secret.withLock({ $0.tokenEnds }), ends < asking.clock() + 60 { try await renew() }
        var isRenewed = false
        while true {
            let token = secret.withLock { $0.token } ?? ""
            let answer = try await asking.answer(
                to: WebRequest(
                    Self.server + "/" + path, method, body, authorisation: "Bearer " + token, seconds: seconds,
                    most: 4 << 20), changes: changes)
            guard answer.status == 401, !isRenewed else { return answer }
            try await renew()
            isRenewed = true
        }
    }

    /// docs.x.com/x-api/fundamentals/response-codes-and-errors
    private func read(_ answer: WebAnswer, changes: Bool) throws -> ReadJSON {
        let json = ReadJSON(answer.body)
        if answer.isSuccess {
            guard json.isThere else { throw changes ? NetworkTrouble.unsure : NetworkTrouble.unreachable }
            return json
        }
        let words = asking.plain(json["detail"].text ?? json["title"].text)
        switch answer.status {
        case 401: throw NetworkTrouble.permissionEnded
        case 402: throw NetworkTrouble.notPermitted("the school’s credit at X is used up. \(words)")
        case 403 where words.lowercased().contains("duplicate"): throw NetworkTrouble.refused(words)
        case 403 where json["type"].text?.hasSuffix("client-forbidden") == true || words.contains("scope"):
            throw NetworkTrouble.notPermitted(words)
        default: throw NetworkTrouble.refused(words)
        }
    }
}

/// X's sign-in (docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code), with PKCE and a confidential client.
struct XSignIn: NetworkSignIn {
    let asking: NetworkAsking

    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        let scopes = (Network.x.wayToConnect?.permissions ?? []).map(\.name).joined(separator: " ")
        return authorisation(
            "https://x.com/i/oauth2/authorize",
            [
                ("response_type", "code"), ("client_id", app.id), ("redirect_uri", back), ("scope", scopes),
                ("state", state), ("code_challenge", OpenIDConnect.challenge(of: verifier)),
                ("code_challenge_method", "S256"),
            ])
    }

    func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        asking.hide([app.secret, code])
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back), ("code_verifier", verifier),
        ]
        let exchange = TokenExchange(asking: asking, network: .x)
        let (secret, allowed) = try await exchange.secret(
            by: WebRequest(
                "https://api.x.com/2/oauth2/token", form: form.map { (name: $0.0, value: $0.1) },
                authorisation: Self.basic(app)))
        try exchange.require(allowed)
        let answer = try await asking.answer(
            to: WebRequest("https://api.x.com/2/users/me", authorisation: "Bearer " + (secret.token ?? "")))
        let me = ReadJSON(answer.body)["data"]
        guard answer.isSuccess, let id = me["id"].text, let name = me["username"].text else { return [] }
        return [JoinableAccount(id: id, name: "@" + name, secret: secret)]
    }

    static func basic(_ app: NetworkApp) -> String {
        "Basic " + Data("\(FormText.escaped(app.id)):\(FormText.escaped(app.secret))".utf8).base64EncodedString()
    }
}
