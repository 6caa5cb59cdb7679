import Foundation
import Synchronization

/// Starts programs one after another: `Process.run` of Foundation 6.3 on Linux may read past the end of what another
/// `run` beside it frees, and takes all tests with it.
let launching = Mutex(())

extension Process {
    func runAlone() throws {
        try launching.withLock { _ in try run() }
    }
}
