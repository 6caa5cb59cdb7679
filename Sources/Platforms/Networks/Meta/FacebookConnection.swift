import Foundation
import Governance

/// A Page on Facebook (developers.facebook.com/docs/pages-api/posts), by a token of the Page.
///
/// Facebook keeps no key of a post, so before anything is sent again the Page's own posts are looked through; the same text
/// sent twice within moments it refuses by itself.
package struct FacebookConnection: NetworkConnection {
    private let page: String
    private let token: String
    private let app: NetworkApp?
    private let graph: GraphAsking

    /// - Parameter page: the Page's number.
    package init(
        page: String, token: String, app: NetworkApp?, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.page = GraphAsking.name(page)
        self.token = token
        self.app = app
        graph = GraphAsking(
            host: "graph.facebook.com",
            asking: NetworkAsking(web: web, clock: clock, secrets: [token, app?.secret].compactMap(\.self)))
    }

    package func check() async throws -> ConnectionReport {
        let me = try await ask(.get, page, [("fields", "id,name,link")])
        guard me["id"].text == page, let name = me["name"].text else {
            throw NetworkTrouble.notPermitted("the Page is not there any more, or nobody may see it")
        }
        return ConnectionReport(
            identity: name, address: me["link"].text, names: [page] + [me["link"].text].compactMap(\.self),
            software: "Graph API \(GraphAsking.version)", capabilities: Network.facebook.stated ?? Capabilities(),
            endsAt: try await permission())
    }

    /// What the token allows and how long (developers.facebook.com/docs/graph-api/reference/debug_token).
    private func permission() async throws -> Date? {
        guard let app else { throw NetworkTrouble.cannot("The app of Facebook is not entered here any more") }
        let data = try await graph.ask(
            .get, "debug_token", [("input_token", token)], token: "\(app.id)|\(app.secret)")["data"]
        guard data["is_valid"].flag == true else { throw NetworkTrouble.permissionEnded }
        let scopes = data["scopes"].list.map { Set($0.compactMap(\.text)) }
        try TokenExchange(asking: graph.asking, network: .facebook).require(scopes)
        // 0: it does not run out
        return [data["expires_at"].number, data["data_access_expires_at"].number].compactMap(\.self)
            .filter { $0 > 0 }.min().map { Date(timeIntervalSince1970: Double($0)) }
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        try post.requireNoFilm(on: .facebook)
        try post.requireFitting(Network.facebook.stated?.limits ?? PostLimits(), on: .facebook)
        var photos: [String] = []
        do {
            for picture in post.pictures { photos.append(try await upload(picture)) }
            try await lastMoment(nil)
            return try await send(post, photos)
        } catch let trouble as NetworkTrouble where !trouble.passes {
            for photo in photos { try? await delete(photo) }
            throw trouble
        }
    }

    private func send(_ post: OutgoingPost, _ photos: [String]) async throws -> Published {
        var body: [String: Any] = ["message": post.wholeText]
        if !photos.isEmpty {
            body["attached_media"] = photos.map { ["media_fbid": $0] }
        } else if let link = post.links.first {
            body["link"] = link
        }
        do {
            let out = try await ask(.post, "\(page)/feed", body: body, changes: true)
            guard let id = out["id"].text else { throw NetworkTrouble.unsure }
            return Published(id: id, address: try await address(of: id))
        } catch let trouble as NetworkTrouble where trouble == GraphAsking.duplicate {
            if let out = try await find(post) { return out }
            throw GraphAsking.duplicate
        }
    }

    /// A photo that nobody sees until a post shows it (developers.facebook.com/docs/graph-api/reference/page/photos).
    private func upload(_ picture: OutgoingPicture) async throws -> String {
        var parts = [
            WebPart("published", "false"), WebPart("alt_text_custom", picture.alt),
            WebPart("source", file: picture.bytes, named: "picture.\(picture.fileEnding)", type: picture.mediaType),
        ]
        if let proof { parts.insert(WebPart("appsecret_proof", proof), at: 0) }
        let answer = try await graph.ask(.post, "\(page)/photos", token: token, body: .parts(parts), seconds: 60)
        guard let id = answer["id"].text else { throw NetworkTrouble.unreachable }
        return id
    }

    /// It is out whatever this says.
    private func address(of id: String) async throws -> String {
        let usual = "https://www.facebook.com/\(GraphAsking.name(id))"
        let found = try? await ask(.get, GraphAsking.name(id), [("fields", "permalink_url")])
        return found?["permalink_url"].text ?? usual
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        // their clock may be behind ours
        let since = post.startedAt - 300
        let wanted = foldedText(post.wholeText)
        var after: String?
        for _ in 0..<5 {
            var fields = [
                ("fields", "id,message,created_time,permalink_url,application{id}"),
                ("since", String(Int(since.timeIntervalSince1970))), ("limit", "100"),
            ]
            if let after { fields.append(("after", after)) }
            let list = try await ask(.get, "\(page)/published_posts", fields)
            for out in list["data"].list ?? [] {
                guard let id = out["id"].text, !post.others.contains(id),
                    let at = out["created_time"].text.flatMap(NetworkTime.read), at >= since,
                    foldedText(out["message"].text ?? "") == wanted, isOurs(out["application"]["id"].text)
                else { continue }
                return Published(
                    id: id, address: out["permalink_url"].text ?? "https://www.facebook.com/\(GraphAsking.name(id))")
            }
            guard list["paging"]["next"].isThere, let next = list["paging"]["cursors"]["after"].text else {
                return nil
            }
            after = next
        }
        return nil
    }

    /// What another program sent, or a person in a browser, is none of ours.
    private func isOurs(_ sender: String?) -> Bool {
        guard let sender, let app else { return true }
        return sender == app.id
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        try await lastMoment(nil)
        _ = try await ask(.post, GraphAsking.name(id), body: ["message": post.wholeText], changes: true)
    }

    package func takeDown(_ id: String) async throws {
        let id = GraphAsking.name(id)
        let photos: [String]
        do {
            let fields = [("fields", "attachments{target{id},media_type,subattachments{target{id},media_type}}")]
            let attached = try await ask(.get, id, fields)["attachments"]["data"].list ?? []
            photos = attached.flatMap { [$0] + ($0["subattachments"]["data"].list ?? []) }
                .filter { $0["media_type"].text == "photo" }.compactMap { $0["target"]["id"].text }
        } catch {
            guard error == GraphAsking.gone else { throw error }
            // Meta says the same of what is gone and of what we may not see any more
            _ = try await check()
            return
        }
        // the post last: where this breaks off, it still says which pictures are left
        for photo in photos { try await delete(photo) }
        try await delete(id)
    }

    private func delete(_ id: String) async throws {
        do { _ = try await ask(.delete, GraphAsking.name(id), changes: true) } catch {
            guard error == GraphAsking.gone else { throw error }
        }
    }

    // MARK: - Asking

    private var proof: String? { app.map { GraphAsking.proof(of: token, secret: $0.secret) } }

    private func ask(
        _ method: WebRequest.Method, _ path: String, _ fields: [(String, String)] = [], body: [String: Any]? = nil,
        changes: Bool = false
    ) async throws(NetworkTrouble) -> ReadJSON {
        var (fields, body) = (fields, body)
        if let proof {
            if body == nil { fields.append(("appsecret_proof", proof)) } else { body?["appsecret_proof"] = proof }
        }
        return try await graph.ask(
            method, path, fields, token: token, body: body.map { .json(writtenJSON($0)) }, seconds: changes ? 30 : 15,
            changes: changes)
    }
}

/// Facebook's sign-in for whoever looks after a Page (developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
/// and /docs/pages-api/getting-started): the token that a Page has by a long-lived one of its user does not run out.
struct FacebookSignIn: NetworkSignIn {
    let asking: NetworkAsking
    private var graph: GraphAsking { GraphAsking(host: "graph.facebook.com", asking: asking) }

    func address(of app: NetworkApp, back: String, state: String, verifier: String) -> String {
        let scopes = (Network.facebook.wayToConnect?.permissions ?? []).map(\.name).joined(separator: ",")
        return authorisation(
            "https://www.facebook.com/\(GraphAsking.version)/dialog/oauth",
            [
                ("client_id", app.id), ("redirect_uri", back), ("state", state), ("response_type", "code"),
                ("scope", scopes),
            ])
    }

    func accounts(
        of app: NetworkApp, code: String, back: String, verifier: String
    ) async throws -> [JoinableAccount] {
        asking.hide([app.secret, code])
        let exchange = TokenExchange(asking: asking, network: .facebook)
        let short = try await exchange.secret(
            by: token([("client_id", app.id), ("redirect_uri", back), ("client_secret", app.secret), ("code", code)])
        ).secret.token
        let long = try await exchange.secret(
            by: token([
                ("grant_type", "fb_exchange_token"), ("client_id", app.id), ("client_secret", app.secret),
                ("fb_exchange_token", short ?? ""),
            ])
        ).secret.token
        guard let long else { throw NetworkTrouble.permissionEnded }
        let pages = try await graph.ask(
            .get, "me/accounts",
            [
                ("fields", "id,name,access_token,tasks"), ("limit", "100"),
                ("appsecret_proof", GraphAsking.proof(of: long, secret: app.secret)),
            ], token: long)
        return (pages["data"].list ?? []).compactMap { page in
            guard let id = page["id"].text, let name = page["name"].text, let token = page["access_token"].text,
                page["tasks"].list?.contains(where: { $0.text == "CREATE_CONTENT" }) == true
            else { return nil }
            asking.hide([token])
            return JoinableAccount(id: id, name: name, secret: ConnectionSecret(token: token))
        }
    }

    private func token(_ fields: [(String, String)]) -> WebRequest {
        WebRequest(authorisation(graph.root + "/oauth/access_token", fields), .get)
    }
}
