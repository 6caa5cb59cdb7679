import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Platforms

@Suite struct NameLookupTests {
    /// How many are at work, how many were at once, and how many in all.
    private final class Count: Sendable {
        let now = Mutex((at: 0, most: 0, all: 0))
        func look(until gate: DispatchSemaphore? = nil) -> [Int] {
            now.withLock {
                $0.at += 1
                $0.all += 1
                $0.most = max($0.most, $0.at)
            }
            // far longer than any machine needs: who waits so long waits for ever
            _ = gate?.wait(timeout: .now() + 1_200)
            now.withLock { $0.at -= 1 }
            return [1]
        }
    }

    @Test func namesOfLinksAreLookedUpEightAtATimeAndOthersDoNotWaitForThem() async {
        let (links, own) = (Count(), Count())
        let gate = DispatchSemaphore(value: 0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    _ = await NameLookup(inside: InsideServers(), line: .links).inLine { links.look(until: gate) }
                }
            }
            group.addTask {
                while links.now.withLock({ $0.at }) < 8 { await Task.yield() }
                _ = await NameLookup(inside: InsideServers()).inLine { own.look() }
                #expect(links.now.withLock { $0.all } == 8, "it waited for the links")
                for _ in 0..<40 { gate.signal() }
            }
        }
        #expect(links.now.withLock { $0.most } == 8 && links.now.withLock { $0.all } == 40)
    }

    @Test func whoeverHasGoneIsNotLookedUpFor() async {
        let count = Count()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await NameLookup(inside: InsideServers(), line: .links).inLine { count.look() }
        }
        #expect(await task.value.isEmpty && count.now.withLock { $0.all } == 0)
    }
}
