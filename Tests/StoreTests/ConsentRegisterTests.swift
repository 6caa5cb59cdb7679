import Foundation
import GRDB
import Governance
import Testing

@testable import Reading
@testable import Store

@Suite("The register of consent") struct ConsentRegisterTests {
    /// A roll of pupils, each with a parent, an open request and an answer; the last of them has left.
    private func roll(_ pupils: Int) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(configuration: configuration)
        try DatabaseFile.migrator(Migration.organisation).disablingDeferredForeignKeyChecks().migrate(queue)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO school (id, slug, name, addedAt) VALUES ('s', 'quay', 'Quay School', 1)")
            for number in 1...pupils {
                let id = "p\(number)"
                try db.execute(
                    sql: """
                        INSERT INTO person (id, ref, number, kind, given, family, school, consentStatus, leftAt)
                        VALUES (?, ?, ?, 'pupil', 'Zofia', ?, 's', 'granted', ?)
                        """, arguments: [id, id, id, "Kowalska \(number)", number == pupils ? 1 : nil])
                try db.execute(
                    sql: "INSERT INTO parent (pupil, name, email) VALUES (?, 'Anna', ?)",
                    arguments: [id, "anna\(number)@family.example"])
                try db.execute(
                    sql: "INSERT INTO pictureRequest (id, person, because, openedAt) VALUES (?, ?, 'office', 1)",
                    arguments: ["r\(number)", id])
                for (day, status) in [("2026-09-01", "granted"), ("2026-09-02", "refused")] {
                    try db.execute(
                        sql: """
                            INSERT INTO consentAnswer (person, giver, giverName, status, way, saidOn, at, by)
                            VALUES (?, 'parent', 'Anna', ?, 'paper', ?, 1, 'console')
                            """, arguments: [id, status, day])
                }
            }
        }
        return queue
    }

    /// How many statements a read runs, beside what it finds.
    private func counted<Value>(_ queue: DatabaseQueue, _ read: (Database) throws -> Value) throws -> (Value, Int) {
        var statements = 0
        let value = try queue.unsafeRead { db in
            db.trace { _ in statements += 1 }
            defer { db.trace(nil) }
            return try read(db)
        }
        return (value, statements)
    }

    @Test("reads each line with its request, mail and last answer by the same few statements, however many there are")
    func fewStatements() throws {
        let read = { (db: Database) in
            try ConsentLine.fetch(db, where: "kind = 'pupil' ORDER BY person.rowid", [:])
        }
        let (one, few) = try counted(roll(1), read)
        let (lines, many) = try counted(roll(60), read)
        #expect(one.count == 1 && lines.count == 60)
        #expect(many == few, "\(many) statements for sixty, \(few) for one")
        #expect(lines.allSatisfy { $0.request?.isForPaper == true && $0.hasMail })
        #expect(lines.allSatisfy { $0.last?.consent.status == .refused && $0.last?.person == $0.entry.id })
        #expect(lines.allSatisfy { !$0.isShownOut })
    }

    @Test("counts all its lists by one statement") func counts() throws {
        let (counts, statements) = try counted(roll(20)) {
            try ConsentShown.counts($0, ofSchools: nil, Day(of: Date(timeIntervalSince1970: 1_795_255_200)))
        }
        #expect(statements == 1)
        #expect(counts[.everyone] == 19 && counts[.onPaper] == 19 && counts[.waiting] == 19 && counts[.left] == 1)
        #expect(counts.count == ConsentShown.allCases.count)
    }

    @Test("takes a request that this release cannot read for damaged, and never for one of the office") func damaged()
        throws
    {
        let queue = try roll(2)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
            try db.execute(sql: "UPDATE pictureRequest SET because = 'whim' WHERE id = 'r1'")
        }
        #expect(throws: StoreError.self) {
            try queue.read { try ConsentLine.fetch($0, where: "kind = 'pupil'", [:]) }
        }
    }
}
