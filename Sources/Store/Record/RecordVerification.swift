import Foundation
import GRDB
import Governance

/// Proof that a record is consistent in itself, from its file alone.
package struct RecordVerification: Sendable {
    package let head: RecordHead
    /// Contents that were disposed of properly.
    package let disposed: Int
    /// What does not fit, as sentences; empty when the record holds.
    package let faults: [String]
    /// Proofs of publication that the record names and the file has no longer, or not as they were, as sentences. The
    /// record itself may hold all the same.
    package let lostProofs: [String]

    /// Reads a record file without changing it.
    ///
    /// - Parameter expected: a head printed earlier: the record must still contain it.
    package static func of(_ file: URL, expected: RecordHead? = nil) throws -> RecordVerification {
        guard FileManager.default.fileExists(atPath: file.path) else { throw StoreError.missing(file.path) }
        return try StoreError.translating {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            return try queue.read { db in
                guard try db.tableExists("event"), try db.tableExists("eventContent"), try db.tableExists("disposal")
                else { throw StoreError.damaged(file.path) }
                return try verify(db, expected: expected)
            }
        }
    }

    private static func verify(_ db: Database, expected: RecordHead?) throws -> RecordVerification {
        var chain = ChainReading()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT event.number, kind, at, actor, subjectKind, subject, contentDigest, previousHash, hash,
                    salt, content, why, recordedBy
                FROM event
                LEFT JOIN eventContent ON eventContent.event = event.number
                LEFT JOIN disposal ON disposal.event = event.number
                ORDER BY event.number
                """)
        while let row = try rows.next() { chain.read(row, expected: expected) }
        chain.finish(expected: expected)
        try chain.addStrays(db)
        return RecordVerification(
            head: chain.head, disposed: chain.disposals.count, faults: chain.faults,
            lostProofs: try ProofVerification.faults(db))
    }
}

/// Walks the events in order and notes what does not fit.
private struct ChainReading {
    var head = RecordHead(number: 0, hash: EventSeal.beforeTheFirst)
    var faults: [String] = []
    /// The event that records a disposal, by the event whose content went.
    var disposals: [Int: Int] = [:]
    private var recordedDisposals: [Int: Int] = [:]
    private var sawExpected = false

    mutating func read(_ row: Row, expected: RecordHead?) {
        let number: Int = row[0]
        let kind: String = row[1]
        let subject: String = row[5]
        let digest: Data = row[6]
        let previous: Data = row[7]
        let hash: Data = row[8]
        if number != head.number + 1 { faults.append("Event \(head.number + 1) is missing.") }
        if previous != head.hash { faults.append("Event \(number) does not continue the event before it.") }
        let sealed = EventSeal.hash(
            number: number, kind: kind, at: row[2], actor: row[3], subjectKind: row[4], subject: subject,
            contentDigest: digest, previousHash: previous)
        if sealed != hash { faults.append("Event \(number) was changed.") }
        readContent(number, digest: digest, salt: row[9], content: row[10], disposedBy: row[12])
        if kind == Event.Kind.contentDisposed.rawValue, let disposed = Int(subject) {
            recordedDisposals[number] = disposed
        }
        if expected?.number == number { sawExpected = expected?.hash == hash }
        head = RecordHead(number: number, hash: hash)
    }

    private mutating func readContent(
        _ number: Int, digest: Data, salt: Data?, content: String?, disposedBy: Int?
    ) {
        if let disposedBy { disposals[number] = disposedBy }
        switch (salt, content) {
        case (let salt?, let content?):
            if EventSeal.digest(salt: salt, content: content) != digest {
                faults.append("The content of event \(number) was changed.")
            }
            if disposedBy != nil { faults.append("The content of event \(number) is disposed of and still there.") }
        default:
            if disposedBy == nil { faults.append("The content of event \(number) is gone without a disposal.") }
        }
    }

    mutating func finish(expected: RecordHead?) {
        for (event, recordedBy) in disposals.sorted(by: { $0.key < $1.key })
        where recordedDisposals[recordedBy] != event {
            faults.append("The disposal of the content of event \(event) is not on record.")
        }
        guard let expected, expected.number > 0, !sawExpected else { return }
        faults.append(
            expected.number > head.number
                ? "Event \(expected.number) is not there: the record was cut off."
                : "Event \(expected.number) is not the one that was printed: the record was rewritten.")
    }

    mutating func addStrays(_ db: Database) throws {
        for table in ["eventContent", "disposal"] {
            let strays = try Int.fetchAll(
                db, sql: "SELECT event FROM \(table) WHERE event NOT IN (SELECT number FROM event) ORDER BY event")
            for stray in strays { faults.append("There is a row of \(table) for event \(stray), which is not there.") }
        }
    }
}
