import Foundation
import Governance
import RealServers
import Testing

@testable import Platforms

/// Over a real socket, to a server that answers as a real Mastodon answered.
@Suite struct MastodonServerTests {
    @Test func anAccountIsConnectedPostsWithAPictureAndTakesItDown() async throws {
        let server = try RealServer("mastodon")
        let web = PatientWebClient()
        let connect = { (token: String) in
            try MastodonConnection(server: server["address"], token: token, web: web, pause: .milliseconds(1))
        }
        await #expect(throws: NetworkTrouble.permissionEnded) { try await connect("old").check() }
        let connection = try connect(server["token"])
        let report = try await connection.check()
        let host = server["address"].dropFirst("http://".count)
        #expect(report.identity == "@mastodonpy_test@\(host)" && report.software == "Mastodon 4.7.3")
        #expect(report.names.first == report.identity)

        let picture = OutgoingPicture(
            bytes: onePixel, mediaType: "image/png", alt: "Boats at the quay", width: 1, height: 1)
        let post = OutgoingPost(key: "k1", text: "The boats are in.", pictures: [picture], startedAt: .now)
        let out = try await connection.publish(post)
        #expect(out.id == server["status"] && out.address.hasPrefix(server["address"] + "/@"))
        try await connection.takeDown(out.id)
        try await connection.takeDown(out.id)

        let asked = ReadJSON(try await web.answer(to: WebRequest(server["address"] + "/asked")).body).list ?? []
        let upload = try #require(asked.first { $0["path"].text == "/api/v2/media" })
        #expect(upload["type"].text?.hasPrefix("multipart/form-data; boundary=") == true)
        #expect(upload["body"].text?.contains("Boats at the quay") == true)
        let sent = try #require(asked.last { $0["path"].text == "/api/v1/statuses" })
        #expect(sent["key"].text == "k1")
        let body = ReadJSON(Data((sent["body"].text ?? "").utf8))
        #expect(body["status"].text == "The boats are in." && body["media_ids"].list?.count == 1)
        #expect(
            asked.filter { $0["method"].text == "DELETE" }.compactMap { $0["path"].text }
                == ["0", out.id, out.id].map { "/api/v1/statuses/" + $0 }, "the first asks whether it may")
    }
}
