import Foundation
import Governance
import Synchronization

/// The databases that are open: a bounded number, the least recently used closed first.
///
/// One that is still in use elsewhere stays open and is handed out again, so a file is never open twice here.
package final class OpenOrganisations: Sendable {
    private let state: Mutex<State>
    private let most: Int
    private let open: @Sendable (String) throws -> OrganisationDatabase

    private struct State {
        var recent: [String] = []
        var kept: [String: OrganisationDatabase] = [:]
        var alive: [String: Alive] = [:]
    }

    private struct Alive: Sendable {
        weak var database: OrganisationDatabase?
    }

    package init(most: Int = 24, open: @escaping @Sendable (String) throws -> OrganisationDatabase) {
        self.most = most
        self.open = open
        state = Mutex(State())
    }

    package subscript(slug: String) -> OrganisationDatabase {
        get throws {
            try state.withLock { state in
                let database = try state.kept[slug] ?? state.alive[slug]?.database ?? open(slug)
                state.kept[slug] = database
                state.alive[slug] = Alive(database: database)
                state.recent.removeAll { $0 == slug }
                state.recent.append(slug)
                while state.recent.count > most {
                    state.kept[state.recent.removeFirst()] = nil
                }
                state.alive = state.alive.filter { $0.value.database != nil }
                return database
            }
        }
    }

    /// How many are kept open.
    package var count: Int { state.withLock { $0.kept.count } }
}
