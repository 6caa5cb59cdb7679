import Actions
import Foundation
import Governance
import Logging
import ServiceLifecycle

/// What waits for servers elsewhere for as long as the program runs: apart from what falls due here, so that a server that
/// does not answer keeps nothing else waiting. Mail and sign-in providers are one such service, networks another: neither
/// waits for the other's servers.
package struct OutsideService: Service {
    package enum Work: String, Sendable {
        /// Mail, and questions to sign-in providers.
        case mail
        /// Posts to send and to take down.
        case networks
    }

    /// How long it sleeps between two looks, in seconds.
    private static let pauses: [Work: TimeInterval] = [.mail: 5, .networks: 1]
    /// So many seconds go by between two looks at organisations where nobody has been lately.
    private static let betweenAll: TimeInterval = 120

    private let installation: Installation
    private let kind: Work
    private let log: Logger
    private let turns = Turns()

    package init(_ installation: Installation, _ kind: Work = .mail, log: Logger = Logger(label: "outside")) {
        self.installation = installation
        self.kind = kind
        self.log = log
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                let pause = Self.pauses[kind] ?? 5
                let looksBetween = Int(Self.betweenAll / pause)
                var looks = 0
                while !Task.isCancelled {
                    for slug in await due(atAll: looks % looksBetween == 0) {
                        group.addTask { await work(slug) }
                    }
                    looks += 1
                    try? await Task.sleep(for: .seconds(pause))
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
        do {
            let organisation = try await installation.organisation(slug)
            switch kind {
            case .mail: try await OutsideWork().perform(in: organisation)
            case .networks:
                if try await NetworkWork().isDue(in: organisation) { try await NetworkWork().perform(in: organisation) }
            }
        } catch {
            log.error(
                "What waits for servers elsewhere could not be done",
                metadata: ["organisation": "\(slug)", "work": "\(kind.rawValue)", "error": "\(type(of: error))"])
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
