import Actions
import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Platforms
import Schedule
import Website

/// `chaperone serve`: the website of an installation.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the website of the installation in a data folder.")

    @Option(help: "The folder that holds everything.") var data = "data"
    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Option(help: "The port to listen at.") var port = 8080
    @Option(help: "The certificate chain, in PEM form; with --key, the program serves TLS itself.")
    var certificate: String?
    @Option(help: "The certificate's private key, in PEM form.") var key: String?
    @Option(help: "The file with the key for secrets; without it, secrets.key in the data folder.")
    var secretsKey: String?
    @Option(help: "Certificate authorities that mail servers are known by, in PEM form, instead of the machine's own.")
    var mailAuthorities: String?
    @Option(
        help: """
            A server inside the network, by its name, that may be a mail server or a sign-in provider; may be given \
            several times. CHAPERONE_ALLOW_INSIDE in the environment names such too, with commas between them.
            """) var allowInside: [String] = []
    @Flag(help: "A proxy in front serves TLS; its X-Forwarded-For is believed.") var behindProxy = false

    func validate() throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together.")
        }
        guard certificate == nil || !behindProxy else {
            throw ValidationError("Either the program serves TLS itself, or a proxy does: not both.")
        }
        guard certificate != nil || behindProxy || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "Without TLS it listens on this machine only. Give --certificate and --key, or --behind-proxy.")
        }
    }

    func run() async throws {
        try await sayingWhatIsWrong { try await serve() }
    }

    private func serve() async throws {
        var logger = Logger(label: "chaperone")
        logger.logLevel = .notice
        let inside = InsideServers(allowInside + allowedByEnvironment)
        let installation = try Installation(
            data: folder(), secretsKey: secretsKey, web: HTTPWebClient(inside: inside),
            outside: HTTPWebClient(forLinks: true),
            mail: SMTPCarrier(authorities: mailAuthorities, inside: inside))
        try await installation.checkPolicies()
        try await installation.noteEditions()
        let site = try Site(
            reception: InstallationReception(installation),
            trust: Site.Trust(
                secure: certificate != nil || behindProxy, proxy: behindProxy,
                publicAddress: try await installation.publicAddress()), installation: installation)
        let code = try await BeginInstallation().perform(in: installation)
        let here = "\(certificate == nil ? "http" : "https")://\(host):\(port)"
        let address = try await installation.publicAddress() ?? here
        let chain = certificate.flatMap { chain in key.map { Serving.Certificate(chain: chain, key: $0) } }
        let serving = Serving(host: host, port: port, certificate: chain)
        let application = try buildApplication(
            site, serving: serving,
            beside: [
                ScheduleService(installation, log: logger), OutsideService(installation, log: logger),
                OutsideService(installation, .networks, log: logger),
            ],
            logger: logger
        ) { _ in
            say("Chaperone listens at \(here)" + (address == here ? "" : "; people use \(address)"))
            if let code {
                say("Nothing is set up yet. Begin at \(here)/set-up?code=\(code)\nThe one-time code: \(code)")
            }
        }
        try await serving.run(application)
    }

    private var allowedByEnvironment: [String] {
        ProcessInfo.processInfo.environment["CHAPERONE_ALLOW_INSIDE", default: ""].split(separator: ",").map(
            String.init)
    }

    private func folder() throws -> URL {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            try fail("\(folder.path) cannot be made, or is no folder. Choose another with --data.")
        }
        return folder
    }

    private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
