import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Puts what goes with a change on record: its events first, which the others point to.
    func commit(_ recorded: Recorded<some Sendable>, after head: RecordHead) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        var head = head
        for event in recorded.events { head = try append(event, after: head, encoder) }
        for task in recorded.tasks { try apply(task) }
        for notice in recorded.notices { try send(notice) }
    }

    /// Puts one event at the end of the chain, and its content beside it.
    private func append(_ event: Event, after head: RecordHead, _ encoder: JSONEncoder) throws -> RecordHead {
        let content = String(decoding: try encoder.encode(event.content), as: UTF8.self)
        let salt = Data(Randomness.system.bytes(32))
        let number = head.number + 1
        let digest = EventSeal.digest(salt: salt, content: content)
        let hash = EventSeal.hash(
            number: number, kind: event.kind.rawValue, at: now.milliseconds, actor: actor.signature,
            subjectKind: event.subject.kind.rawValue, subject: event.subject.id, contentDigest: digest,
            previousHash: head.hash)
        try execute(
            """
            INSERT INTO event (number, kind, at, actor, subjectKind, subject, contentDigest, previousHash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                number, event.kind.rawValue, now.milliseconds, actor.signature, event.subject.kind.rawValue,
                event.subject.id, digest, head.hash, hash,
            ])
        try execute("INSERT INTO eventContent (event, salt, content) VALUES (?, ?, ?)", [number, salt, content])
        return RecordHead(number: number, hash: hash)
    }
}
