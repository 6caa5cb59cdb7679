import Foundation
import Governance
import Synchronization

/// An account on Bluesky, or on any other server of the AT Protocol, by an app password.
///
/// The name of a post's record is made of its key and of when it was first tried, before anything is sent: sent twice it is
/// one record. With closed replies the record that closes them is written in the same commit.
package final class BlueskyConnection: NetworkConnection {
    private let server: String
    private let userName: String
    private let asking: NetworkAsking
    private let keep: KeepSecret
    private let secret: Mutex<ConnectionSecret>
    private let session = Mutex<Session?>(nil)

    private struct Session: Sendable {
        var did: String
        var handle: String
    }

    private static let posts = "app.bsky.feed.post"
    private static let gates = "app.bsky.feed.threadgate"

    /// - Parameters:
    ///   - server: the account's own server, such as `https://bsky.social`.
    ///   - userName: its handle or DID.
    ///   - keep: told of each new pair of tokens before it is used: the pair before it counts no more.
    package init(
        server: String, userName: String, secret: ConnectionSecret, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }, keep: @escaping KeepSecret = { _ in }
    ) throws {
        self.server = try ServerAddress.read(server)
        var name = userName.trimmingCharacters(in: .whitespacesAndNewlines)
        if name.hasPrefix("@") { name.removeFirst() }
        self.userName = name
        self.secret = Mutex(secret)
        self.keep = keep
        asking = NetworkAsking(
            web: web, clock: clock, secrets: [secret.password, secret.token, secret.refreshToken].compactMap(\.self))
    }

    package func check() async throws -> ConnectionReport {
        // asked of the network and not of what is kept
        session.withLock { $0 = nil }
        let answer = try await asked(.get, "com.atproto.server.getSession")
        guard let did = answer["did"].text else { throw Self.stranger }
        let handle = answer["handle"].text ?? did
        if answer["active"].flag == false {
            throw NetworkTrouble.notPermitted(
                "the account is \(asking.plain(answer["status"].text ?? "not active")) there")
        }
        let identity = BlueskyIdentity(did: did, handle: handle, asking: asking)
        let isItsOwn = await identity.isOf(server)
        return ConnectionReport(
            identity: "@" + handle, address: isItsOwn ? "https://bsky.app/profile/\(handle)" : server,
            names: isItsOwn ? [handle, did] : [], software: "AT Protocol",
            capabilities: Network.bluesky.stated ?? Capabilities())
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        let text = post.wholeText
        try post.requireNoFilm(on: .bluesky)
        try post.requireFitting(Network.bluesky.stated?.limits ?? PostLimits(), on: .bluesky)
        let me = try await signedIn()
        let rkey = TID.text(at: post.startedAt, key: post.key)
        var record: [String: Any] = [
            "$type": Self.posts, "text": text, "createdAt": NetworkTime.written(post.startedAt),
        ]
        let facets = BlueskyFacets.of(text)
        if !facets.isEmpty { record["facets"] = facets }
        if !post.pictures.isEmpty {
            var images: [[String: Any]] = []
            for picture in post.pictures {
                images.append([
                    "image": try await upload(picture), "alt": picture.alt,
                    "aspectRatio": ["width": picture.width, "height": picture.height],
                ])
            }
            record["embed"] = ["$type": "app.bsky.embed.images", "images": images]
        }
        try await lastMoment(nil)
        do {
            try await write(record, rkey: rkey, closesReplies: post.closesReplies, me)
        } catch let trouble as NetworkTrouble {
            // “already exists” is said in more than one way; what is there is out
            guard case .refused = trouble else { throw trouble }
            if let out = try await find(post) { return out }
            throw trouble
        }
        return Self.published(rkey, me, closed: post.closesReplies)
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        let me = try await signedIn()
        let rkey = TID.text(at: post.startedAt, key: post.key)
        guard try await isThere(Self.posts, rkey, me) else { return nil }
        return Self.published(rkey, me, closed: try await isThere(Self.gates, rkey, me))
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        throw NetworkTrouble.cannot("Bluesky has no way to change a post that is out. Take it down, and send it again")
    }

    package func takeDown(_ id: String) async throws {
        let me = try await signedIn()
        guard let rkey = id.split(separator: "/").last.map(String.init) else { return }
        for collection in [Self.posts, Self.gates] where try await isThere(collection, rkey, me) {
            do {
                _ = try await asked(
                    .post, "com.atproto.repo.deleteRecord",
                    json: ["repo": me.did, "collection": collection, "rkey": rkey], changes: true)
            } catch NetworkTrouble.refused(let words) {
                // whatever it says of it, what counts is whether the record is gone
                guard try await !isThere(collection, rkey, me) else { throw NetworkTrouble.refused(words) }
            }
        }
    }

    package func following() async throws -> [FollowedAccount] {
        let me = try await signedIn()
        var followed: [FollowedAccount] = []
        var cursor: String?
        for _ in 0..<FollowedAccount.mostPages where followed.count < FollowedAccount.most {
            let query =
                [(name: "actor", value: me.did), (name: "limit", value: "100")]
                + (cursor.map { [(name: "cursor", value: $0)] } ?? [])
            let page = try await asked(.get, "app.bsky.graph.getFollows?" + FormText.text(query))
            followed += (page["follows"].list ?? []).compactMap { one in
                one["handle"].text.map { FollowedAccount(handle: "@" + $0, name: one["displayName"].text ?? "") }
            }
            guard let next = page["cursor"].text, !next.isEmpty, next != cursor else { break }
            cursor = next
        }
        return Array(followed.prefix(FollowedAccount.most))
    }

    // MARK: - Records

    private func write(_ record: [String: Any], rkey: String, closesReplies: Bool, _ me: Session) async throws {
        guard closesReplies else {
            _ = try await asked(
                .post, "com.atproto.repo.createRecord",
                json: ["repo": me.did, "collection": Self.posts, "rkey": rkey, "record": record], changes: true)
            return
        }
        let gate: [String: Any] = [
            "$type": Self.gates, "post": "at://\(me.did)/\(Self.posts)/\(rkey)", "allow": [Any](),
            "createdAt": record["createdAt"] ?? "",
        ]
        let writes = [(Self.posts, record), (Self.gates, gate)].map { collection, value -> [String: Any] in
            [
                "$type": "com.atproto.repo.applyWrites#create", "collection": collection, "rkey": rkey, "value": value,
            ]
        }
        _ = try await asked(
            .post, "com.atproto.repo.applyWrites", json: ["repo": me.did, "writes": writes], changes: true)
    }

    private func isThere(_ collection: String, _ rkey: String, _ me: Session) async throws -> Bool {
        let query = FormText.text([
            (name: "repo", value: me.did), (name: "collection", value: collection), (name: "rkey", value: rkey),
        ])
        let asked = WebRequest(server + "/xrpc/com.atproto.repo.getRecord?" + query, .get)
        let answer = try await asking.answer(to: asked)
        let json = ReadJSON(answer.body)
        if answer.isSuccess { return json["uri"].isThere }
        let words = json["message"].text ?? ""
        if json["error"].text == "RecordNotFound" || answer.status == 404 || words.contains("Could not locate record")
            || words.contains("not found")
        {
            return false
        }
        throw NetworkTrouble.unreachable
    }

    private static func published(_ rkey: String, _ me: Session, closed: Bool) -> Published {
        let profile = me.handle.isEmpty || me.handle == "handle.invalid" ? me.did : me.handle
        return Published(
            id: "at://\(me.did)/\(posts)/\(rkey)", address: "https://bsky.app/profile/\(profile)/post/\(rkey)",
            repliesAreClosed: closed)
    }

    private func upload(_ picture: OutgoingPicture) async throws -> Any {
        let answer = try await asked(
            .post, "com.atproto.repo.uploadBlob", .bytes(picture.bytes, type: picture.mediaType), seconds: 60)
        guard let blob = answer["blob"].asItCame else { throw NetworkTrouble.unreachable }
        return blob
    }

    // MARK: - Signing in

    private static let stranger = NetworkTrouble.notThisNetwork("No server of the AT Protocol answers at this address")

    private func signedIn() async throws -> Session {
        if let known = session.withLock(\.self) { return known }
        let answer = try await asked(.get, "com.atproto.server.getSession")
        guard let did = answer["did"].text else { throw Self.stranger }
        let found = Session(did: did, handle: answer["handle"].text ?? "")
        session.withLock { $0 = found }
        return found
    }

    /// Takes new tokens: for the one kept for that, else for the password.
    private func renew() async throws {
        let kept = secret.withLock(\.self)
        if let token = kept.refreshToken {
            let answer = try await asking.answer(to: request(.post, "com.atproto.server.refreshSession", bearer: token))
            if answer.isSuccess, try await take(answer, kept) { return }
        }
        guard let password = kept.password else { throw NetworkTrouble.permissionEnded }
        let body: WebRequest.Body = .json(writtenJSON(["identifier": userName, "password": password]))
        let answer = try await asking.answer(
            to: request(.post, "com.atproto.server.createSession", body, bearer: nil))
        if answer.isSuccess, try await take(answer, kept) { return }
        let json = ReadJSON(answer.body)
        switch json["error"].text {
        case "AuthFactorTokenRequired":
            throw NetworkTrouble.notPermitted("this is the account’s own password. Make an app password for Chaperone")
        case "AccountTakedown": throw NetworkTrouble.notPermitted("the network has taken the account down")
        case "AuthenticationRequired", "AuthMissing", "InvalidToken", "ExpiredToken":
            throw NetworkTrouble.permissionEnded
        case nil: throw Self.stranger
        default:
            if answer.status == 401 { throw NetworkTrouble.permissionEnded }
            throw NetworkTrouble.refused(asking.plain(json["message"].text))
        }
    }

    private func take(_ answer: WebAnswer, _ kept: ConnectionSecret) async throws -> Bool {
        let json = ReadJSON(answer.body)
        guard let token = json["accessJwt"].text, let refresh = json["refreshJwt"].text else { return false }
        var new = kept
        new.token = token
        new.refreshToken = refresh
        asking.hide([token, refresh])
        try await keep(new)
        secret.withLock { [new] in $0 = new }
        return true
    }

    // MARK: - Asking

    private func asked(
        _ method: WebRequest.Method, _ name: String, json: [String: Any], changes: Bool = false
    ) async throws -> ReadJSON {
        try await asked(method, name, .json(writtenJSON(json)), seconds: changes ? 30 : 15, changes: changes)
    }

    /// Asks once more with new tokens where those that are kept ran out.
    private func asked(
        _ method: WebRequest.Method, _ name: String, _ body: WebRequest.Body? = nil, seconds: Int64 = 15,
        changes: Bool = false
    ) async throws -> ReadJSON {
        if secret.withLock({ $0.token }) == nil { try await renew() }
        var isRenewed = false
        while true {
            let token = secret.withLock { $0.token }
            let answer = try await asking.answer(
                to: request(method, name, body, bearer: token, seconds: seconds), changes: changes)
            let json = ReadJSON(answer.body)
            if answer.isSuccess { return json }
            let error = json["error"].text
            if !isRenewed, answer.status == 401 || error == "ExpiredToken" || error == "InvalidToken" {
                try await renew()
                isRenewed = true
                continue
            }
            let words = asking.plain(json["message"].text ?? error)
            switch (answer.status, error) {
            case (401, _), (_, "ExpiredToken"), (_, "InvalidToken"): throw NetworkTrouble.permissionEnded
            case (403, _): throw NetworkTrouble.notPermitted(words.isEmpty ? "the server refuses this" : words)
            case (_, nil): throw Self.stranger
            default: throw NetworkTrouble.refused(words)
            }
        }
    }

    private func request(
        _ method: WebRequest.Method, _ name: String, _ body: WebRequest.Body? = nil, bearer: String?,
        seconds: Int64 = 15
    ) -> WebRequest {
        WebRequest(
            server + "/xrpc/" + name, method, body, authorisation: bearer.map { "Bearer " + $0 }, seconds: seconds,
            most: 4 << 20)
    }
}
