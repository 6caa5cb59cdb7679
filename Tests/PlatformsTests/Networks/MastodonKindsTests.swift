import Foundation
import Governance
import Synchronization
import Testing

@testable import Platforms

/// Any server that speaks as Mastodon, however old and by whomever it was made.
@Suite struct MastodonKindsTests {
    private func connection(_ web: any WebClient) throws -> MastodonConnection {
        try MastodonConnection(
            server: "social.example", token: FakeMastodon.token, web: web, pause: .milliseconds(1))
    }

    private func post(_ text: String) -> OutgoingPost { OutgoingPost(key: "k", text: text, startedAt: .now) }

    @Test func oneWithTheFirstDescriptionAloneIsConnectedAndPublishedTo() async throws {
        let fake = FakeMastodon(.mastodon3)
        let report = try await connection(fake).check()
        #expect(report.identity == "@school@social.example" && report.software == "Mastodon 3.5.19")
        #expect(report.names.first == report.identity)
        #expect(
            report.capabilities.limits
                == PostLimits(
                    characters: 640, linkLength: 24, pictures: 3, alternativeText: 1_500, pictureBytes: 10_485_760,
                    picturePixels: 16_777_216))
        #expect(report.capabilities.film == FilmLimits(bytes: 41_943_040, inOnePost: 1))
        let longer = String(repeating: "a", count: 640)
        #expect(try await !connection(fake).publish(post(longer)).id.isEmpty)
        await #expect(throws: NetworkTrouble.tooLong(most: 640)) {
            try await connection(fake).publish(post(longer + "a"))
        }
        #expect(fake.state.withLock { $0.statuses.map(\.text) } == [longer])
    }

    @Test func oneThatStatesNoLimitsHasThoseThatAreDocumented() async throws {
        let fake = FakeMastodon(.mastodon3)
        fake.state.withLock { $0.statesLimits = false }
        let report = try await connection(fake).check()
        let stated = try #require(Network.mastodon.stated)
        #expect(report.capabilities.limits == stated.limits && report.capabilities.film == stated.film)
        #expect(try await !connection(fake).publish(post("The boats are in.")).id.isEmpty)
        await #expect(throws: NetworkTrouble.tooLong(most: 500)) {
            try await connection(fake).publish(post(String(repeating: "a", count: 501)))
        }
    }

    /// As `FakeMastodon`, which answers otherwise at some paths.
    private struct Other: WebClient {
        var fake = FakeMastodon()
        let answers: [String: WebAnswer]
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            let path = URLComponents(string: request.address)?.path ?? ""
            if let answer = answers["\(request.method.rawValue) \(path)"] { return answer }
            return try await fake.answer(to: request)
        }
    }

    private func json(_ text: String, _ status: Int = 200) -> WebAnswer {
        WebAnswer(status: status, body: Data(text.utf8))
    }

    @Test func aDescriptionWithoutLimitsIsCompletedByTheOther() async throws {
        let second = json(#"{"domain": "social.example", "version": "1.0"}"#)
        let limits = #""configuration": {"statuses": {"max_characters": 777}}"#
        for (first, characters) in [
            (json(#"{"uri": "https://social.example", "version": "1.0", \#(limits)}"#), 777),
            (json(#"{"uri": "social.example", "version": "1.0"}"#), 500), (json("{}", 404), 500),
        ] {
            let web = Other(answers: ["GET /api/v2/instance": second, "GET /api/v1/instance": first])
            let report = try await connection(web).check()
            #expect(report.capabilities.limits.characters == characters)
            #expect(report.identity == "@school@social.example")
        }
    }

    @Test func whatDescribesItselfInNeitherWayIsAStranger() async throws {
        for nothing in [json("{}", 404), json("<html></html>"), json("{}")] {
            let web = Other(answers: ["GET /api/v2/instance": nothing, "GET /api/v1/instance": nothing])
            await #expect(throws: MastodonConnection.stranger) { try await connection(web).check() }
            await #expect(throws: MastodonConnection.stranger) { try await connection(web).publish(post("x")) }
            #expect(web.fake.state.withLock { $0.statuses.isEmpty })
        }
    }

    @Test(arguments: [500, 503, 429, 404, nil])
    func noSchoolWaitsForTheNameOfTheSoftware(status: Int?) async throws {
        for (software, said) in [
            (FakeMastodon.Software.mastodon, "Mastodon 4.7.3"), (.goToSocial, "GoToSocial 0.20.0"), (.mastodon3, nil),
        ] as [(FakeMastodon.Software, String?)] {
            let fake = FakeMastodon(software)
            fake.state.withLock { $0.nodeInfo = status }
            #expect(try await connection(fake).check().software == said)
            var closed = post("The boats are in.")
            closed.closesReplies = true
            let out = try await connection(fake).publish(closed)
            #expect(out.repliesAreClosed == (software == .goToSocial), "its source says who it is")
        }
    }

    @Test func whetherItMayWriteIsAskedWithoutChangingAnything() async throws {
        let fake = FakeMastodon()
        _ = try await connection(fake).check()
        let asked = fake.state.withLock(\.asked)
        #expect(asked.filter { !$0.hasPrefix("GET ") } == ["DELETE /api/v1/statuses/0"])
    }

    @Test func eachAnswerToThatHasItsMeaning() async throws {
        let check = { (status: Int) async throws -> ConnectionReport in
            let answer = json(#"{"error": "Said"}"#, status)
            return try await connection(Other(answers: ["DELETE /api/v1/statuses/0": answer])).check()
        }
        for may in [404, 410, 422, 200, 400, 405] { #expect(try await check(may).identity == "@school@social.example") }
        for (status, trouble) in [
            (401, NetworkTrouble.permissionEnded), (403, .notPermitted("Said")), (302, MastodonConnection.stranger),
            (502, .unreachable),
        ] {
            await #expect(throws: trouble, "\(status)") { try await check(status) }
        }
    }
}
