import AsyncHTTPClient
import Foundation
import Governance
import NIOCore
import NIOHTTP1

/// Asks servers elsewhere; one interface for the real client and for tests.
package protocol WebClient: Sendable {
    /// An answer of any status is one.
    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer
}

/// The real one: follows no redirect, goes to no server inside the network that is not allowed, waits ten seconds for the
/// whole answer, reads a megabyte at most, unless the request says otherwise, and keeps no cookie.
package struct HTTPWebClient: WebClient {
    /// Of the addresses that a name stands for.
    private static let mostTried = 3

    private let names: NameLookup

    /// - Parameter forLinks: whether it follows links that people wrote, which are looked up apart from all else.
    package init(inside: InsideServers = InsideServers(), forLinks: Bool = false) {
        names = NameLookup(inside: inside, line: forLinks ? .links : .own)
    }

    package func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        guard Self.isAllowed(request),
            let host = URL(string: request.address)?.host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]")),
            !host.isEmpty
        else { throw .unsafeAddress }
        for address in try await names.addresses(of: host).prefix(Self.mostTried) {
            do { return try await answer(to: request, of: host, at: address) } catch {
                guard Self.wasNeverThere(error) else { throw .lost }
            }
        }
        throw .unreachable
    }

    private static func isAllowed(_ request: WebRequest) -> Bool {
        let place = String(request.address.prefix { $0 != "?" && $0 != "#" })
        if SignInProvider.isAddress(place) { return true }
        guard request.mayBePlain, request.authorisation == nil, let parts = URLComponents(string: place) else {
            return false
        }
        return parts.scheme == "http" && parts.user == nil && parts.password == nil
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
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(max(1, request.seconds - 2)))
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = [host: address]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let answer = await Result { try await Self.answerInTime(to: request, from: client) }
        try await client.shutdown()
        return try answer.get()
    }

    private static func asked(_ request: WebRequest) -> HTTPClientRequest {
        var asked = HTTPClientRequest(url: request.address)
        asked.method = HTTPMethod(rawValue: request.method.rawValue)
        asked.headers.add(name: "Accept", value: "application/json")
        asked.headers.add(name: "User-Agent", value: "Chaperone")
        if let authorisation = request.authorisation {
            asked.headers.add(name: "Authorization", value: authorisation)
        }
        for header in request.headers { asked.headers.replaceOrAdd(name: header.name, value: header.value) }
        func send(_ body: ByteBuffer, _ type: String) {
            asked.headers.replaceOrAdd(name: "Content-Type", value: type)
            asked.body = .bytes(body)
        }
        switch request.body {
        case .form(let form): send(ByteBuffer(string: FormText.text(form)), "application/x-www-form-urlencoded")
        case .json(let json): send(ByteBuffer(bytes: json), "application/json")
        case .bytes(let bytes, let type): send(ByteBuffer(bytes: bytes), type)
        case .parts(let parts):
            let boundary = "chaperone" + UUID().uuidString.filter { $0 != "-" }
            send(
                ByteBuffer(bytes: WebPart.written(parts, boundary: boundary)),
                "multipart/form-data; boundary=\(boundary)")
        case nil: break
        }
        return asked
    }

    /// The client's own deadline ends with the head of an answer: a server that lets its body drip would hold us for ever.
    private static func answerInTime(to request: WebRequest, from client: HTTPClient) async throws -> WebAnswer {
        try await withThrowingTaskGroup(of: WebAnswer.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await answer(to: request, from: client) }
            group.addTask {
                try await Task.sleep(for: .seconds(request.seconds))
                throw HTTPClientError.deadlineExceeded
            }
            guard let first = try await group.next() else { throw HTTPClientError.deadlineExceeded }
            return first
        }
    }

    private static func answer(to request: WebRequest, from client: HTTPClient) async throws -> WebAnswer {
        let answer = try await client.execute(asked(request), timeout: .seconds(request.seconds))
        var body = ByteBuffer()
        if request.most > 0 { body = try await answer.body.collect(upTo: request.most) }
        return WebAnswer(
            status: Int(answer.status.code), body: Data(body.readableBytesView),
            headers: answer.headers.map { (name: $0.name, value: $0.value) })
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

    package func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer { throw .unreachable }
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
