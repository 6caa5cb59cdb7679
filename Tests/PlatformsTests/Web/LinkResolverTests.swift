import Foundation
import Testing

@testable import Platforms

@Suite struct LinkResolverTests {
    /// A small web: where each address leads.
    private struct SmallWeb: WebClient {
        let redirects: [String: String]
        func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
            if request.address.contains("inside.example") { throw WebTrouble.insideNetwork("inside.example") }
            if request.address.contains("gone.example") { throw WebTrouble.unreachable }
            if request.address.contains("nohead.example"), request.method == .head {
                return WebAnswer(status: 405, body: Data())
            }
            guard let to = redirects[request.address] else { return WebAnswer(status: 200, body: Data()) }
            return WebAnswer(status: 302, body: Data(), headers: [(name: "Location", value: to)])
        }
    }

    private let resolver = LinkResolver(
        web: SmallWeb(redirects: [
            "https://short.example/a": "http://short.example/b", "http://short.example/b": "/c",
            "http://short.example/c": "https://school.example/page",
            "https://short.example/in": "http://inside.example/",
            "https://loop.example/": "https://loop.example/", "https://short.example/js": "javascript:alert(1)",
            "https://nohead.example/": "https://school.example/",
            "https://short.example/user": "https://school.example@evil.example/",
        ]))

    @Test func everyHopIsShownAndTheEnd() async {
        let link = await resolver.resolve("short.example/a")
        #expect(
            link.hops == [
                "https://short.example/a", "http://short.example/b", "http://short.example/c",
                "https://school.example/page",
            ])
        #expect(link.ending == .arrived(200) && link.destination == "school.example" && link.leadsElsewhere)
        #expect(await resolver.resolve("https://nohead.example/").destination == "school.example")
    }

    @Test func noHopLeadsIntoTheNetworkOrRoundForEver() async {
        #expect(await resolver.resolve("https://short.example/in").ending == .insideNetwork)
        #expect(await resolver.resolve("https://loop.example/").ending == .tooManyHops)
        #expect(await resolver.resolve("https://short.example/js").ending == .notAnAddress)
        #expect(await resolver.resolve("https://short.example/user").ending == .notAnAddress)
        #expect(await resolver.resolve("https://gone.example/").ending == .unreachable)
        #expect(await resolver.resolve("ftp://school.example/").ending == .notAnAddress)
    }

    @Test func theRealClientGoesToNoAddressInside() async throws {
        let secret = try LocalServer(says: "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")
        defer { secret.stop() }
        let real = LinkResolver(web: HTTPWebClient())
        for link in [
            "http://127.0.0.1:\(secret.port)/", "http://localhost:\(secret.port)/", "http://[::1]:\(secret.port)/",
        ] {
            #expect(await real.resolve(link).ending == .insideNetwork)
        }
        #expect(secret.visits == 0)
    }

    @Test func aPasswordIsNeverSentInTheOpen() async throws {
        let server = try LocalServer(says: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let web = HTTPWebClient(inside: InsideServers(["school.example"]))
        let request = WebRequest("http://school.example/", .get, authorisation: "Basic x", mayBePlain: true)
        await #expect(throws: WebTrouble.unsafeAddress) { try await web.answer(to: request) }
    }
}
