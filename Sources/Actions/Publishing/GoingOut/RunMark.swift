import Foundation
import Governance
import Synchronization

/// Marks that this run of the program lives: a file of the data folder that it holds locked. The lock goes with the process,
/// however that ends, so another run can tell which of those that took work are dead, and need not wait for their leases.
final class RunMark: Sendable {
    /// Names this run in what it takes.
    let name: String
    private let folder: URL
    private let lock: Int32

    /// - Parameter data: the folder of the installation.
    init(data: URL, randomness: Randomness) throws {
        folder = data.appending(path: "runs", directoryHint: .isDirectory)
        name = randomness.secret()
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        lock = Self.opened(folder.appending(path: name).path, creating: true)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw POSIXError(.EIO) }
    }

    deinit {
        unlink(folder.appending(path: name).path)
        close(lock)
    }

    /// Whether a run of this name has ended. Its mark is taken away, so that nobody asks again.
    func isOver(_ other: String) -> Bool {
        guard other != name else { return false }
        // a name is made of letters and digits; nothing else may be looked for
        guard !other.isEmpty, other.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
            return false
        }
        let path = folder.appending(path: other).path
        let file = Self.opened(path, creating: false)
        guard file >= 0 else { return errno == ENOENT }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return false }
        unlink(path)
        return true
    }

    /// Closed in every program that is started from this one, or the lock would outlive it.
    private static func opened(_ path: String, creating: Bool) -> Int32 {
        open(path, O_RDWR | O_CLOEXEC | (creating ? O_CREAT | O_EXCL : 0), 0o600)
    }
}

/// A lease names the run that took the work, and itself.
enum RunLease {
    static func made(by run: RunMark, _ randomness: Randomness) -> String { run.name + ":" + randomness.secret() }

    static func run(of lease: String) -> String { String(lease.prefix { $0 != ":" }) }
}
