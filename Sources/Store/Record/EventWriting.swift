import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// Puts what goes with a change on record: its events first, which the others point to.
    func commit(_ recorded: Recorded<some Sendable>) throws {
        for event in recorded.events { try put(event) }
        for task in recorded.tasks { try apply(task) }
        for notice in recorded.notices { try send(notice) }
    }

    /// Puts one event at the end of the chain, and its content beside it. A change of tens of thousands of things puts
    /// each event down as it goes, and returns the one that tells of the whole.
    package func put(_ event: Event) throws {
        let head = chain.head
        let content = try event.content.stored()
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
        chain.head = RecordHead(number: number, hash: hash)
    }
}

/// Where the Record's chain ends while a change is being made.
final class EventChain {
    var head: RecordHead

    init(_ head: RecordHead) {
        self.head = head
    }
}

extension Event.Content {
    /// As the Record keeps it. A decision is rare and large, so the library writes it.
    fileprivate func stored() throws -> String {
        guard decision == nil else { return try StoredJSON.text(self) }
        let parts = [("after", after), ("before", before), ("why", why.map(RecordValue.text))]
        var text: [UInt8] = []
        text.append(UInt8(ascii: "{"))
        for case (let name, let value?) in parts {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            RecordValue.text(name).appendJSON(to: &text)
            text.append(UInt8(ascii: ":"))
            value.appendJSON(to: &text)
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }
}
