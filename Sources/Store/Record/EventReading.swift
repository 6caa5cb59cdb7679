import Foundation
import GRDB
import Governance

extension WriteTransaction {
    /// The number of the latest event by which something about it changed; nil when there is none.
    package func lastEvent(about subject: RecordSubject) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT max(number) FROM event WHERE subjectKind = ? AND subject = ? AND kind <> ?"),
            arguments: [subject.kind.rawValue, subject.id, Event.Kind.neverReasonRead.rawValue])
    }

    /// Whether whoever acts has an event of this kind about this subject since an instant.
    package func hasEvent(_ kind: Event.Kind, about subject: RecordSubject, since instant: Date) throws -> Bool {
        try Event.exists(kind, about: subject, by: actor, since: instant, db)
    }

    /// The same of somebody else.
    package func hasEvent(
        _ kind: Event.Kind, about subject: RecordSubject, by actor: Governance.Actor, since instant: Date
    ) throws -> Bool {
        try Event.exists(kind, about: subject, by: actor, since: instant, db)
    }

    /// Whether anybody's event of this kind about this subject is on record.
    package func hasEvent(_ kind: Event.Kind, about subject: RecordSubject) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE subjectKind = ? AND subject = ? AND kind = ?)",
            arguments: [subject.kind.rawValue, subject.id, kind.rawValue]) ?? false
    }
}

extension OrganisationDatabase {
    /// Throws unless the Record can be read.
    package func checkReadable() async throws { _ = try await read(RecordHead.read) }

    /// The same, without waiting for those who write.
    package func hasEvent(
        _ kind: Event.Kind, about subject: RecordSubject, by actor: Governance.Actor, since instant: Date
    ) async throws -> Bool {
        try await read { db in try Event.exists(kind, about: subject, by: actor, since: instant, db) }
    }
}

extension Event {
    fileprivate static func exists(
        _ kind: Kind, about subject: RecordSubject, by actor: Governance.Actor, since instant: Date, _ db: Database
    ) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM event
                        WHERE subjectKind = ? AND subject = ? AND actor = ? AND kind = ? AND at >= ?)
                    """),
            arguments: [subject.kind.rawValue, subject.id, actor.signature, kind.rawValue, instant.milliseconds])
            ?? false
    }
}
