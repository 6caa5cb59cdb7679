import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// What an attacker with the file can do behind the program's back, and what the proof says of it.
@Suite struct RecordTests {
    private let kind = Event.Kind("people.school-added")

    /// Five events, each with a content.
    private func file(in scratch: Scratch, disposing: Bool = false) async throws -> URL {
        let organisation = try scratch.organisation()
        for number in 1...5 {
            try await organisation.change(by: .console) { _ in
                Recorded(Event(kind, RecordSubject(.school, "s\(number)"), after: ["name": "School \(number)"]))
            }
        }
        if disposing {
            try await organisation.change(by: .console) { tx in
                try tx.dispose(contentOf: 2, why: "asked for")
                return Recorded(Event(.contentDisposed, RecordSubject(.event, "2"), why: "asked for"))
            }
        }
        try organisation.close()
        return scratch.folder.appendingPathComponent("school/record.sqlite")
    }

    private func tamper(_ file: URL, _ sql: String) throws {
        try DatabaseQueue(path: file.path).inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: sql)
        }
    }

    @Test func anUntouchedRecordHoldsAndContainsEveryHeadItEverHad() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        var heads: [RecordHead] = []
        for number in 1...3 {
            try await organisation.change(by: .console) { _ in
                Recorded(Event(kind, RecordSubject(.school, "s\(number)")))
            }
            heads.append(try await organisation.recordHead())
        }
        let file = scratch.folder.appendingPathComponent("school/record.sqlite")
        for head in heads {
            let verification = try RecordVerification.of(file, expected: RecordHead("\(head)"))
            #expect(verification.faults == [])
            #expect(verification.head == heads[2])
        }
    }

    @Test(arguments: [
        ("UPDATE event SET kind = 'people.user-ended' WHERE number = 3", "Event 3 was changed."),
        ("UPDATE event SET at = at + 1 WHERE number = 3", "Event 3 was changed."),
        ("UPDATE event SET actor = 'user:x' WHERE number = 3", "Event 3 was changed."),
        ("UPDATE event SET subject = 's9' WHERE number = 5", "Event 5 was changed."),
        ("UPDATE eventContent SET content = '{}' WHERE event = 3", "The content of event 3 was changed."),
        ("UPDATE eventContent SET salt = zeroblob(32) WHERE event = 3", "The content of event 3 was changed."),
        ("DELETE FROM event WHERE number = 3", "Event 3 is missing."),
        (
            "DELETE FROM eventContent WHERE event = 3", "The content of event 3 is gone without a disposal."
        ),
        (
            "INSERT INTO disposal VALUES (3, 'x', 4); DELETE FROM eventContent WHERE event = 3",
            "The disposal of the content of event 3 is not on record."
        ),
        (
            """
            INSERT INTO event SELECT 6, kind, at, actor, subjectKind, subject, contentDigest, previousHash, hash
            FROM event WHERE number = 5
            """, "Event 6 does not continue the event before it."
        ),
        (
            """
            UPDATE event SET number = 99 WHERE number = 2; UPDATE event SET number = 2 WHERE number = 3;
            UPDATE event SET number = 3 WHERE number = 99
            """, "Event 2 does not continue the event before it."
        ),
        ("DELETE FROM event WHERE number = 1", "Event 1 is missing."),
        (
            "DELETE FROM event WHERE number = 5", "There is a row of eventContent for event 5, which is not there."
        ),
    ])
    func whatWasDoneBehindTheProgramsBackShows(sql: String, fault: String) async throws {
        let scratch = try Scratch()
        let file = try await file(in: scratch)
        #expect(try RecordVerification.of(file).faults == [])
        try tamper(file, sql)
        #expect(try RecordVerification.of(file).faults.contains(fault))
    }

    @Test func whatWasCutOffOrRewrittenShowsAgainstAPrintedHead() async throws {
        let scratch = try Scratch()
        let file = try await file(in: scratch)
        let head = try RecordVerification.of(file).head
        try tamper(file, "DELETE FROM event WHERE number = 5; DELETE FROM eventContent WHERE event = 5")
        #expect(try RecordVerification.of(file).faults == [])
        #expect(
            try RecordVerification.of(file, expected: head).faults
                == ["Event 5 is not there: the record was cut off."])
        let other = try Scratch()
        let rewritten = try await self.file(in: other)
        #expect(
            try RecordVerification.of(rewritten, expected: head).faults
                == ["Event 5 is not the one that was printed: the record was rewritten."])
    }

    @Test func aProperDisposalLeavesTheRecordWhole() async throws {
        let scratch = try Scratch()
        let file = try await file(in: scratch, disposing: true)
        let verification = try RecordVerification.of(file)
        #expect(verification.faults == [])
        #expect(verification.disposed == 1)
        #expect(try !String(decoding: Data(contentsOf: file), as: UTF8.self).contains("School 2"))
        let line = try #require(try await scratch.organisation().timeline(of: RecordSubject(.school, "s2")).first)
        #expect(line.content == nil)
        #expect(line.disposal == "asked for")
    }

    @Test(arguments: [
        "UPDATE event SET kind = 'a.b'", "DELETE FROM event", "UPDATE eventContent SET content = '{}'",
        "DELETE FROM eventContent", "REPLACE INTO eventContent SELECT event, salt, '{}' FROM eventContent",
        "REPLACE INTO event SELECT * FROM event WHERE number = 5",
    ])
    func theSchemaItselfRefusesToChangeTheRecord(sql: String) async throws {
        let scratch = try Scratch()
        let file = try await file(in: scratch)
        #expect(throws: DatabaseError.self) {
            try DatabaseQueue(path: file.path).write { db in
                try db.execute(sql: "PRAGMA recursive_triggers = ON")
                try db.execute(sql: sql)
            }
        }
        #expect(try RecordVerification.of(file).faults == [])
    }

    @Test func aChangeWithoutAnEventIsUndone() async throws {
        let scratch = try Scratch()
        let organisation = try scratch.organisation()
        await #expect(throws: StoreError.changedWithoutEvent) {
            try await organisation.change(by: .console) { tx in
                try tx.insert(School(id: tx.identifier(), slug: "quay", name: "Quay"))
                return .unchanged
            }
        }
        #expect(try await organisation.schools().isEmpty)
    }
}
