import Foundation
import Synchronization

@testable import Platforms

/// LinkedIn's API for pages, in memory. It stands for these parts of learn.microsoft.com/linkedin:
///
/// - `/shared/authentication/authorization-code-flow`, `/programmatic-refresh-tokens` and `/token-introspection`;
/// - `/marketing/versioning`: `LinkedIn-Version` and `X-Restli-Protocol-Version`, without which it refuses;
/// - `/marketing/community-management/shares/posts-api`: creating, finding by author, partial update, deleting;
/// - `/marketing/community-management/shares/images-api` and `/multiimage-post-api`: `altText`;
/// - `/marketing/community-management/shares/social-metadata-api`: closing comments, which deletes those that there are;
/// - `/marketing/community-management/shares/little-text-format`: signs that have to be escaped.
final class FakeLinkedIn: WebClient {
    static let app = NetworkApp(id: "li-client", secret: "li-secret")
    static let author = "urn:li:organization:2414183"

    struct Post {
        var id: String
        var commentary: String
        var at: Date
        var images: [String: String]
        var areCommentsClosed = false
    }

    struct State: FakeState {
        var posts: [Post] = []
        var uploaded: Set<String> = []
        var token = "li-token"
        var isActive = true
        var scopes = "r_organization_social,w_organization_social"
        var isAdministrator = true
        var losing = 0
        var counted = 0
        var status: Int?
        var mayClose = true
        var asked: [String] = []
    }
    let state = Mutex(State())

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        try served(
            request, by: state, sends: { $0.line == "POST api.linkedin.com/rest/posts" }, { self.answer($0, &$1) })
    }

    private func answer(_ asked: Asked, _ state: inout State) -> WebAnswer {
        switch asked.line {
        case "POST www.linkedin.com/oauth/v2/accessToken": return tokens(asked, &state)
        case "POST www.linkedin.com/oauth/v2/introspectToken":
            guard asked.form["client_id"] == Self.app.id, asked.form["client_secret"] == Self.app.secret else {
                return answered(["error": "invalid_client"], 401)
            }
            return answered([
                "active": state.isActive && asked.form["token"] == state.token, "scope": state.scopes,
                "expires_at": 1_900_000_000,
            ])
        default: break
        }
        guard asked.request.authorisation == "Bearer " + state.token else {
            return Self.error(401, "Invalid access token")
        }
        if asked.host == "www.linkedin.com", asked.request.method == .put {
            guard case .bytes(let bytes, _) = asked.request.body, !bytes.isEmpty else {
                return Self.error(400, "Empty")
            }
            state.uploaded.insert(asked.path.last ?? "")
            return answered([:], 201)
        }
        guard asked.host == "api.linkedin.com", asked.path.first == "rest" else { return Self.error(404, "No") }
        guard asked.header("LinkedIn-Version") == "202607", asked.header("X-Restli-Protocol-Version") == "2.0.0" else {
            return Self.error(426, "NONEXISTENT_VERSION")
        }
        if let status = state.status { return Self.error(status, "Not now with \(state.token)") }
        let method = asked.header("X-RestLi-Method")
        switch (asked.request.method, asked.path[1], asked.path.count) {
        case (.post, "images", 2):
            guard asked.query["action"] == "initializeUpload",
                (asked.json["initializeUploadRequest"] as? [String: String]) == ["owner": Self.author]
            else { return Self.error(400, "Bad request") }
            state.counted += 1
            return answered([
                "value": [
                    "uploadUrl": "https://www.linkedin.com/dms-uploads/I\(state.counted)",
                    "image": "urn:li:image:I\(state.counted)",
                ]
            ])
        case (.post, "posts", 2): return create(asked, &state)
        case (.get, "posts", 2):
            guard method == "FINDER", asked.query["q"] == "author", asked.query["author"] == Self.author else {
                return Self.error(400, "Bad request")
            }
            guard state.isAdministrator else { return Self.error(403, "Not an administrator of the page") }
            let start = Int(asked.query["start"] ?? "") ?? 0
            let all = state.posts.reversed().dropFirst(start).prefix(Int(asked.query["count"] ?? "") ?? 10)
            return answered(["elements": all.map(Self.written)])
        case (_, "posts", 3):
            guard let at = state.posts.firstIndex(where: { $0.id == asked.path[2] }) else {
                return Self.error(404, "Not found")
            }
            if asked.request.method == .delete, method == "DELETE" {
                state.posts.remove(at: at)
            } else if method == "PARTIAL_UPDATE", let words = Self.set(asked)["commentary"] as? String {
                state.posts[at].commentary = words
            } else {
                return Self.error(400, "Bad request")
            }
            return WebAnswer(status: 204, body: Data())
        case (.post, "socialMetadata", 3):
            guard state.mayClose, method == "PARTIAL_UPDATE", asked.query["actor"] == Self.author,
                Self.set(asked)["commentsState"] as? String == "CLOSED",
                let at = state.posts.firstIndex(where: { $0.id == asked.path[2] })
            else { return Self.error(400, "Bad request") }
            state.posts[at].areCommentsClosed = true
            return answered([:], 202)
        default: return Self.error(404, "No")
        }
    }

    private static func set(_ asked: Asked) -> [String: Any] {
        (asked.json["patch"] as? [String: Any])?["$set"] as? [String: Any] ?? [:]
    }

    private func tokens(_ asked: Asked, _ state: inout State) -> WebAnswer {
        guard asked.form["client_id"] == Self.app.id, asked.form["client_secret"] == Self.app.secret else {
            return answered(["error": "invalid_client"], 401)
        }
        switch asked.form["grant_type"] {
        case "authorization_code":
            guard asked.form["code"] == "the-code", asked.form["redirect_uri"] == "https://chaperone.test/back" else {
                return answered(["error": "invalid_grant"], 400)
            }
        case "refresh_token":
            guard asked.form["refresh_token"] == "li-refresh" else { return answered(["error": "invalid_grant"], 400) }
            state.token = "li-token-2"
        default: return answered(["error": "invalid_request"], 400)
        }
        return answered([
            "access_token": state.token, "expires_in": 5_184_000, "refresh_token": "li-refresh",
            "refresh_token_expires_in": 31_536_000, "scope": state.scopes,
        ])
    }

    private func create(_ asked: Asked, _ state: inout State) -> WebAnswer {
        let words = asked.json["commentary"] as? String ?? ""
        let content = asked.json["content"] as? [String: Any]
        var images: [String: String] = [:]
        if let media = content?["media"] as? [String: String] { images[media["id"] ?? ""] = media["altText"] }
        let several = (content?["multiImage"] as? [String: Any])?["images"] as? [[String: String]]
        for image in several ?? [] { images[image["id"] ?? ""] = image["altText"] }
        guard asked.json["author"] as? String == Self.author, asked.json["visibility"] as? String == "PUBLIC",
            asked.json["lifecycleState"] as? String == "PUBLISHED",
            (asked.json["distribution"] as? [String: Any])?["feedDistribution"] as? String == "MAIN_FEED",
            images.keys.allSatisfy({ state.uploaded.contains(String($0.dropFirst("urn:li:image:".count))) }),
            several == nil || (2...20).contains(images.count), Self.isEscaped(words)
        else { return Self.error(422, "ERROR :: /commentary :: wrong") }
        if state.posts.contains(where: { $0.commentary == words }) {
            return Self.error(422, "Content is a duplicate of \(state.posts[0].id)")
        }
        state.counted += 1
        let id = "urn:li:share:7\(state.counted)"
        state.posts.append(Post(id: id, commentary: words, at: .now, images: images))
        return answered([:], 201, [("x-restli-id", id)])
    }

    /// Nothing that stands for something stands unescaped, save a hashtag's template.
    private static func isEscaped(_ text: String) -> Bool {
        var rest = text.replacing(/\{hashtag\|\\#\|[^}]*\}/, with: "")
        rest = rest.replacing(/\\./, with: "")
        return !rest.contains { "\\|{}@[]()<>#*_~".contains($0) }
    }

    private static func written(_ post: Post) -> [String: Any] {
        [
            "id": post.id, "commentary": post.commentary, "author": author, "lifecycleState": "PUBLISHED",
            "createdAt": Int(post.at.timeIntervalSince1970 * 1_000),
        ]
    }

    private static func error(_ status: Int, _ message: String) -> WebAnswer {
        answered(["status": status, "message": message, "code": "CODE"], status, [("Retry-After", "900")])
    }
}
