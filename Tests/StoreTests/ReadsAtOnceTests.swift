import Foundation
import GRDB
import Governance
import Store
import Testing

@Suite struct ReadsAtOnceTests {
    /// Short reads wait for a connection on the threads that everything else runs on: whoever holds one must not need
    /// such a thread to go on, or all of it stops.
    @Test(.timeLimit(.minutes(20))) func shortAndLongReadsAndChangesAllComeToTheirEnd() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<400 {
                group.addTask {
                    switch number % 4 {
                    case 0: try await organisation.readAtLength(Self.count)
                    case 1: try await organisation.keep { _ in 0 }
                    default: try await organisation.read(Self.count)
                    }
                }
            }
            var ended = 0
            for try await _ in group { ended += 1 }
            #expect(ended == 400)
        }
    }

    @Sendable private static func count(_ db: Database) throws -> Int {
        let sql =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT count(*) FROM n"
        return try Int.fetchOne(db, sql: sql) ?? 0
    }
}
