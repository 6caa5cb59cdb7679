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
    private let turns = Turns()

    package init(_ installation: Installation, log: Logger = Logger(label: "outside")) {
        self.installation = installation
        self.log = log
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                var looks = 0
                while !Task.isCancelled {
                    for slug in await due(atAll: looks % Self.looksBetween == 0) {
                        group.addTask { await work(slug) }
                    }
                    looks += 1
                    try? await Task.sleep(for: .seconds(Self.pause))
                }
                group.cancelAll()
            }
        }
    }

    /// The organisations whose turn it is, each marked as at work: those that still are wait, and so do others while as many
    /// are at work as may be.
    private func due(atAll: Bool) async -> [String] {
        let organisations = (try? await installation.organisations()) ?? []
        let slugs = organisations.map(\.slug).filter { atAll || installation.isOpen($0) }
        return await turns.next(of: slugs)
    }

    private func work(_ slug: String) async {
        do { try await OutsideWork().perform(in: installation.organisation(slug)) } catch {
            log.error(
                "What waits for servers elsewhere could not be done",
                metadata: ["organisation": "\(slug)", "error": "\(type(of: error))"])
        }
        await turns.end(slug)
    }
}

/// Whose turn it is to ask servers elsewhere: so many organisations at once, whoever waited longest first, so that one whose
/// server does not answer holds up no other.
private actor Turns {
    private static let mostAtOnce = 4

    private var atWork: Set<String> = []
    private var lastTurn: [String: Int] = [:]
    private var turn = 0

    func next(of slugs: [String]) -> [String] {
        let waiting = slugs.filter { !atWork.contains($0) }.sorted {
            lastTurn[$0, default: 0] < lastTurn[$1, default: 0]
        }
        let chosen = Array(waiting.prefix(Self.mostAtOnce - atWork.count))
        for slug in chosen {
            turn += 1
            lastTurn[slug] = turn
        }
        atWork.formUnion(chosen)
        return chosen
    }

    func end(_ slug: String) { atWork.remove(slug) }
}
