import Foundation
import Synchronization

@testable import Platforms

/// Instagram with its own sign-in, in memory. It stands for these parts of developers.facebook.com/docs/instagram-platform:
///
/// - `/instagram-api-with-instagram-login/business-login`: the code, the short token and the long one;
/// - `/reference/refresh_access_token`: a token of a day and more is made new;
/// - `/content-publishing`: containers (JPEG by a public address, `alt_text`, carousels), their status, publishing once, and
///   `content_publishing_limit`;
/// - `/instagram-graph-api/reference/ig-media`: `comment_enabled`, `permalink`;
/// - the errors of `/docs/graph-api/guides/error-handling`.
final class FakeInstagram: WebClient {
    static let app = NetworkApp(id: "ig-app", secret: "ig-secret")
    static let account = "17841400000000001"

    struct Media {
        var id: String
        var caption: String
        var at: Date
        var alts: [String]
        var commentsOpen = true
    }

    struct Container {
        var caption: String?
        var alts: [String]
        var looks = 0
        var isPublished = false
    }

    struct State: FakeState {
        var token = "long-1"
        var media: [Media] = []
        var containers: [String: Container] = [:]
        var used = 0
        var mayPublish = true
        /// How often a container is worked on still when it is looked at.
        var slow = 0
        var losing = 0
        var counted = 0
        var asked: [String] = []
    }
    let state = Mutex(State())

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        try served(request, by: state, sends: { $0.line.hasSuffix("/media_publish") }, { self.answer($0, &$1) })
    }

    private func answer(_ asked: Asked, _ state: inout State) -> WebAnswer {
        switch asked.line {
        case "POST api.instagram.com/oauth/access_token":
            guard asked.form["client_id"] == Self.app.id, asked.form["client_secret"] == Self.app.secret,
                asked.form["grant_type"] == "authorization_code", asked.form["code"] == "the-code",
                asked.form["redirect_uri"] == "https://chaperone.test/back"
            else { return answered(["error_type": "OAuthException", "code": 400, "error_message": "Invalid"], 400) }
            return answered([
                "data": [
                    [
                        "access_token": "short", "user_id": Self.account,
                        "permissions": "instagram_business_basic,instagram_business_content_publish"
                            + (state.mayPublish ? ",instagram_business_manage_comments" : ""),
                    ]
                ]
            ])
        case "GET graph.instagram.com/access_token":
            guard asked.query["grant_type"] == "ig_exchange_token", asked.query["access_token"] == "short",
                asked.query["client_secret"] == Self.app.secret
            else { return FakeFacebook.error(190) }
            return answered(["access_token": state.token, "token_type": "bearer", "expires_in": 5_183_944])
        case "GET graph.instagram.com/refresh_access_token":
            guard asked.query["grant_type"] == "ig_refresh_token", asked.query["access_token"] == state.token else {
                return FakeFacebook.error(190)
            }
            state.token = "long-2"
            return answered(["access_token": state.token, "token_type": "bearer", "expires_in": 5_183_944])
        default: break
        }
        guard asked.host == "graph.instagram.com", asked.path.first == "v26.0" else { return FakeFacebook.error(100) }
        guard asked.request.authorisation == "Bearer " + state.token else { return FakeFacebook.error(190) }
        let path = Array(asked.path.dropFirst())
        switch (asked.request.method, path[0], path.count > 1 ? path[1] : nil) {
        case (.get, "me", nil):
            return answered(["user_id": Self.account, "username": "ourschool", "account_type": "BUSINESS"])
        case (.get, Self.account, "content_publishing_limit"):
            guard state.mayPublish else { return FakeFacebook.error(10) }
            return answered([
                "data": [["quota_usage": state.used, "config": ["quota_total": 100, "quota_duration": 86_400]]]
            ])
        case (.post, Self.account, "media"): return container(asked, &state)
        case (.post, Self.account, "media_publish"): return publish(asked, &state)
        case (.get, Self.account, "media"):
            return answered([
                "data": state.media.reversed().map {
                    [
                        "id": $0.id, "caption": $0.caption, "permalink": Self.address($0.id),
                        "timestamp": FakeFacebook.time($0.at), "is_comment_enabled": $0.commentsOpen,
                    ] as [String: Any]
                }
            ])
        case (.get, let id, nil):
            if var container = state.containers[id] {
                container.looks += 1
                state.containers[id] = container
                let isReady = container.looks > state.slow
                return answered([
                    "id": id,
                    "status_code": container.isPublished ? "PUBLISHED" : isReady ? "FINISHED" : "IN_PROGRESS",
                ])
            }
            return state.media.contains { $0.id == id }
                ? answered(["id": id, "permalink": Self.address(id)]) : FakeFacebook.error(100, 33)
        case (.post, let id, nil):
            guard let at = state.media.firstIndex(where: { $0.id == id }),
                let isOpen = asked.json["comment_enabled"] as? Bool
            else { return FakeFacebook.error(100) }
            state.media[at].commentsOpen = isOpen
            return answered(["success": true])
        default: return FakeFacebook.error(100)
        }
    }

    private static func address(_ id: String) -> String { "https://www.instagram.com/p/\(id)/" }

    private func container(_ asked: Asked, _ state: inout State) -> WebAnswer {
        let caption = asked.json["caption"] as? String
        guard (caption ?? "").utf16.count <= 2_200 else { return FakeFacebook.error(100) }
        state.counted += 1
        let id = "9\(state.counted)"
        if asked.json["media_type"] as? String == "CAROUSEL" {
            let children = (asked.json["children"] as? String ?? "").split(separator: ",").map(String.init)
            guard (2...10).contains(children.count), children.allSatisfy({ state.containers[$0]?.caption == nil })
            else { return FakeFacebook.error(100) }
            state.containers[id] = Container(
                caption: caption, alts: children.flatMap { state.containers[$0]?.alts ?? [] })
        } else {
            guard let address = asked.json["image_url"] as? String, address.hasPrefix("https://"),
                let alt = asked.json["alt_text"] as? String, alt.count <= 1_000,
                (asked.json["is_carousel_item"] as? Bool == true) == (caption == nil)
            else { return FakeFacebook.error(100) }
            state.containers[id] = Container(caption: caption, alts: [alt])
        }
        return answered(["id": id])
    }

    private func publish(_ asked: Asked, _ state: inout State) -> WebAnswer {
        guard let id = asked.json["creation_id"] as? String, var container = state.containers[id] else {
            return FakeFacebook.error(100)
        }
        guard container.looks > state.slow else { return FakeFacebook.error(9007, 2_207_027) }
        guard !container.isPublished, let caption = container.caption else { return FakeFacebook.error(100) }
        container.isPublished = true
        state.containers[id] = container
        state.counted += 1
        state.used += 1
        let media = "18\(state.counted)"
        state.media.append(Media(id: media, caption: caption, at: .now, alts: container.alts))
        return answered(["id": media])
    }
}
