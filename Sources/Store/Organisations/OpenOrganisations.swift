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
                use(database, slug, &state)
                return database
            }
        }
    }

    /// Nil when it is not among those that are kept open.
    package func kept(_ slug: String) -> OrganisationDatabase? {
        state.withLock { state in
            guard let database = state.kept[slug] else { return nil }
            if state.recent.last != slug { use(database, slug, &state) }
            return database
        }
    }

    private func use(_ database: OrganisationDatabase, _ slug: String, _ state: inout State) {
        state.kept[slug] = database
        state.alive[slug] = Alive(database: database)
        state.recent.removeAll { $0 == slug }
        state.recent.append(slug)
        while state.recent.count > most {
            state.kept[state.recent.removeFirst()] = nil
        }
        state.alive = state.alive.filter { $0.value.database != nil }
    }

    /// How many are kept open.
    package var count: Int { state.withLock { $0.kept.count } }
}
