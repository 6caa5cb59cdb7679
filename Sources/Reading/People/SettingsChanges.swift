import GRDB
import Governance
import Store

extension OrganisationDatabase {
    /// Who changed the settings of a school, or with nil of the organisation, the latest first.
    package func settingsChanges(of school: Identifier<School>?, most: Int = 10) async throws -> [EventLine] {
        let subject = school.map { RecordSubject(.school, $0) } ?? .organisation
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: EventLine.query + """
                         WHERE event.subjectKind = ? AND event.subject = ? AND event.kind = ?
                        ORDER BY event.number DESC LIMIT ?
                        """),
                arguments: [subject.kind.rawValue, subject.id, Event.Kind.settingsChanged.rawValue, most]
            ).map(EventLine.init)
        }
    }
}
