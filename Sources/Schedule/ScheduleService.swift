import Actions
import Foundation
import Governance
import Logging
import ServiceLifecycle

/// Runs what falls due for as long as the program runs.
package struct ScheduleService: Service {
    /// The longest it sleeps, so that what another program or a moved clock planned is seen.
    private static let longestSleep: TimeInterval = 15

    private let rounds: DueRounds
    private let installation: Installation

    package init(_ installation: Installation, log: Logger = Logger(label: "schedule")) {
        self.installation = installation
        rounds = DueRounds(installation, log: log)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            try? await rounds.start()
            while !Task.isCancelled {
                await rounds.run()
                let wait = await rounds.next().map { $0.timeIntervalSince(installation.clock.now) }
                let sleep = min(max(wait ?? Self.longestSleep, 0.05), Self.longestSleep)
                try? await Task.sleep(for: .seconds(sleep))
            }
        }
    }
}
