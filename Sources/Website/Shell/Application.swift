import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// How the program is served.
package struct Serving: Sendable {
    package var host: String
    package var port: Int
    /// The program's own certificate; nil when a proxy in front has one, or on one's own machine.
    package var certificate: Certificate?

    /// Files in PEM form.
    package struct Certificate: Sendable {
        package var chain: String
        package var key: String
        package init(chain: String, key: String) {
            self.chain = chain
            self.key = key
        }

        /// Throws `ServingTrouble` when one of the files cannot be read.
        func read() throws -> TLSConfiguration {
            guard let chain = try? NIOSSLCertificate.fromPEMFile(chain), !chain.isEmpty else {
                throw ServingTrouble.certificate(self.chain)
            }
            guard let key = try? NIOSSLPrivateKey(file: key, format: .pem) else { throw ServingTrouble.key(self.key) }
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            // RFC 8996: TLS 1.0 and 1.1 are no longer used
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            return configuration
        }
    }

    /// More wait to be let in: each costs memory before it has said who it is.
    static let mostConnections = 1_000

    package init(host: String = "127.0.0.1", port: Int, certificate: Certificate? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
    }
}

/// Why the program cannot begin to serve, with a sentence for the person at the machine.
package enum ServingTrouble: Error {
    case certificate(String)
    case key(String)
    case port(Int, host: String, isTaken: Bool)

    package var says: String {
        switch self {
        case .certificate(let path): "\(path) is not there, cannot be read, or holds no certificate in PEM form."
        case .key(let path):
            "\(path) is not there, cannot be read, or holds no private key in PEM form without a password."
        case .port(let port, let host, true):
            "Another program listens at port \(port) of \(host) already. Stop it, or choose another with --port."
        case .port(let port, let host, false):
            "The program may not listen at port \(port) of \(host). Ports below 1024 need the right to use them; "
                + "and --host must be an address of this machine."
        }
    }
}

extension Serving {
    /// Runs the application until it is told to stop; a port that cannot be had is a `ServingTrouble`.
    package func run(_ application: some ApplicationProtocol) async throws {
        do { try await application.runService() } catch let error as IOError {
            guard [EADDRINUSE, EACCES, EADDRNOTAVAIL].contains(error.errnoCode) else { throw error }
            throw ServingTrouble.port(port, host: host, isTaken: error.errnoCode == EADDRINUSE)
        }
    }
}

/// Makes the website's application; tests call it too. `services` run as long as it does; `whenRunning` is told
/// the port it listens at.
package func buildApplication(
    _ site: Site, serving: Serving, beside services: [any Service] = [], logger: Logger = Logger(label: "chaperone"),
    whenRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let plain = HTTPServerBuilder.http1(
        configuration: .init(additionalChannelHandlers: [RequestDeadline()], idleTimeout: .minutes(5)))
    let server = try serving.certificate.map { try .tls(plain, tlsConfiguration: $0.read()) } ?? plain
    return Application(
        router: Doorkeeper(site: site).router(), server: server,
        configuration: .init(
            address: .hostname(serving.host, port: serving.port), serverName: nil,
            availableConnectionsDelegate: MaximumAvailableConnections(Serving.mostConnections)),
        services: services,
        onServerRunning: { channel in await whenRunning(channel.localAddress?.port ?? serving.port) }, logger: logger)
}
