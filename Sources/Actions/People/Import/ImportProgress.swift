import Synchronization

/// How far a trial has come, for those who watch it; and that somebody called it off.
package final class ImportProgress: Sendable {
    private struct State {
        var passed = 0
        var total = 0
        var isCancelled = false
    }
    private let state = Mutex(State())

    package init() {}

    /// Bytes read, of how many.
    package var share: (passed: Int, total: Int) { state.withLock { ($0.passed, $0.total) } }

    package func cancel() { state.withLock { $0.isCancelled = true } }

    func begin(_ total: Int) { state.withLock { ($0.passed, $0.total) = (0, total) } }

    func passed(_ bytes: Int) throws {
        let isCancelled = state.withLock { state in
            state.passed += bytes
            return state.isCancelled
        }
        if isCancelled { throw CancellationError() }
    }
}
