import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
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
    }

    package init(host: String = "127.0.0.1", port: Int, certificate: Certificate? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
    }
}

/// Makes the website's application; tests call it too. `services` run as long as it does; `whenRunning` is told
/// the port it listens at.
package func buildApplication(
    _ site: Site, serving: Serving, beside services: [any Service] = [], logger: Logger = Logger(label: "chaperone"),
    whenRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
    let server: HTTPServerBuilder =
        if let certificate = serving.certificate {
            try .tls(
                tlsConfiguration: .makeServerConfiguration(
                    certificateChain: NIOSSLCertificate.fromPEMFile(certificate.chain).map { .certificate($0) },
                    privateKey: .privateKey(NIOSSLPrivateKey(file: certificate.key, format: .pem))))
        } else {
            .http1()
        }
    return Application(
        router: Doorkeeper(site: site).router(), server: server,
        configuration: .init(address: .hostname(serving.host, port: serving.port), serverName: nil),
        services: services,
        onServerRunning: { channel in await whenRunning(channel.localAddress?.port ?? serving.port) }, logger: logger)
}
