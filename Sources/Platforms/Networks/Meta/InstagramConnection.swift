import Foundation
import Governance
import Synchronization

/// A professional account on Instagram, by Instagram's own sign-in
/// (developers.facebook.com/docs/instagram-platform/content-publishing).
///
/// Instagram fetches each picture itself. What is to go out is made as a container first, whose name is kept before it is
/// published: a container publishes once, and says afterwards whether it did.
package final class InstagramConnection: NetworkConnection {
    /// A container is asked once a minute, for five minutes at most.
    private static let mostLooks = 5

    private let account: String
    private let graph: GraphAsking
    private let secret: Mutex<ConnectionSecret>
    private let keep: KeepSecret
    private let pause: Duration

    /// - Parameters:
    ///   - account: the account's number.
    ///   - pause: between two looks at a container that is not ready.
    package init(
        account: String, secret: ConnectionSecret, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }, pause: Duration = .seconds(60),
        keep: @escaping KeepSecret = { _ in }
    ) {
        self.account = GraphAsking.name(account)
        self.secret = Mutex(secret)
        self.keep = keep
        self.pause = pause
        graph = GraphAsking(
            host: "graph.instagram.com",
            asking: NetworkAsking(web: web, clock: clock, secrets: [secret.token].compactMap(\.self)))
    }

    package func check() async throws -> ConnectionReport {
        try await renew()
        let me = try await ask(.get, "me", [("fields", "user_id,username,account_type")])
        guard let name = me["username"].text, me["user_id"].word == account else {
            throw NetworkTrouble.notPermitted("the permission is another account’s")
        }
        // only whoever may publish may ask it
        _ = try await quota()
        return ConnectionReport(
            identity: "@" + name, address: "https://www.instagram.com/\(name)/", names: ["@" + name],
            software: "Graph API \(GraphAsking.version)", capabilities: Network.instagram.stated ?? Capabilities(),
            endsAt: secret.withLock { $0.tokenEnds })
    }

    /// A token lives for sixty days and is made new while it lives, when it is a day old
    /// (developers.facebook.com/docs/instagram-platform/reference/refresh_access_token).
    private func renew() async throws {
        let old = secret.withLock(\.self)
        guard let token = old.token else { throw NetworkTrouble.permissionEnded }
        guard let ends = old.tokenEnds, ends < graph.asking.clock() + 45 * 86_400 else { return }
        let fields = [("grant_type", "ig_refresh_token"), ("access_token", token)]
        let exchange = TokenExchange(asking: graph.asking, network: .instagram)
        do {
            let new = try await exchange.secret(
                by: WebRequest(authorisation("https://graph.instagram.com/refresh_access_token", fields), .get)
            ).secret
            try await keep(new)
            secret.withLock { $0 = new }
        } catch NetworkTrouble.refused where ends > graph.asking.clock() {
            // it counts still: what the account itself says follows
        }
    }

    /// How much may go out, by their own count (reference/ig-user/content_publishing_limit).
    private func quota() async throws -> (used: Int, most: Int) {
        let answer = try await ask(
            .get, "\(account)/content_publishing_limit", [("fields", "quota_usage,config")])
        let limit = answer["data"].list?.first
        return (limit?["quota_usage"].number ?? 0, limit?["config"]["quota_total"].number ?? .max)
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        try post.requireNoFilm(on: .instagram)
        try requirePictures(post)
        try post.requireFitting(Network.instagram.stated?.limits ?? PostLimits(), on: .instagram)
        let quota = try await quota()
        guard quota.used < quota.most else {
            throw NetworkTrouble.rateLimited(until: graph.asking.clock() + 3_600)
        }
        let container = try await ready(post)
        try await lastMoment(container)
        let out = try await ask(.post, "\(account)/media_publish", body: ["creation_id": container], changes: true)
        guard let id = out["id"].text else { throw NetworkTrouble.unsure }
        return try await finished(id, closing: post.closesReplies)
    }

    private func requirePictures(_ post: OutgoingPost) throws(NetworkTrouble) {
        guard !post.pictures.isEmpty else { throw .refused("Instagram takes no post without a picture") }
        guard post.pictures.allSatisfy({ $0.mediaType == "image/jpeg" }) else {
            throw .refused("Instagram takes pictures as JPEG only")
        }
        guard post.pictures.allSatisfy({ $0.address?.hasPrefix("https://") == true }) else {
            throw .cannot(
                "Instagram fetches pictures itself, and this program is at no address that it can reach with https")
        }
    }

    /// A container that can be published: the one of an earlier attempt, if it still can.
    private func ready(_ post: OutgoingPost) async throws -> String {
        if let known = post.prepared, try await status(of: known) == "FINISHED" { return known }
        let container: String
        if let only = post.pictures.first, post.pictures.count == 1 {
            container = try await make(["caption": post.wholeText], of: only)
        } else {
            var children: [String] = []
            for picture in post.pictures { children.append(try await make(["is_carousel_item": true], of: picture)) }
            for child in children { try await awaitReady(child) }
            container = try await make([
                "media_type": "CAROUSEL", "caption": post.wholeText, "children": children.joined(separator: ","),
            ])
        }
        try await awaitReady(container)
        return container
    }

    private func make(_ fields: [String: Any], of picture: OutgoingPicture? = nil) async throws -> String {
        var body = fields
        if let picture {
            body["image_url"] = picture.address
            body["alt_text"] = picture.alt
        }
        // nobody sees a container: an answer that is lost leaves nothing open
        guard let id = try await ask(.post, "\(account)/media", body: body)["id"].text else {
            throw NetworkTrouble.unreachable
        }
        return id
    }

    private func awaitReady(_ container: String) async throws {
        for look in 0..<Self.mostLooks {
            switch try await status(of: container) {
            case "FINISHED": return
            case "IN_PROGRESS": if look + 1 < Self.mostLooks { try await Task.sleep(for: pause) }
            case "ERROR": throw NetworkTrouble.refused("It could not take one of the pictures")
            default: throw NetworkTrouble.unreachable
            }
        }
        throw NetworkTrouble.unreachable
    }

    private func status(of container: String) async throws -> String {
        try await ask(.get, GraphAsking.name(container), [("fields", "status_code,status")])["status_code"].text ?? ""
    }

    /// It is out by now, so nothing that goes wrong here makes it otherwise.
    private func finished(_ id: String, closing: Bool) async throws -> Published {
        let name = GraphAsking.name(id)
        var isClosed = false
        if closing {
            let answer = try? await ask(.post, name, body: ["comment_enabled": false])
            isClosed = answer?["success"].flag == true
        }
        let found = try? await ask(.get, name, [("fields", "permalink")])
        return Published(
            id: id, address: found?["permalink"].text ?? "https://www.instagram.com/", repliesAreClosed: isClosed)
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        // a container that was not published is not out, whatever else is there
        if let container = post.prepared {
            do {
                guard try await status(of: container) == "PUBLISHED" else { return nil }
            } catch let trouble as NetworkTrouble where trouble == GraphAsking.gone {
                return try await amongMedia(post)
            }
            guard let out = try await amongMedia(post) else { throw NetworkTrouble.unreachable }
            return out
        }
        return try await amongMedia(post)
    }

    private func amongMedia(_ post: OutgoingPost) async throws -> Published? {
        let since = post.startedAt - 300
        let wanted = foldedText(post.wholeText)
        let list = try await ask(
            .get, "\(account)/media",
            [("fields", "id,caption,permalink,timestamp,is_comment_enabled"), ("limit", "100")])
        for out in list["data"].list ?? [] {
            guard let id = out["id"].text, !post.others.contains(id),
                let at = out["timestamp"].text.flatMap(NetworkTime.read), at >= since,
                foldedText(out["caption"].text ?? "") == wanted
            else { continue }
            let isOpen = out["is_comment_enabled"].flag ?? true
            if post.closesReplies, isOpen { return try await finished(id, closing: true) }
            return Published(id: id, address: out["permalink"].text ?? "", repliesAreClosed: !isOpen)
        }
        return nil
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        throw NetworkTrouble.cannot(
            "Instagram lets no program change a post that is out. Change it in Instagram itself")
    }

    package func takeDown(_ id: String) async throws {
        throw NetworkTrouble.cannot("Instagram lets no program take a post down. Delete it in Instagram itself")
    }

    private func ask(
        _ method: WebRequest.Method, _ path: String, _ fields: [(String, String)] = [], body: [String: Any]? = nil,
        changes: Bool = false
    ) async throws(NetworkTrouble) -> ReadJSON {
        try await graph.ask(
            method, path, fields, token: secret.withLock { $0.token } ?? "", body: body.map { .json(writtenJSON($0)) },
            seconds: body == nil ? 15 : 30, changes: changes)
    }
}

/// Instagram's own sign-in (developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login).
struct InstagramSignIn: NetworkSignIn {
    let asking: NetworkAsking

    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        let scopes = (Network.instagram.wayToConnect?.permissions ?? []).map(\.name).joined(separator: ",")
        return authorisation(
            "https://www.instagram.com/oauth/authorize",
            [
                ("client_id", app.id), ("redirect_uri", back), ("response_type", "code"), ("scope", scopes),
                ("state", state),
            ])
    }

    func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        asking.hide([app.secret, code])
        let form = [
            ("client_id", app.id), ("client_secret", app.secret), ("grant_type", "authorization_code"),
            ("redirect_uri", back), ("code", code),
        ]
        let answer = try await asking.answer(
            to: WebRequest(
                "https://api.instagram.com/oauth/access_token", form: form.map { (name: $0.0, value: $0.1) }))
        let said = ReadJSON(answer.body)
        let grant = said["data"].list?.first ?? said
        guard answer.isSuccess, let short = grant["access_token"].text else {
            throw NetworkTrouble.refused(asking.plain(said["error_message"].text))
        }
        asking.hide([short])
        let exchange = TokenExchange(asking: asking, network: .instagram)
        let allowed =
            grant["permissions"].text?.split(separator: ",").map(String.init)
            ?? grant["permissions"].list?.compactMap(\.text)
        try exchange.require(allowed.map { Set($0) })
        let fields = [
            ("grant_type", "ig_exchange_token"), ("client_secret", app.secret), ("access_token", short),
        ]
        let secret = try await exchange.secret(
            by: WebRequest(authorisation("https://graph.instagram.com/access_token", fields), .get)
        ).secret
        let me = try await GraphAsking(host: "graph.instagram.com", asking: asking).ask(
            .get, "me", [("fields", "user_id,username,account_type")], token: secret.token ?? "")
        guard let id = me["user_id"].word, let name = me["username"].text else { return [] }
        return [JoinableAccount(id: id, name: "@" + name, secret: secret)]
    }
}
