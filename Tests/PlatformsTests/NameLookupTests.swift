import Foundation
import Synchronization
import Testing

@testable import Platforms

@Suite struct NameLookupTests {
    /// How many are at work, and how many were at once.
    private final class Count: Sendable {
        let now = Mutex((at: 0, most: 0, all: 0))
        func look() -> [Int] {
            now.withLock {
                $0.at += 1
                $0.all += 1
                $0.most = max($0.most, $0.at)
            }
            Thread.sleep(forTimeInterval: 0.05)
            now.withLock { $0.at -= 1 }
            return [1]
        }
    }

    @Test func namesOfLinksAreLookedUpEightAtATimeAndOthersDoNotWaitForThem() async {
        let (links, own) = (Count(), Count())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    _ = await NameLookup(inside: InsideServers(), line: .links).inLine { links.look() }
                }
            }
            group.addTask {
                _ = await NameLookup(inside: InsideServers()).inLine { own.look() }
                #expect(links.now.withLock { $0.all } < 40, "it waited for the links")
            }
        }
        #expect(links.now.withLock { $0.most } <= 8 && links.now.withLock { $0.all } == 40)
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
