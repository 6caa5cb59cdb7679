import Foundation
import Governance
import Synchronization

/// A school's or organisation's page on LinkedIn
/// (learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api).
///
/// LinkedIn keeps no key of a post, so before anything is sent again the page's own posts are looked through.
package final class LinkedInConnection: NetworkConnection {
    /// The newest that their documentation is known to name; each lives for a year at least, and a month without one has
    /// been (learn.microsoft.com/linkedin/marketing/versioning). See docs/networks.md.
    static let version = "202607"
    private static let server = "https://api.linkedin.com/rest"
    private static let tokens = "https://www.linkedin.com/oauth/v2"

    /// Its number.
    private let organisation: String
    private let app: NetworkApp?
    private let asking: NetworkAsking
    private let keep: KeepSecret
    private let secret: Mutex<ConnectionSecret>
    private var author: String { "urn:li:organization:\(organisation)" }

    /// - Parameter organisation: the number of the page.
    package init(
        organisation: String, secret: ConnectionSecret, app: NetworkApp?, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }, keep: @escaping KeepSecret = { _ in }
    ) {
        self.organisation = organisation.filter { $0.isASCII && $0.isNumber }
        self.secret = Mutex(secret)
        self.app = app
        self.keep = keep
        asking = NetworkAsking(
            web: web, clock: clock, secrets: [secret.token, secret.refreshToken, app?.secret].compactMap(\.self))
    }

    package func check() async throws -> ConnectionReport {
        try await renewInTime()
        let ends = try await permission()
        // only whoever administers the page may read its posts so
        _ = try await posts(from: 0, count: 1)
        return ConnectionReport(
            identity: "Page \(organisation)", address: "https://www.linkedin.com/company/\(organisation)/",
            // its name in addresses is told only to who may administer the page's people too
            names: [organisation],
            software: "LinkedIn API \(Self.version)", capabilities: Network.linkedin.stated ?? Capabilities(),
            endsAt: ends)
    }

    /// What the token allows and how long (learn.microsoft.com/linkedin/shared/authentication/token-introspection).
    private func permission() async throws -> Date? {
        guard let app else { throw NetworkTrouble.cannot("The app of LinkedIn is not entered here any more") }
        let kept = secret.withLock(\.self)
        let form = [("client_id", app.id), ("client_secret", app.secret), ("token", kept.token ?? "")]
        let answer = try await asking.answer(
            to: WebRequest(Self.tokens + "/introspectToken", form: form.map { (name: $0.0, value: $0.1) }))
        let token = ReadJSON(answer.body)
        guard answer.isSuccess, token["active"].flag == true else { throw NetworkTrouble.permissionEnded }
        let scopes = token["scope"].text?.split { $0 == "," || $0 == " " }.map(String.init)
        try TokenExchange(asking: asking, network: .linkedin).require(scopes.map { Set($0) })
        if kept.refreshToken != nil { return kept.permissionEnds }
        return token["expires_at"].number.map { Date(timeIntervalSince1970: Double($0)) } ?? kept.tokenEnds
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        try post.requireNoFilm(on: .linkedin)
        try post.requireFitting(Network.linkedin.stated?.limits ?? PostLimits(), on: .linkedin)
        var images: [[String: String]] = []
        for picture in post.pictures { images.append(["id": try await upload(picture), "altText": picture.alt]) }
        var body: [String: Any] = [
            "author": author, "commentary": LittleText.escaped(post.wholeText), "visibility": "PUBLIC",
            "distribution": [
                "feedDistribution": "MAIN_FEED", "targetEntities": [String](),
                "thirdPartyDistributionChannels": [String](),
            ], "lifecycleState": "PUBLISHED", "isReshareDisabledByAuthor": false,
        ]
        if let only = images.first, images.count == 1 {
            body["content"] = ["media": only]
        } else if !images.isEmpty {
            body["content"] = ["multiImage": ["images": images]]
        }
        try await lastMoment(nil)
        let answer = try await answer(.post, "posts", .json(writtenJSON(body)), seconds: 30, changes: true)
        let json = ReadJSON(answer.body)
        if answer.status == 422, let words = json["message"].text, words.lowercased().contains("duplicate"),
            let out = try await find(post)
        {
            return out
        }
        _ = try read(answer)
        guard let id = answer.header("x-restli-id") else { throw NetworkTrouble.unsure }
        return await finished(id, closing: post.closesReplies)
    }

    /// It is out by now, so nothing that goes wrong here makes it otherwise. Closing deletes the comments that there are:
    /// directly after publishing there are none.
    private func finished(_ id: String, closing: Bool) async -> Published {
        let isClosed = closing ? ((try? await closeComments(of: id)) ?? false) : false
        return Published(
            id: id, address: "https://www.linkedin.com/feed/update/\(id)/", repliesAreClosed: isClosed)
    }

    /// learn.microsoft.com/linkedin/marketing/community-management/shares/social-metadata-api
    private func closeComments(of id: String) async throws -> Bool {
        let path = "socialMetadata/\(FormText.escaped(id))?actor=\(FormText.escaped(author))"
        let answer = try await answer(
            .post, path, .json(writtenJSON(["patch": ["$set": ["commentsState": "CLOSED"]]])),
            method: "PARTIAL_UPDATE", seconds: 15, changes: true)
        return answer.isSuccess
    }

    /// learn.microsoft.com/linkedin/marketing/community-management/shares/images-api
    private func upload(_ picture: OutgoingPicture) async throws -> String {
        let begun = try read(
            await answer(
                .post, "images?action=initializeUpload",
                .json(writtenJSON(["initializeUploadRequest": ["owner": author]])), seconds: 15))["value"]
        guard let image = begun["image"].text, let address = begun["uploadUrl"].text,
            let host = URL(string: address)?.host?.lowercased(), host.hasSuffix(".linkedin.com")
        else { throw NetworkTrouble.unreachable }
        let token = secret.withLock { $0.token } ?? ""
        let put = try await asking.answer(
            to: WebRequest(
                address, .put, .bytes(picture.bytes, type: picture.mediaType), authorisation: "Bearer " + token,
                seconds: 60))
        guard put.isSuccess else { throw NetworkTrouble.unreachable }
        return image
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        let since = post.startedAt - 300
        let wanted = foldedText(post.wholeText)
        for page in 0..<3 {
            let list = try await posts(from: page * 100, count: 100)
            let all = list["elements"].list ?? []
            for out in all {
                guard let id = out["id"].text, !post.others.contains(id),
                    let at = out["createdAt"].number.map({ Date(timeIntervalSince1970: Double($0) / 1_000) }),
                    at >= since, out["lifecycleState"].text == "PUBLISHED",
                    foldedText(LittleText.plain(out["commentary"].text ?? "")) == wanted
                else { continue }
                // whether its comments are closed is not said with it
                return Published(id: id, address: "https://www.linkedin.com/feed/update/\(id)/")
            }
            if all.count < 100 { return nil }
        }
        return nil
    }

    private func posts(from start: Int, count: Int) async throws -> ReadJSON {
        let path =
            "posts?author=\(FormText.escaped(author))&q=author&count=\(count)&start=\(start)&sortBy=LAST_MODIFIED"
        return try read(await answer(.get, path, nil, method: "FINDER", seconds: 15))
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        try await lastMoment(nil)
        let body = ["patch": ["$set": ["commentary": LittleText.escaped(post.wholeText)]]]
        _ = try read(
            await answer(
                .post, "posts/\(FormText.escaped(id))", .json(writtenJSON(body)), method: "PARTIAL_UPDATE",
                seconds: 30, changes: true))
    }

    package func takeDown(_ id: String) async throws {
        let answer = try await answer(
            .delete, "posts/\(FormText.escaped(id))", nil, method: "DELETE", seconds: 30, changes: true)
        if answer.status == 404 {
            // gone only where the page still answers to us
            _ = try await check()
            return
        }
        _ = try read(answer)
    }

    // MARK: - Tokens

    /// A token lives for sixty days; some apps are given one to have the next
    /// (learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens).
    private func renewInTime() async throws {
        let old = secret.withLock(\.self)
        guard let app, let refresh = old.refreshToken, let ends = old.tokenEnds, ends < asking.clock() + 7 * 86_400
        else { return }
        let form = [
            ("grant_type", "refresh_token"), ("refresh_token", refresh), ("client_id", app.id),
            ("client_secret", app.secret),
        ]
        let new = try await TokenExchange(asking: asking, network: .linkedin).secret(
            by: WebRequest(Self.tokens + "/accessToken", form: form.map { (name: $0.0, value: $0.1) }), keeping: old
        ).secret
        try await keep(new)
        secret.withLock { $0 = new }
    }

    // MARK: - Asking

    private func answer(
        _ verb: WebRequest.Method, _ path: String, _ body: WebRequest.Body?, method: String? = nil, seconds: Int64,
        changes: Bool = false
    ) async throws(NetworkTrouble) -> WebAnswer {
        var headers = [(name: "LinkedIn-Version", value: Self.version), ("X-Restli-Protocol-Version", "2.0.0")]
        if let method { headers.append(("X-RestLi-Method", method)) }
        return try await asking.answer(
            to: WebRequest(
                Self.server + "/" + path, verb, body, authorisation: "Bearer " + (secret.withLock { $0.token } ?? ""),
                headers: headers, seconds: seconds, most: 4 << 20), changes: changes)
    }

    /// learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling
    private func read(_ answer: WebAnswer) throws(NetworkTrouble) -> ReadJSON {
        let json = ReadJSON(answer.body)
        if answer.isSuccess { return json }
        let words = asking.plain(json["message"].text)
        switch answer.status {
        case 401: throw .permissionEnded
        case 403: throw .notPermitted(words)
        case 426:
            throw .cannot(
                "LinkedIn no longer speaks as this release of Chaperone does. It has to be brought up to date")
        default: throw .refused(words)
        }
    }
}

/// LinkedIn's sign-in (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow). Which page it is says
/// whoever connects it: to list them another permission would be needed, to administer them.
struct LinkedInSignIn: NetworkSignIn {
    /// The number of the page.
    let organisation: String
    let asking: NetworkAsking

    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        let scopes = (Network.linkedin.wayToConnect?.permissions ?? []).map(\.name).joined(separator: " ")
        return authorisation(
            "https://www.linkedin.com/oauth/v2/authorization",
            [
                ("response_type", "code"), ("client_id", app.id), ("redirect_uri", back), ("state", state),
                ("scope", scopes),
            ])
    }

    func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        asking.hide([app.secret, code])
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("client_id", app.id),
            ("client_secret", app.secret), ("redirect_uri", back),
        ]
        let exchange = TokenExchange(asking: asking, network: .linkedin)
        let (secret, allowed) = try await exchange.secret(
            by: WebRequest(
                "https://www.linkedin.com/oauth/v2/accessToken", form: form.map { (name: $0.0, value: $0.1) }))
        try exchange.require(allowed)
        return [JoinableAccount(id: organisation, name: "Page \(organisation)", secret: secret)]
    }
}

/// LinkedIn's text format, in which some signs stand for something
/// (learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format).
enum LittleText {
    private static let signs: Set<Character> = [
        "\\", "|", "{", "}", "@", "[", "]", "(", ")", "<", ">", "#", "*", "_", "~",
    ]

    static func escaped(_ text: String) -> String {
        var written = ""
        var rest = text[...]
        while let sign = rest.first {
            rest = rest.dropFirst()
            let tag = rest.prefix { $0.isLetter || $0.isNumber }
            if sign == "#", !tag.isEmpty, !tag.allSatisfy(\.isNumber), written.last.map({ $0.isWhitespace }) ?? true {
                written += "{hashtag|\\#|\(tag)}"
                rest = rest.dropFirst(tag.count)
            } else {
                written += signs.contains(sign) ? "\\\(sign)" : String(sign)
            }
        }
        return written
    }

    /// What it says, of what is escaped or of a hashtag that LinkedIn made of it.
    static func plain(_ text: String) -> String {
        let tagged = text.replacing(/\{hashtag\|\\?#\|([^}]*)\}/) { "#" + $0.1 }
        var plain = ""
        var isEscaped = false
        for sign in tagged {
            if sign == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            plain.append(sign)
            isEscaped = false
        }
        return plain
    }
}
