import Foundation
import Synchronization

@testable import Platforms

/// X's API, in memory. It stands for these parts of docs.x.com:
///
/// - `/fundamentals/authentication/oauth-2-0/authorization-code`: the code with PKCE, and refresh tokens that count once;
/// - `/x-api/posts/create-post` and `/x-api/posts/delete-post`;
/// - `/x-api/media/upload-media` and `/x-api/media/create-media-metadata`;
/// - `/x-api/users/get-my-user` and `/x-api/users/get-posts`: with short links in the place of links;
/// - `/x-api/fundamentals/rate-limits` and `/x-api/fundamentals/response-codes-and-errors`.
final class FakeX: WebClient {
    static let app = NetworkApp(id: "x-client", secret: "x-secret")
    static let scopes = "users.read tweet.read tweet.write media.write offline.access"

    struct Post {
        var id: String
        var text: String
        var at: Date
        var media: [String]
        var settings: String?
    }

    struct State: FakeState {
        var posts: [Post] = []
        var alts: [String: String] = [:]
        var token = "access-1"
        var refresh = "refresh-1"
        var scopes = FakeX.scopes
        var challenge = ""
        var limited: Date?
        /// The type and the sentence of a refusal.
        var forbids: (type: String, detail: String)?
        var losing = 0
        var counted = 1
        var asked: [String] = []
    }
    let state = Mutex(State())

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        try served(request, by: state, sends: { $0.line == "POST api.x.com/2/tweets" }, { self.answer($0, &$1) })
    }

    private func answer(_ asked: Asked, _ state: inout State) -> WebAnswer {
        if asked.line == "POST api.x.com/2/oauth2/token" { return tokens(asked, &state) }
        guard asked.host == "api.x.com", asked.path.first == "2" else { return Self.problem(404, "Not Found") }
        if let limited = state.limited {
            return Self.problem(
                429, "Too Many Requests",
                headers: [
                    ("x-rate-limit-limit", "100"), ("x-rate-limit-remaining", "0"),
                    ("x-rate-limit-reset", String(Int(limited.timeIntervalSince1970))),
                ])
        }
        guard asked.request.authorisation == "Bearer " + state.token else { return Self.problem(401, "Unauthorized") }
        switch (asked.request.method, asked.path.dropFirst().joined(separator: "/")) {
        case (.get, "users/me"): return answered(["data": ["id": "7", "name": "School", "username": "ourschool"]])
        case (.get, "users/7/tweets"): return posts(asked, state)
        case (.post, "media/upload"):
            guard asked.part("media_category") == "tweet_image", asked.parts["media"]?.isEmpty == false else {
                return Self.problem(400, "Invalid Request")
            }
            state.counted += 1
            state.alts["\(state.counted)"] = ""
            return answered(["data": ["id": "\(state.counted)", "media_key": "3_\(state.counted)"]])
        case (.post, "media/metadata"):
            guard let id = asked.json["id"] as? String, state.alts[id] != nil,
                let alt = ((asked.json["metadata"] as? [String: Any])?["alt_text"] as? [String: String])?["text"],
                (1...1_000).contains(alt.count)
            else { return Self.problem(400, "Invalid Request") }
            state.alts[id] = alt
            return answered(["data": ["id": id]])
        case (.post, "tweets"): return post(asked, &state)
        case (.delete, _) where asked.path.count == 3:
            guard let at = state.posts.firstIndex(where: { $0.id == asked.path[2] }) else {
                return Self.problem(404, "Not Found Error")
            }
            state.posts.remove(at: at)
            return answered(["data": ["deleted": true]])
        default: return Self.problem(404, "Not Found")
        }
    }

    private func tokens(_ asked: Asked, _ state: inout State) -> WebAnswer {
        let basic = "Basic " + Data("x-client:x-secret".utf8).base64EncodedString()
        guard asked.request.authorisation == basic else { return answered(["error": "unauthorized_client"], 401) }
        switch asked.form["grant_type"] {
        case "authorization_code":
            guard asked.form["code"] == "the-code", asked.form["redirect_uri"] == "https://chaperone.test/back",
                OpenIDConnect.challenge(of: asked.form["code_verifier"] ?? "") == state.challenge
            else {
                return answered(
                    ["error": "invalid_request", "error_description": "Value passed for the token was invalid."], 400)
            }
        case "refresh_token":
            guard asked.form["refresh_token"] == state.refresh else {
                return answered(["error": "invalid_grant"], 400)
            }
            state.counted += 1
            state.token = "access-\(state.counted)"
            state.refresh = "refresh-\(state.counted)"
        default: return answered(["error": "unsupported_grant_type"], 400)
        }
        return answered([
            "token_type": "bearer", "expires_in": 7_200, "access_token": state.token, "scope": state.scopes,
            "refresh_token": state.refresh,
        ])
    }

    private func post(_ asked: Asked, _ state: inout State) -> WebAnswer {
        if let forbids = state.forbids { return Self.problem(403, forbids.detail, type: forbids.type) }
        let text = asked.json["text"] as? String ?? ""
        let media = (asked.json["media"] as? [String: [String]])?["media_ids"] ?? []
        let settings = asked.json["reply_settings"] as? String
        guard media.count <= 4, media.allSatisfy({ state.alts[$0] != nil }),
            settings == nil || ["following", "mentionedUsers", "subscribers", "verified"].contains(settings ?? ""),
            Set(asked.json.keys).isSubset(of: ["text", "media", "reply_settings"])
        else { return Self.problem(400, "Invalid Request") }
        if state.posts.contains(where: { $0.text == text }) {
            return Self.problem(403, "You are not allowed to create a Tweet with duplicate content.")
        }
        state.counted += 1
        let id = "1\(state.counted)"
        state.posts.append(Post(id: id, text: text, at: .now, media: media, settings: settings))
        return answered(["data": ["id": id, "text": text]], 201)
    }

    private func posts(_ asked: Asked, _ state: State) -> WebAnswer {
        guard asked.query["max_results"] == "100", let start = asked.query["start_time"].flatMap(NetworkTime.read),
            asked.query["start_time"]?.contains(".") == false, asked.query["tweet.fields"]?.contains("entities") == true
        else { return Self.problem(400, "Invalid Request") }
        let all = state.posts.filter { $0.at >= start }.reversed()
        let from = asked.query["pagination_token"].flatMap { Int($0.dropFirst()) } ?? 0
        let page = all.dropFirst(from).prefix(100)
        var meta: [String: Any] = ["result_count": page.count]
        if all.count > from + 100 { meta["next_token"] = "t\(from + 100)" }
        return answered(["data": page.map(Self.written), "meta": meta])
    }

    /// As X shows it: escaped, with short links, and one for its pictures.
    private static func written(_ post: Post) -> [String: Any] {
        var text = post.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        var links: [[String: Any]] = []
        for link in post.text.matches(of: /https:\/\/\S+/) {
            let short = "https://t.co/\(links.count)abc"
            text = text.replacing(String(link.0).replacing("&", with: "&amp;"), with: short)
            links.append(["url": short, "expanded_url": String(link.0)])
        }
        if !post.media.isEmpty {
            text += " https://t.co/pic"
            links.append([
                "url": "https://t.co/pic", "expanded_url": "https://x.com/ourschool/status/1/photo/1",
                "media_key": "3_1",
            ])
        }
        return [
            "id": post.id, "text": text, "created_at": NetworkTime.written(post.at), "entities": ["urls": links],
            "reply_settings": post.settings ?? "everyone",
        ]
    }

    private static func problem(
        _ status: Int, _ detail: String, type: String = "about:blank", headers: [(name: String, value: String)] = []
    ) -> WebAnswer {
        answered(["title": detail, "detail": detail, "type": type, "status": status], status, headers)
    }
}
