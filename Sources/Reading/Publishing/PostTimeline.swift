import Foundation
import GRDB
import Governance
import Store

/// One thing that happened to a post, as a sentence, from the Record.
package struct TimelineEntry: Sendable, Equatable {
    /// The event's number.
    package let number: Int
    package let at: Date
    /// Who did it; `Chaperone` for what came by itself.
    package let who: String
    package let says: String
    /// The reason that was given, in the person's own words.
    package let why: String?
    /// What the door said at that moment.
    package let decision: Decision?
    /// Whether it was let through all the same: what the door held had been released, what it misread put right.
    package let wasLetThrough: Bool
}

extension OrganisationDatabase {
    /// The whole story of a post, oldest first; saves that followed one another are told once.
    package func timeline(of post: Identifier<Post>) async throws -> [TimelineEntry] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT event.number, event.kind, event.at, event.actor, eventContent.content FROM event
                    LEFT JOIN eventContent ON eventContent.event = event.number
                    WHERE event.subjectKind = ? AND event.subject = ? ORDER BY event.number
                    """, arguments: [RecordSubject.Kind.post.rawValue, post.text])
            let names = Dictionary(
                try Row.fetchAll(db, sql: "SELECT id, name FROM user").map { ($0[0] as String, $0[1] as String) },
                uniquingKeysWith: { first, _ in first })
            var entries: [TimelineEntry] = []
            var lastSaver: String?
            for row in rows {
                let kind = Event.Kind(row[1])
                let actor: String = row[3]
                if kind == .draftSaved {
                    if lastSaver == actor { entries.removeLast() }
                    lastSaver = actor
                } else {
                    lastSaver = nil
                }
                let content: Event.Content? = try (row[4] as String?).map { try StoredJSON.value($0) }
                let user = Actor(signature: actor)?.user.map { names[$0.text] ?? "Someone who was removed" }
                entries.append(
                    TimelineEntry(
                        number: row[0], at: Date(milliseconds: row[2]), who: user ?? "Chaperone",
                        says: PostSentence.of(kind, content, names: names), why: content?.why,
                        decision: content?.decision,
                        wasLetThrough: [.postApproved, .postReady, .postPublished].contains(kind)))
            }
            return entries
        }
    }
}
