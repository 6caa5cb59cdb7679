import Actions
import Foundation
import Governance
import Logging

/// What falls due over all organisations of an installation. The heap says only where to look; what is due, and
/// whether another run is at it, stands in each database.
package actor DueRounds {
    /// After a failure the same organisation is left alone for so long.
    package static let rest: TimeInterval = 60

    private let installation: Installation
    private let log: Logger
    private var heap = DueHeap()

    package init(_ installation: Installation, log: Logger = Logger(label: "schedule")) {
        self.installation = installation
        self.log = log
    }

    /// Reads from every organisation when it next has something due. Databases are opened one after another, and
    /// only a bounded number stays open.
    package func start() async throws {
        for listed in try await installation.organisations() { await look(at: listed.slug) }
    }

    /// When something will be due next, as far as is known.
    package func next() -> Date? {
        hear()
        return heap.next()
    }

    /// Does everything that is due now; gives back how many things that were.
    @discardableResult
    package func run() async -> Int {
        hear()
        var done = 0
        while let slug = heap.take(dueAt: installation.clock.now) {
            do {
                let organisation = try await installation.organisation(slug)
                while try await RunDue().perform(in: organisation) { done += 1 }
                await look(at: slug)
            } catch {
                log.error(
                    "What is due could not be done",
                    metadata: ["organisation": "\(slug)", "error": "\(type(of: error))"])
                heap.set(slug, installation.clock.now + Self.rest)
            }
            hear()
        }
        return done
    }

    private func look(at slug: String) async {
        do {
            let organisation = try await installation.organisation(slug)
            heap.set(slug, try await organisation.nextDue())
        } catch {
            log.error(
                "An organisation cannot be read", metadata: ["organisation": "\(slug)", "error": "\(type(of: error))"])
            heap.set(slug, installation.clock.now + Self.rest)
        }
    }

    /// Takes in what changes of people have planned since.
    private func hear() {
        for (slug, time) in installation.dueBoard.take() { heap.set(slug, time) }
    }
}
