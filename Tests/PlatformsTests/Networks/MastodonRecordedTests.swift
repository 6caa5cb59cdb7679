import Foundation
import Governance
import RealServers
import Synchronization
import Testing

@testable import Platforms

/// Reads what a real Mastodon 4.7.3 answered, as Mastodon.py 2.3.3 recorded it.
@Suite struct MastodonRecordedTests {
    private struct Exchange: Decodable {
        let cassette: String
        let method: String
        let address: String
        let status: Int
        let headers: [String: String]
        let body: String

        var answer: WebAnswer {
            WebAnswer(status: status, body: Data(body.utf8), headers: headers.map { (name: $0, value: $1) })
        }
    }

    private static let recorded = Result {
        try JSONDecoder().decode(
            [Exchange].self,
            from: RealServer.printed(
                by: "mastodon_recorded",
                [
                    "test_instance", "test_instance_v1", "test_status_post[None-public]", "test_media_update",
                    "test_status_missing",
                    "test_status_empty", "test_verify_credentials", "test_admin_moderation", "test_timeline_disabled",
                    "test_media_post[False]",
                ]))
    }

    private static func exchange(_ cassette: String, _ method: String, _ path: String, _ status: Int) throws -> Exchange
    {
        try #require(
            recorded.get().first {
                $0.cassette == cassette && $0.method == method && $0.status == status
                    && (URL(string: $0.address)?.path ?? "").hasPrefix(path)
            }, "\(cassette) \(method) \(path) \(status)")
    }

    /// Answers as the real one did to the same question.
    private struct Replay: WebClient {
        let answers: [String: WebAnswer]
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            let path = URL(string: request.address)?.path ?? ""
            return answers["\(request.method.rawValue) \(path)"] ?? WebAnswer(status: 404, body: Data("{}".utf8))
        }
    }

    private func connection(_ answers: [String: WebAnswer]) throws -> MastodonConnection {
        var all = [
            "GET /api/v2/instance": try Self.exchange("test_instance", "GET", "/api/v2/instance", 200).answer,
            "GET /api/v1/accounts/verify_credentials":
                try Self.exchange("test_verify_credentials", "GET", "/api/v1/accounts/verify_credentials", 200).answer,
        ]
        all.merge(answers) { $1 }
        return try MastodonConnection(
            server: "http://localhost:3000", token: "t", web: Replay(answers: all), pause: .milliseconds(1))
    }

    @Test func whoItIsAndWhatItTakes() async throws {
        // what is not there is answered for in the same way, whatever is asked of it
        let missing = try Self.exchange("test_status_missing", "GET", "/api/v1/statuses/0", 404)
        let report = try await connection(["DELETE /api/v1/statuses/0": missing.answer]).check()
        #expect(report.software == "Mastodon 4.7.3")
        #expect(report.identity.hasSuffix("@localhost:3000"))
        #expect(report.capabilities.limits.characters == 500 && report.capabilities.limits.pictures == 4)
        #expect(report.capabilities.limits.linkLength == 23 && report.capabilities.limits.alternativeText == 10_000)
    }

    @Test func theFirstDescriptionIsReadWhereThereIsNoSecond() async throws {
        let first = try Self.exchange("test_instance_v1", "GET", "/api/v1/instance", 200)
        let report = try await connection([
            "GET /api/v2/instance": WebAnswer(status: 404, body: Data()), "GET /api/v1/instance": first.answer,
        ]).check()
        #expect(report.identity.hasSuffix("@localhost:3000") && report.software == nil)
        let (limits, stated) = (report.capabilities.limits, try #require(Network.mastodon.stated).limits)
        #expect(limits.characters == 500 && limits.pictures == 4 && limits.linkLength == 23)
        #expect(limits.picturePixels == 33_177_600 && limits.alternativeText == stated.alternativeText)
    }

    @Test func aPostThatIsOut() async throws {
        let sent = try Self.exchange("test_status_post[None-public]", "POST", "/api/v1/statuses", 200)
        let out = try await connection(["POST /api/v1/statuses": sent.answer]).publish(
            OutgoingPost(key: "k", text: "x", startedAt: .now))
        #expect(out.address.hasPrefix("http://localhost:3000/@") && out.address.hasSuffix("/" + out.id))
        #expect(!out.repliesAreClosed)
    }

    @Test func aPictureIsWaitedFor() async throws {
        let uploaded = try Self.exchange("test_media_post[False]", "POST", "/api/v2/media", 202)
        let id = try #require(ReadJSON(uploaded.answer.body)["id"].text)
        let ready = try Self.exchange("test_media_post[False]", "GET", "/api/v1/media/\(id)", 200)
        let sent = try Self.exchange("test_status_post[None-public]", "POST", "/api/v1/statuses", 200)
        let picture = OutgoingPicture(bytes: onePixel, mediaType: "image/png", alt: "A", width: 1, height: 1)
        let out = try await connection([
            "POST /api/v2/media": uploaded.answer, "GET /api/v1/media/\(id)": ready.answer,
            "POST /api/v1/statuses": sent.answer,
        ]).publish(OutgoingPost(key: "k", text: "x", pictures: [picture], startedAt: .now))
        #expect(!out.id.isEmpty)
        // while it is worked on
        let working = try Self.exchange("test_media_update", "PUT", "/api/v1/media/", 206)
        #expect(!ReadJSON(working.answer.body)["url"].isThere)
    }

    @Test func itsRefusalsHaveTheirNames() async throws {
        let post = OutgoingPost(key: "k", text: "x", startedAt: .now)
        for (cassette, method, path, status, trouble) in [
            ("test_timeline_disabled", "GET", "/api", 401, NetworkTrouble.permissionEnded),
            ("test_admin_moderation", "POST", "/api", 403, .notPermitted("This action is not allowed")),
            ("test_status_empty", "POST", "/api/v1/statuses", 422, .refused("")),
        ] {
            let answer = try Self.exchange(cassette, method, path, status).answer
            do {
                _ = try await connection(["POST /api/v1/statuses": answer]).publish(post)
                Issue.record("\(status) was taken for a success")
            } catch let other as NetworkTrouble {
                switch (other, trouble) {
                case (.permissionEnded, .permissionEnded), (.notPermitted, .notPermitted): break
                case (.refused(let words), .refused):
                    #expect(words.contains("Text"), "its own words, in whatever language")
                default: Issue.record("\(status): \(other)")
                }
            }
        }
        let missing = try Self.exchange("test_status_missing", "GET", "/api/v1/statuses", 404)
        let id = "7"
        try await connection(["DELETE /api/v1/statuses/\(id)": missing.answer]).takeDown(id)
        #expect(ReadJSON(missing.answer.body)["error"].isThere)
        // nothing is found either where the server is not the one that was connected to
        let sold = try MastodonConnection(server: "http://localhost:3000", token: "t", web: Replay(answers: [:]))
        await #expect(throws: NetworkTrouble.self) { try await sold.takeDown(id) }
    }

    @Test func theTimeAtWhichALimitIsSetAnewIsRead() throws {
        let answer = try Self.exchange("test_instance", "GET", "/api/v2/instance", 200).answer
        #expect(answer.header("X-RateLimit-Reset").flatMap(NetworkTime.read) != nil)
    }
}
