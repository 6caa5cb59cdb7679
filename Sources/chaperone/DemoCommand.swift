import Actions
import ArgumentParser
import DemoSchools
import Foundation
import Hummingbird
import Logging
import Platforms
import Schedule
import Website

/// `chaperone demo`: five invented organisations to look around in, on this machine only.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serves five invented organisations, one under each built-in policy, on this machine.")

    @Option(help: "The folder of the demonstration; it is made when it is not there.") var data = ".demo"
    @Option(help: "The port to listen at; 0 takes a free one.") var port = 0

    func run() async throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
        if !FileManager.default.fileExists(atPath: folder.appending(path: "installation.sqlite").path) {
            try await make(in: folder)
        }
        let installation = try Installation(
            data: folder, web: NoWebClient(), mail: PretendCarrier(), networks: PretendNetworks())
        let people = demoOrganisations.map { "  \($0.name): \($0.people.map(\.name).joined(separator: ", "))" }
        let application = try buildApplication(
            Site(
                reception: InstallationReception(installation),
                trust: Site.Trust(secure: false, hosts: ["localhost", "127.0.0.1", "::1"]),
                installation: installation, isDemonstration: true),
            serving: Serving(port: port),
            beside: [
                ScheduleService(installation, log: .quiet), OutsideService(installation, log: .quiet),
                OutsideService(installation, .networks, log: .quiet),
            ],
            logger: .quiet
        ) { port in
            say(
                """
                Chaperone's demonstration is at http://127.0.0.1:\(port)
                Everyone is invented, and signs in with a click:
                \(people.joined(separator: "\n"))
                Stop it with Control-C. bin/run --fresh starts over.
                """)
        }
        try await application.runService()
    }

    /// Makes everything beside the folder and moves it there when it is whole: a kill leaves nothing half-made.
    private func make(in folder: URL) async throws {
        let began = ContinuousClock.now
        say("Making five invented organisations with some weeks behind them")
        let parent = folder.absoluteURL.deletingLastPathComponent()
        let beside = parent.appending(
            path: ".\(folder.lastPathComponent)-\(UUID().uuidString)", directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: beside, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try await fill(beside)
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
            try FileManager.default.moveItem(at: beside, to: folder)
        } catch {
            try? FileManager.default.removeItem(at: beside)
            throw error
        }
        let seconds = (ContinuousClock.now - began).components.seconds
        say("Made in \(seconds) seconds")
    }

    /// The databases close when this returns, before the folder moves.
    private func fill(_ folder: URL) async throws {
        let making = DemoMaking(now: Date())
        let installation = try Installation(data: folder, clock: making.clock, networks: PretendNetworks())
        for demo in demoOrganisations { try await making.make(demo, in: installation) }
    }

    private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}

extension Logger {
    /// Notices and worse; a page view is no news.
    static var quiet: Logger {
        var logger = Logger(label: "chaperone")
        logger.logLevel = .notice
        return logger
    }
}
