import Dispatch
import Foundation
import Synchronization

/// Work that takes a processor for long, on threads of its own: those of Dispatch, of which there are as few as processors,
/// serve every request. They step back for whatever else the machine has to do.
final class HashingDesk: Sendable {
    private struct Work {
        var waiting: [@Sendable () -> Void] = []
        var hasBegun = false
    }

    /// Half of the processors, so that pages have the other half.
    static let threads = max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
    /// Whoever comes after so many would wait for seconds.
    private static let mostWaiting = 20 * threads
    /// How far they step back: the greatest is 19.
    private static let niceness: Int32 = 10

    private let work = Mutex(Work())
    private let bell = DispatchSemaphore(value: 0)

    /// Whether so much is waiting that nothing more is taken.
    var isFull: Bool { work.withLock { $0.waiting.count >= Self.mostWaiting } }

    /// False when too much is waiting; then nothing is done.
    func take(_ job: @escaping @Sendable () -> Void) -> Bool {
        let (isTaken, begins) = work.withLock { work in
            guard work.waiting.count < Self.mostWaiting else { return (false, false) }
            work.waiting.append(job)
            defer { work.hasBegun = true }
            return (true, !work.hasBegun)
        }
        if begins { begin() }
        if isTaken { bell.signal() }
        return isTaken
    }

    private func begin() {
        for _ in 0..<Self.threads {
            let thread = Thread { [self] in
                // of this thread alone, as Linux has it
                _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
                while let job = next() { job() }
            }
            thread.name = "scrypt"
            thread.start()
        }
    }

    /// Waits for the next; nil once the desk is closed.
    private func next() -> (@Sendable () -> Void)? {
        bell.wait()
        return work.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// Lets the threads go. Nothing is waiting any more: whoever waits keeps the desk open.
    func close() {
        guard work.withLock({ $0.hasBegun }) else { return }
        for _ in 0..<Self.threads { bell.signal() }
    }
}
