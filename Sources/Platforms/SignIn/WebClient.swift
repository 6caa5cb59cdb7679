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

/// The real one: follows no redirect, goes to no server inside the network that is not allowed, waits ten seconds, reads a
/// megabyte at most, and keeps no cookie.
package struct HTTPWebClient: WebClient {
    private static let most = 1 << 20
    /// Of the addresses that a name stands for.
    private static let mostTried = 3

    private let names: NameLookup

    package init(inside: InsideServers = InsideServers()) { names = NameLookup(inside: inside) }

    package func answer(to request: WebRequest) async throws -> WebAnswer {
        guard SignInProvider.isAddress(String(request.address.prefix { $0 != "?" })),
            let host = URL(string: request.address)?.host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        else { throw ProviderTrouble.unsafeAddress }
        let addresses = try await names.addresses(of: host).prefix(Self.mostTried)
        for address in addresses.dropLast() {
            do { return try await answer(to: request, of: host, at: address) } catch {
                guard Self.wasNeverThere(error) else { throw error }
            }
        }
        return try await answer(to: request, of: host, at: addresses[addresses.endIndex - 1])
    }

    /// Whoever was not connected to has been told nothing, so another may be told it.
    private static func wasNeverThere(_ error: any Error) -> Bool {
        if let error = error as? HTTPClientError { return error == .connectTimeout }
        return [ECONNREFUSED, ENETUNREACH, EHOSTUNREACH].contains((error as? IOError)?.errnoCode)
    }

    /// By a client of its own, which knows the name by this address only: a shared one would look it up once more.
    private func answer(to request: WebRequest, of host: String, at address: String) async throws -> WebAnswer {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(8))
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = [host: address]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let answer = await Result { try await Self.answer(to: Self.asked(request), from: client) }
        try await client.shutdown()
        return try answer.get()
    }

    private static func asked(_ request: WebRequest) -> HTTPClientRequest {
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
        return asked
    }

    private static func answer(to asked: HTTPClientRequest, from client: HTTPClient) async throws -> WebAnswer {
        let answer = try await client.execute(asked, timeout: .seconds(10))
        let body = try await answer.body.collect(upTo: most)
        return WebAnswer(status: Int(answer.status.code), body: Data(body.readableBytesView))
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
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
