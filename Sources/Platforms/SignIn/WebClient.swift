import AsyncHTTPClient
import Foundation
import Governance
import NIOCore
import NIOHTTP1

/// What is asked of a server elsewhere.
package struct WebRequest: Sendable {
    package var address: String
    /// Nil asks with GET; otherwise a form is posted.
    package var form: [(name: String, value: String)]?
    package var authorisation: String?

    package init(_ address: String, form: [(name: String, value: String)]? = nil, authorisation: String? = nil) {
        self.address = address
        self.form = form
        self.authorisation = authorisation
    }
}

/// What it answers.
package struct WebAnswer: Sendable {
    package var status: Int
    package var body: Data

    package init(status: Int, body: Data) {
        self.status = status
        self.body = body
    }
}

/// Asks servers elsewhere; one interface for the real client and for tests.
package protocol WebClient: Sendable {
    /// Throws when there is no answer; an answer of any status is one.
    func answer(to request: WebRequest) async throws -> WebAnswer
}

/// The real one: follows no redirect, waits ten seconds, reads a megabyte at most, and keeps no cookie.
package struct HTTPWebClient: WebClient {
    private static let most = 1 << 20
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(8))
        configuration.httpVersion = .http1Only
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    package init() {}

    package func answer(to request: WebRequest) async throws -> WebAnswer {
        guard SignInProvider.isAddress(String(request.address.prefix { $0 != "?" })) else {
            throw ProviderTrouble.unsafeAddress
        }
        var asked = HTTPClientRequest(url: request.address)
        asked.headers.add(name: "Accept", value: "application/json")
        asked.headers.add(name: "User-Agent", value: "Chaperone")
        if let authorisation = request.authorisation {
            asked.headers.add(name: "Authorization", value: authorisation)
        }
        if let form = request.form {
            asked.method = .POST
            asked.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            asked.body = .bytes(ByteBuffer(string: FormText.text(form)))
        }
        let answer = try await Self.client.execute(asked, timeout: .seconds(10))
        let body = try await answer.body.collect(upTo: Self.most)
        return WebAnswer(status: Int(answer.status.code), body: Data(body.readableBytesView))
    }
}

/// The demonstration's: asks nobody.
package struct NoWebClient: WebClient {
    package init() {}

    package func answer(to request: WebRequest) async throws -> WebAnswer { throw ProviderTrouble.unreachable }
}

/// Writes what a form or an address carries.
enum FormText {
    static func text(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")
}
