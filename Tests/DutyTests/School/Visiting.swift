import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Website

extension DutySchool {
    /// Pages as this user sees them; who they are is chosen as in a demonstration.
    func visit<Value: Sendable>(
        as user: Identifier<User>, _ body: @Sendable @escaping (Visiting) async throws -> Value
    ) async throws -> Value {
        let app = try buildApplication(site, serving: Serving(port: 0))
        return try await app.test(.router) { client in
            let visiting = Visiting(client: client)
            _ = try await visiting.post("/who-will-you-be", ["user": user.text])
            return try await body(visiting)
        }
    }

    /// One page.
    func page(_ path: String, as user: Identifier<User>? = nil) async throws -> String {
        try await visit(as: user ?? staff.author) { try await $0.page(path) }
    }
}

extension DutySchool {
    /// One page, as whoever comes by sees it.
    func publicPage(_ path: String) async throws -> String {
        try await buildApplication(site, serving: Serving(port: 0)).test(.router) { client in
            try await Visiting(client: client).page(path)
        }
    }
}

/// A signed-in visitor: keeps the cookie, and sends forms with the token of the page before.
final class Visiting {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    private var token = ""
    /// The page that is open, which a browser names when it asks for the next.
    private var open = ""

    init(client: any TestClientProtocol) { self.client = client }

    func page(_ path: String) async throws -> String {
        let page = try await read(client.execute(uri: "/quay" + path, method: .get, headers: headers))
        open = path
        return page
    }

    /// Every page whose address needs nothing more than the organisation, and that lets this visitor in.
    func everyPage() async throws -> [(path: String, page: String)] {
        var pages: [(String, String)] = []
        for route in RouteTable.product.routes where route.method == .get && route.who != .anyone {
            let pattern = route.url.pattern
            guard pattern.hasPrefix("/{organisation}"), pattern.count(where: { $0 == "{" }) == 1 else { continue }
            let path = String(pattern.dropFirst("/{organisation}".count))
            let answer = try await client.execute(uri: "/quay" + path, method: .get, headers: headers)
            guard answer.status == .ok, answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            pages.append((path, String(buffer: answer.body)))
        }
        return pages
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> String {
        let body = (fields.map { ($0, $1) } + [("csrf", token)]).map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await read(
            client.execute(
                uri: "/quay" + path, method: .post, headers: headers,
                body: ByteBuffer(string: body.joined(separator: "&"))))
    }

    private var headers: HTTPFields {
        [
            .origin: "http://localhost", .referer: "http://localhost/quay" + open,
            .cookie: cookies.map { "\($0)=\($1)" }.joined(separator: "; "),
        ]
    }

    private func read(_ answer: TestResponse) async throws -> String {
        for cookie in answer.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
        if answer.status == .seeOther, let next = answer.headers[.location] {
            let path = next.split(separator: "#").first.map(String.init) ?? next
            return try await page(String(path.trimmingPrefix("/quay")))
        }
        let page = String(buffer: answer.body)
        try see(answer.status == .ok, "the page answers \(answer.status): \(Shown.words(of: page).prefix(300))")
        if let match = page.firstMatch(of: /name="csrf" value="([^"]*)"/) { token = String(match.1) }
        return page
    }
}
