import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Actions
@testable import Website

/// A browser as a test drives it: it keeps cookies, sends its own origin, and finds the token in a page's form.
final class Browser {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    private var csrf = ""
    private(set) var page = ""
    private(set) var status: HTTPResponse.Status = .ok
    /// How the last answer may be kept.
    private(set) var cacheControl: String?

    /// Where its forms say they come from.
    var origin = "http://localhost"

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Sets codes up on the page that asks for it, as a telephone would, and goes on to the first page.
    @discardableResult func setUpCodes(at now: Date = Date()) async throws -> String {
        let key = try #require(page.firstMatch(of: /ref-link">([A-Z2-7 ]+)</))
        let code = OneTimeCode.code(ofKey: String(key.1), at: now)
        try await post(
            "/harbour-view/sign-in/code/set-up".replacing("harbour-view", with: organisation), ["code": code])
        return try await get("/" + organisation)
    }

    /// Whose pages it visits.
    var organisation = "harbour-view"

    /// Loses every session.
    func forget() { cookies = [:] }

    @discardableResult func get(_ path: String) async throws -> String {
        try await keep(client.execute(uri: path, method: .get, headers: headers))
    }

    @discardableResult func post(_ path: String, _ fields: [String: String] = [:]) async throws -> String {
        let plain = CharacterSet.alphanumerics
        let body = (fields.map { ($0, $1) } + [("csrf", csrf)]).map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
        }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
    }

    @discardableResult func upload(
        _ path: String, _ text: String, named name: String, with fields: [String: String] = [:]
    ) async throws -> String {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=mark"
        let others = fields.map { name, value in
            "--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        let body = """
            \(others)--mark\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(csrf)\r\n\
            --mark\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\r\n\(text)\r\n--mark--\r\n
            """
        return try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
    }

    /// The same, of which only the first part arrives.
    @discardableResult func uploadHalf(_ path: String, _ text: String) async throws -> String {
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=mark"
        let body = """
            --mark\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(csrf)\r\n\
            --mark\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\n\(text.prefix(text.count / 2))
            """
        return try await keep(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
    }

    private var headers: HTTPFields {
        [.origin: origin, .cookie: cookies.map { "\($0)=\($1)" }.joined(separator: "; ")]
    }

    /// Follows one redirect, as a browser would.
    private func keep(_ answer: TestResponse) async throws -> String {
        for cookie in answer.headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        if answer.status == .seeOther, let next = answer.headers[.location] {
            return try await get(String(next.prefix { $0 != "#" }))
        }
        status = answer.status
        cacheControl = answer.headers[.cacheControl]
        page = String(buffer: answer.body)
        if let match = page.firstMatch(of: /name="csrf" value="([^"]*)"/) { csrf = String(match.1) }
        return page
    }
}

/// An installation in a folder of its own, and a browser at it.
func withInstallation(
    clock: Clock = .system, _ body: @Sendable @escaping (Installation, Browser) async throws -> Void
) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "website-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let installation = try Installation(data: folder, clock: clock, passwordRounds: 1 << 4, pictures: pictureProgram)
    let site = try Site(
        reception: InstallationReception(installation), trust: Site.Trust(secure: false),
        installation: installation, now: { clock.now })
    let app = try buildApplication(site, serving: Serving(port: 0))
    try await app.test(.router) { client in try await body(installation, Browser(client)) }
}

enum TestSchool {
    /// Harbour View School under LINK, with Helen Osei as its administrator.
    @discardableResult
    static func made(
        in installation: Installation, demonstration: Bool = false, policy: String = "LINK"
    ) async throws -> Identifier<User> {
        let organisation = try await SetUpOrganisation(
            name: "Harbour View School", slug: "harbour-view", nation: .england,
            schools: [.init(name: "Harbour View School", slug: "harbour-view")],
            policy: #require(builtInPolicy(policy)),
            administrator: .init(
                name: "Helen Osei", email: "h.osei@harbourview.example",
                password: demonstration ? nil : "another kettle entirely here"), isDemonstration: demonstration
        ).performFromConsole(in: installation)
        return try await organisation.user(email: "h.osei@harbourview.example").id
    }
}
