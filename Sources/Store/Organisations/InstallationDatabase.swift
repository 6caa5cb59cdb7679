import Foundation
import GRDB
import Governance

/// The list of organisations of one machine, the set-up token and the public address; nothing else is in it.
package final class InstallationDatabase: Sendable {
    /// The folder that holds everything.
    package let data: URL
    package let clock: Clock
    let pool: DatabasePool

    package init(data: URL, clock: Clock = .system) throws {
        self.data = data
        self.clock = clock
        pool = try DatabaseFile.open(
            data.appendingPathComponent("installation.sqlite"), migrations: Migration.installation)
    }

    /// Where an organisation's files are.
    package func folder(of slug: String) -> URL {
        organisationsFolder.appendingPathComponent(slug)
    }

    var organisationsFolder: URL { data.appendingPathComponent("organisations") }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try StoreError.translating { try pool.read(body) }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await StoreError.translating { try await pool.write(body) }
    }
}
