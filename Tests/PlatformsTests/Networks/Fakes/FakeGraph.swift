import Foundation
import Synchronization

@testable import Platforms

/// Facebook's Pages, in memory. It stands for these parts of developers.facebook.com:
///
/// - `/docs/facebook-login/guides/advanced/manual-flow`: the code and the two exchanges of tokens;
/// - `/docs/graph-api/reference/debug_token`: what a token allows;
/// - `/docs/graph-api/guides/secure-requests`: `appsecret_proof`, without which it answers nothing here;
/// - `/docs/pages-api/posts`: publishing, with photos, changing and deleting;
/// - `/docs/graph-api/reference/page/photos`: `published`, `alt_text_custom`;
/// - `/docs/graph-api/guides/error-handling` and `/docs/graph-api/overview/rate-limiting`: the errors.
final class FakeFacebook: WebClient {
    static let app = NetworkApp(id: "app-1", secret: "app-secret")
    static let token = "page-token"
    static let page = "1001"

    struct Post {
        var id: String
        var message: String
        var at: Date
        var photos: [String]
        var sender = FakeFacebook.app.id
    }

    struct State: FakeState {
        var posts: [Post] = []
        var photos: [String: (alt: String, bytes: Data)] = [:]
        var scopes = ["pages_show_list", "pages_read_engagement", "pages_manage_posts"]
        var isValid = true
        var expires = 0
        /// An error with which everything is refused, with headers.
        var refusing: (code: Int, headers: [(name: String, value: String)])?
        var losing = 0
        /// Deletions that succeed until one fails; nil: all do.
        var deletionsLeft: Int?
        var counted = 0
        var now = Date()
        var asked: [String] = []
    }
    let state = Mutex(State())

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        try served(request, by: state, sends: { $0.line.hasSuffix("/feed") }, { self.answered($0, &$1) })
    }

    private func answered(_ asked: Asked, _ state: inout State) -> WebAnswer {
        guard asked.host == "graph.facebook.com", asked.path.first == "v26.0" else { return Self.error(100) }
        if let refusing = state.refusing { return Self.error(refusing.code, headers: refusing.headers) }
        let path = Array(asked.path.dropFirst())
        switch (asked.request.method, path.first, path.count > 1 ? path[1] : nil) {
        case (.get, "oauth", "access_token"): return tokens(asked)
        case (.get, "debug_token", nil): return look(asked, state)
        case (.get, "me", "accounts"): return pages(asked)
        default: break
        }
        guard asked.request.authorisation == "Bearer " + Self.token, state.isValid else { return Self.error(190) }
        let proof =
            asked.query["appsecret_proof"] ?? asked.json["appsecret_proof"] as? String
            ?? asked.part("appsecret_proof")
        guard proof == GraphAsking.proof(of: Self.token, secret: Self.app.secret) else { return Self.error(100) }
        switch (asked.request.method, path.first, path.count > 1 ? path[1] : nil) {
        case (.get, Self.page, nil):
            return answered(["id": Self.page, "name": "Our school", "link": "https://www.facebook.com/our.school"])
        case (.post, Self.page, "photos"): return photo(asked, &state)
        case (.post, Self.page, "feed"): return feed(asked, &state)
        case (.get, Self.page, "published_posts"): return posts(asked, state)
        case (_, let id?, nil): return one(asked, id, &state)
        default: return Self.error(100)
        }
    }

    private func answered(_ value: Any) -> WebAnswer { PlatformsTests.answered(value) }

    private func tokens(_ asked: Asked) -> WebAnswer {
        guard asked.query["client_id"] == Self.app.id, asked.query["client_secret"] == Self.app.secret else {
            return Self.error(101)
        }
        if asked.query["grant_type"] == "fb_exchange_token" {
            guard asked.query["fb_exchange_token"] == "short" else { return Self.error(190) }
            return answered(["access_token": "long", "token_type": "bearer", "expires_in": 5_183_944])
        }
        guard asked.query["code"] == "the-code", asked.query["redirect_uri"] == "https://chaperone.test/back" else {
            return Self.error(100)
        }
        return answered(["access_token": "short", "token_type": "bearer", "expires_in": 5_000])
    }

    private func look(_ asked: Asked, _ state: State) -> WebAnswer {
        guard asked.request.authorisation == "Bearer \(Self.app.id)|\(Self.app.secret)",
            asked.query["input_token"] == Self.token
        else { return Self.error(100) }
        return answered([
            "data": [
                "app_id": Self.app.id, "is_valid": state.isValid, "scopes": state.scopes, "expires_at": 0,
                "data_access_expires_at": state.expires,
            ]
        ])
    }

    /// With a Page on which whoever signed in may not create content.
    private func pages(_ asked: Asked) -> WebAnswer {
        guard asked.request.authorisation == "Bearer long",
            asked.query["appsecret_proof"] == GraphAsking.proof(of: "long", secret: Self.app.secret)
        else { return Self.error(190) }
        return answered([
            "data": [
                [
                    "id": Self.page, "name": "Our school", "access_token": Self.token,
                    "tasks": ["CREATE_CONTENT", "MODERATE"],
                ],
                ["id": "1002", "name": "Another", "access_token": "other", "tasks": ["ANALYZE"]],
            ]
        ])
    }

    private func photo(_ asked: Asked, _ state: inout State) -> WebAnswer {
        guard state.scopes.contains("pages_manage_posts") else { return Self.error(200) }
        guard asked.part("published") == "false", let alt = asked.part("alt_text_custom"),
            let bytes = asked.parts["source"]
        else { return Self.error(100) }
        state.counted += 1
        state.photos["\(state.counted)"] = (alt, bytes)
        return answered(["id": "\(state.counted)"])
    }

    private func feed(_ asked: Asked, _ state: inout State) -> WebAnswer {
        guard state.scopes.contains("pages_manage_posts") else { return Self.error(200) }
        let message = asked.json["message"] as? String ?? ""
        let photos = (asked.json["attached_media"] as? [[String: String]] ?? []).compactMap { $0["media_fbid"] }
        guard !message.isEmpty || !photos.isEmpty, photos.allSatisfy({ state.photos[$0] != nil }) else {
            return Self.error(100)
        }
        if let last = state.posts.last, last.message == message, state.now.timeIntervalSince(last.at) < 60 {
            return Self.error(506)
        }
        state.counted += 1
        let id = "\(Self.page)_\(state.counted)"
        state.posts.append(Post(id: id, message: message, at: state.now, photos: photos))
        return answered(["id": id])
    }

    private func posts(_ asked: Asked, _ state: State) -> WebAnswer {
        guard asked.query["fields"]?.contains("message") == true, asked.query["limit"] == "100",
            let since = asked.query["since"].flatMap(Double.init)
        else { return Self.error(100) }
        let all = state.posts.filter { $0.at.timeIntervalSince1970 >= since }.reversed()
        let from = asked.query["after"].flatMap { Int($0) } ?? 0
        let page = Array(all.dropFirst(from).prefix(100))
        var list: [String: Any] = [
            "data": page.map { post -> [String: Any] in
                [
                    "id": post.id, "message": post.message, "created_time": Self.time(post.at),
                    "permalink_url": "https://www.facebook.com/our.school/posts/\(post.id)",
                    "application": ["id": post.sender],
                ]
            }
        ]
        if all.count > from + 100 {
            list["paging"] = ["next": "https://graph.facebook.com/…", "cursors": ["after": "\(from + 100)"]]
        }
        return answered(list)
    }

    private func one(_ asked: Asked, _ id: String, _ state: inout State) -> WebAnswer {
        guard state.scopes.contains("pages_read_engagement") else { return Self.error(100, 33) }
        if asked.request.method == .delete, let left = state.deletionsLeft {
            state.deletionsLeft = left == 0 ? nil : left - 1
            if left == 0 { return Self.error(2) }
        }
        if asked.request.method == .delete, state.photos.removeValue(forKey: id) != nil {
            return answered(["success": true])
        }
        guard let at = state.posts.firstIndex(where: { $0.id == id }) else { return Self.error(100, 33) }
        switch asked.request.method {
        case .delete: state.posts.remove(at: at)
        case .post:
            guard let message = asked.json["message"] as? String else { return Self.error(100) }
            state.posts[at].message = message
        default:
            let photos = state.posts[at].photos.map { ["target": ["id": $0], "media_type": "photo"] as [String: Any] }
            return answered([
                "id": id, "permalink_url": "https://www.facebook.com/our.school/posts/\(id)",
                "attachments": [
                    "data": [["media_type": "album", "target": ["id": "a"], "subattachments": ["data": photos]]]
                ],
            ])
        }
        return answered(["success": true])
    }

    /// As Facebook writes it: with +0000 and no colon.
    static func time(_ date: Date) -> String {
        date.formatted(.iso8601).replacing("Z", with: "+0000")
    }

    /// The error message may say the token back; nothing that is shown may.
    static func error(
        _ code: Int, _ subcode: Int? = nil, headers: [(name: String, value: String)] = []
    ) -> WebAnswer {
        var error: [String: Any] = [
            "message": "Refused with \(token)", "type": "OAuthException", "code": code, "fbtrace_id": "A",
        ]
        if let subcode { error["error_subcode"] = subcode }
        return PlatformsTests.answered(["error": error], code == 190 ? 401 : 400, headers)
    }
}
