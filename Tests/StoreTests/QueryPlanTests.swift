import GRDB
import Governance
import Testing

@testable import Reading
@testable import Store

/// A school asks thousands of families in one change and keeps hundreds of thousands of pictures: what runs for each of them
/// costs what it finds, and not what there is.
@Suite("A query that runs for each family or picture") struct QueryPlanTests {
    private func plan(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue()
        try DatabaseFile.migrator(Migration.organisation).migrate(queue)
        return try queue.read { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            let names = Set(statement.sql.matches(of: /:[a-z]+/).map { String($0.0.dropFirst()) })
            let arguments: StatementArguments =
                names.isEmpty
                ? StatementArguments(Array(repeating: "[]", count: Set(sql.matches(of: /\?\d?/).map { $0.0 }).count))
                : StatementArguments(Dictionary(uniqueKeysWithValues: names.map { ($0, "[]") }))
            return try Row.fetchAll(statement, arguments: arguments).map { $0["detail"] }
        }
    }

    @Test(
        "reads no table from end to end",
        arguments: [
            ("the question to an address", questionToAddress, "parentOfEmail"),
            ("mails to an address", dropMailsToAddress, "mailToSend"),
            ("questions to an address", dropQuestionsToAddress, "questionUnderWay"),
            ("whether a school asks on paper", waitingForPaper, "oneOpenPictureRequest"),
            ("the likeness of what must not be", looksOfEnded, "pictureEnded"),
            ("locked pictures", "SELECT id FROM picture WHERE \(StoredPicture.isLocked)", "pictureEnded"),
            ("a screenshot", unlockedScreenshot, "pictureEnded"),
            ("leavers in a picture", leaversSaid, "leaverOfName"),
            ("what is out", picturesOut, "onePlacementStateAtATime"),
        ])
    func byIndex(what: String, sql: String, index: String) throws {
        let plan = try plan(sql)
        #expect(plan.contains { $0.contains(index) }, "\(what): \(plan)")
        let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("json_each") && $0 != "SCAN CONSTANT ROW" }
        #expect(scans.isEmpty, "\(what): \(scans)")
    }
}
