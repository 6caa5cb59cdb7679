import Actions
import Foundation
import Governance
import Logging
import ServiceLifecycle

/// What waits for servers elsewhere, mail and sign-in providers, for as long as the program runs: apart from what falls
/// due here, so that a server that does not answer keeps nothing else waiting.
package struct OutsideService: Service {
    /// How long it sleeps between two looks.
    private static let pause: TimeInterval = 5
    /// So many looks go by between two at organisations where nobody has been lately.
    private static let looksBetween = 24

    private let installation: Installation
    private let log: Logger

    package init(_ installation: Installation, log: Logger = Logger(label: "outside")) {
        self.installation = installation
        self.log = log
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var looks = 0
            while !Task.isCancelled {
                await look(atAll: looks % Self.looksBetween == 0)
                looks += 1
                try? await Task.sleep(for: .seconds(Self.pause))
            }
        }
    }

    private func look(atAll: Bool) async {
        let organisations = (try? await installation.organisations()) ?? []
        for listed in organisations where atAll || installation.isOpen(listed.slug) {
            guard !Task.isCancelled else { return }
            do { try await OutsideWork().perform(in: installation.organisation(listed.slug)) } catch {
                log.error(
                    "What waits for servers elsewhere could not be done",
                    metadata: ["organisation": "\(listed.slug)", "error": "\(type(of: error))"])
            }
        }
    }
}
