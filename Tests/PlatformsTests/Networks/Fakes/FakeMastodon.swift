import Foundation
import Synchronization

@testable import Platforms

/// A server that speaks Mastodon's interface, in memory. Each behaviour names the part of the documentation it stands for;
/// what a real server's answers look like, `MastodonRecordedTests` reads from a real one.
final class FakeMastodon: WebClient {
    static let address = "https://social.example"
    static let token = "token-of-the-school"

    /// `mastodon3`: Mastodon before 4.0, which has the first description of itself alone (methods/instance#v1).
    enum Software { case mastodon, goToSocial, mastodon3 }

    struct Status {
        var id: String
        var text: String
        var at: Date
        var media: [String]
        var policy: [String]?
        var sender: String? = "Chaperone"
    }

    struct State {
        var statuses: [Status] = []
        var media: [String: (description: String, looks: Int)] = [:]
        /// What was uploaded as what.
        var types: [String] = []
        var keys: [String: String] = [:]
        var limited: [(name: String, value: String)]?
        var mayWrite = true
        /// Whether `mastodon3` says what it takes, as it does since 3.4.2.
        var statesLimits = true
        /// What is answered at nodeinfo; nil: nothing.
        var nodeInfo: Int? = 200
        /// What was asked with the token, such as `GET /api/v1/instance`.
        var asked: [String] = []
        /// Answers to posts that are still to be lost.
        var losing = 0
        var counted = 0
        var now = Date()
    }
    let state = Mutex(State())
    private let software: Software

    init(_ software: Software = .mastodon) { self.software = software }

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        guard let parts = URLComponents(string: request.address) else { throw WebTrouble.unsafeAddress }
        if parts.path.contains("nodeinfo"), state.withLock({ $0.nodeInfo == nil }) { throw WebTrouble.unreachable }
        let answer = state.withLock { answered(request, parts, &$0) }
        if request.method == .post, parts.path == "/api/v1/statuses", answer.status == 200 {
            let isLost = state.withLock { state in
                state.losing -= 1
                return state.losing >= 0
            }
            if isLost { throw WebTrouble.lost }
        }
        return answer
    }

    private func answered(_ request: WebRequest, _ parts: URLComponents, _ state: inout State) -> WebAnswer {
        if parts.path.contains("nodeinfo"), let status = state.nodeInfo, status != 200 {
            return Self.json(["error": "Something went wrong"], status)
        }
        if parts.path == "/.well-known/nodeinfo" {
            return Self.json(["links": [["href": Self.address + "/nodeinfo/2.0"]]])
        }
        if parts.path == "/nodeinfo/2.0" {
            return Self.json(["software": ["name": software == .goToSocial ? "gotosocial" : "mastodon"]])
        }
        // api/guidelines and methods/statuses: 401 without a valid token
        guard request.authorisation == "Bearer " + Self.token else {
            return Self.json(["error": "The access token is invalid"], 401)
        }
        // api/rate-limits: 429 with the time at which the limit is set anew
        if let limited = state.limited { return Self.json(["error": "Too many requests"], 429, limited) }
        state.asked.append("\(request.method.rawValue) \(parts.path)")
        let path = parts.path.split(separator: "/").map(String.init)
        switch (request.method, path.dropFirst(2).first, path.count) {
        case (.get, "instance", _) where software == .mastodon3:
            return path[1] == "v1" ? first(state) : Self.missing
        case (.get, "instance", _): return instance()
        // methods/apps#verify_credentials
        case (.get, "apps", 4): return Self.json(["name": "Chaperone"])
        case (.get, "accounts", 4):
            return Self.json(["id": "7", "username": "school", "url": Self.address + "/@school"])
        case (.get, "accounts", 5): return statuses(parts, state)
        case (.post, "media", _): return upload(request, &state)
        case (.get, "media", 4): return look(path[3], &state)
        case (.post, "statuses", _): return send(request, &state)
        case (.get, "statuses", 5):
            guard let status = state.statuses.first(where: { $0.id == path[3] }) else { return Self.missing }
            return Self.json(["id": status.id, "text": status.text])
        case (_, "statuses", 4): return one(request, path[3], &state)
        default: return Self.missing
        }
    }

    /// entities/V2_Instance
    private func instance() -> WebAnswer {
        let isMastodon = software == .mastodon
        return Self.json([
            "domain": "social.example", "version": isMastodon ? "4.7.3" : "0.20.0",
            "source_url": isMastodon
                ? "https://github.com/mastodon/mastodon" : "https://codeberg.org/superseriousbusiness/gotosocial",
            "configuration": [
                "statuses": [
                    "max_characters": isMastodon ? 500 : 5_000, "max_media_attachments": isMastodon ? 4 : 6,
                    "characters_reserved_per_url": isMastodon ? 23 : 25,
                ],
                "media_attachments": [
                    "description_limit": 1_500, "image_size_limit": 16_777_216, "video_size_limit": 2_000_000,
                    "supported_mime_types": isMastodon ? ["image/jpeg", "video/mp4"] : ["image/jpeg"],
                ],
            ],
        ])
    }

    /// entities/V1_Instance, which says nothing of descriptions
    private func first(_ state: State) -> WebAnswer {
        var said: [String: Any] = ["uri": "social.example", "title": "Social", "version": "3.5.19"]
        if state.statesLimits {
            said["configuration"] = [
                "statuses": [
                    "max_characters": 640, "max_media_attachments": 3, "characters_reserved_per_url": 24,
                ],
                "media_attachments": [
                    "image_size_limit": 10_485_760, "image_matrix_limit": 16_777_216, "video_size_limit": 41_943_040,
                    "supported_mime_types": ["image/jpeg", "video/mp4"],
                ],
            ]
        }
        return Self.json(said)
    }

    /// methods/media: 202 while it is worked on, then 206, then 200
    private func upload(_ request: WebRequest, _ state: inout State) -> WebAnswer {
        guard state.mayWrite else { return Self.outside }
        guard case .parts(let parts) = request.body, parts.contains(where: { $0.fileName != nil }) else {
            return Self.json(["error": "Validation failed: File can't be blank"], 422)
        }
        state.types += parts.compactMap(\.type)
        state.counted += 1
        let id = "m\(state.counted)"
        let description = parts.first { $0.name == "description" }.map { String(decoding: $0.bytes, as: UTF8.self) }
        state.media[id] = (description ?? "", 0)
        return Self.json(["id": id, "type": "image", "url": NSNull()], 202)
    }

    private func look(_ id: String, _ state: inout State) -> WebAnswer {
        guard var media = state.media[id] else { return Self.missing }
        media.looks += 1
        state.media[id] = media
        return media.looks < 2
            ? Self.json(["id": id, "url": NSNull()], 206) : Self.json(["id": id, "url": Self.address + "/\(id).jpg"])
    }

    /// methods/statuses#create, with its header Idempotency-Key, which GoToSocial does not have
    private func send(_ request: WebRequest, _ state: inout State) -> WebAnswer {
        guard state.mayWrite else { return Self.outside }
        let body = Self.body(request)
        let text = body["status"] as? String ?? ""
        let media = body["media_ids"] as? [String] ?? []
        guard !text.isEmpty || !media.isEmpty else {
            return Self.json(["error": "Validation failed: Text can't be blank"], 422)
        }
        guard media.allSatisfy({ (state.media[$0]?.looks ?? 0) >= 2 }) else {
            return Self.json(["error": "Cannot attach files that have not finished processing"], 422)
        }
        let key = request.headers.first { $0.name == "Idempotency-Key" }?.value
        if software != .goToSocial, let key, let id = state.keys[key],
            let there = state.statuses.first(where: { $0.id == id })
        {
            return Self.json(Self.written(there))
        }
        state.counted += 1
        var status = Status(id: "\(100 + state.counted)", text: text, at: state.now, media: media)
        if software == .goToSocial {
            let policy = (body["interaction_policy"] as? [String: Any])?["can_reply"] as? [String: Any]
            status.policy = policy?["always"] as? [String] ?? ["public"]
        }
        state.statuses.append(status)
        if let key { state.keys[key] = status.id }
        return Self.json(Self.written(status))
    }

    /// methods/statuses#get, #edit and #delete: 403 without the scope, 404 for what is not there or not one's own
    private func one(_ request: WebRequest, _ id: String, _ state: inout State) -> WebAnswer {
        guard state.mayWrite || request.method == .get else { return Self.outside }
        guard let at = state.statuses.firstIndex(where: { $0.id == id }) else { return Self.missing }
        switch request.method {
        case .put: state.statuses[at].text = Self.body(request)["status"] as? String ?? ""
        case .delete: return Self.json(Self.written(state.statuses.remove(at: at)))
        default: break
        }
        return Self.json(Self.written(state.statuses[at]))
    }

    /// methods/accounts#statuses: newest first, before max_id
    private func statuses(_ parts: URLComponents, _ state: State) -> WebAnswer {
        let below = parts.queryItems?.first { $0.name == "max_id" }?.value.flatMap { Int($0) } ?? .max
        let page = state.statuses.reversed().filter { Int($0.id) ?? 0 < below }.prefix(40)
        return Self.json(page.map(Self.written))
    }

    private static func written(_ status: Status) -> [String: Any] {
        // as Mastodon writes it: a link in pieces, a mention without its server
        let html = status.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("@head@other.example", with: "<a href=\"https://other.example/@head\">@<span>head</span></a>")
            .replacing("\n\n", with: "</p><p>").replacing("\n", with: "<br />")
        var written: [String: Any] = [
            "id": status.id, "url": "\(address)/@school/\(status.id)", "content": "<p>\(html)</p>",
            "created_at": NetworkTime.written(status.at), "media_attachments": status.media.map { ["id": $0] },
        ]
        // entities/Status#application
        if let sender = status.sender { written["application"] = ["name": sender, "website": NSNull()] }
        if let policy = status.policy { written["interaction_policy"] = ["can_reply": ["always": policy]] }
        return written
    }

    private static func body(_ request: WebRequest) -> [String: Any] {
        guard case .json(let data) = request.body else { return [:] }
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
    }

    private static let missing = json(["error": "Record not found"], 404)
    private static let outside = json(["error": "This action is outside the authorized scopes"], 403)

    private static func json(
        _ value: Any, _ status: Int = 200, _ headers: [(name: String, value: String)] = []
    ) -> WebAnswer {
        WebAnswer(
            status: status, body: (try? JSONSerialization.data(withJSONObject: value)) ?? Data(), headers: headers)
    }
}
