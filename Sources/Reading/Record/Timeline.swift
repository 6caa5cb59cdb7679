import Foundation
import GRDB
import Governance
import Store

/// One event as a timeline shows it.
package struct EventLine: Sendable, Equatable {
    package let number: Int
    package let kind: Event.Kind
    package let at: Date
    /// Nil for a signature that this release does not know.
    package let actor: Actor?
    /// The name of the user who acted, where it was one.
    package let actorName: String?
    package let subject: RecordSubject
    /// Nil when it was disposed of.
    package let content: Event.Content?
    /// Why the content was disposed of.
    package let disposal: String?

    init(_ row: Row) throws {
        number = row[0]
        kind = Event.Kind(row[1] as String)
        at = Date(milliseconds: row[2])
        actor = Actor(signature: row[3])
        actorName = row[4]
        subject = RecordSubject(.init(row[5] as String), row[6] as String)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        content = try (row[7] as String?).map { try decoder.decode(Event.Content.self, from: Data($0.utf8)) }
        disposal = row[8]
    }

    static let query = """
        SELECT event.number, event.kind, event.at, event.actor, user.name, event.subjectKind, event.subject,
            eventContent.content, disposal.why
        FROM event
        LEFT JOIN eventContent ON eventContent.event = event.number
        LEFT JOIN disposal ON disposal.event = event.number
        LEFT JOIN user ON user.id = substr(event.actor, 6) AND event.actor GLOB 'user:*'
        """
}

extension OrganisationDatabase {
    /// Everything on record about one thing, oldest first.
    package func timeline(of subject: RecordSubject) async throws -> [EventLine] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: EventLine.query + " WHERE event.subjectKind = ? AND event.subject = ? ORDER BY event.number"),
                arguments: [subject.kind.rawValue, subject.id]
            ).map(EventLine.init)
        }
    }

    /// The latest events, newest first; before a number for the next page.
    package func events(before number: Int = .max, most: Int = 100) async throws -> [EventLine] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: EventLine.query + " WHERE event.number < ? ORDER BY event.number DESC LIMIT ?"),
                arguments: [number, most]
            ).map(EventLine.init)
        }
    }
}
