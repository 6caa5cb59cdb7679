import Foundation
import Governance
import Store
import Synchronization

/// Whether an installation can do its work, in a word that says nothing of anybody.
package enum InstallationHealth: String, Sendable {
    case ok
    case diskFull = "disk full"
    case unreadable = "a database cannot be read"
}

extension Installation {
    /// Below this nothing can be saved safely, in bytes.
    private static let leastFree: Int64 = 4 * 1_024 * 1_024

    /// Looks at the disk and into every database; at most every few seconds, since anyone may ask.
    ///
    /// - Parameter free: how many bytes a folder's disk has left; nil when that cannot be told.
    package func health(free: @Sendable (URL) -> Int64? = freeBytes(of:)) async -> InstallationHealth {
        if let seen = healthSeen.withLock({ $0 }), seen.at.duration(to: .now) < .seconds(5) { return seen.health }
        let health = await look(free)
        healthSeen.withLock { $0 = (at: ContinuousClock.now, health: health) }
        return health
    }

    private func look(_ free: @Sendable (URL) -> Int64?) async -> InstallationHealth {
        if let left = free(database.data), left < Self.leastFree { return .diskFull }
        do {
            for listed in try await organisations() { try await organisation(listed.slug).database.checkReadable() }
            return .ok
        } catch { return .unreadable }
    }
}

/// What is left on the disk of a folder.
package func freeBytes(of folder: URL) -> Int64? {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
}
