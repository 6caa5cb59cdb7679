import Foundation
import GRDB
import Governance

extension Bookkeeping {
    /// Remembers which columns of a list with these headings hold what. It says nothing of anybody, so it is no event. The
    /// school is not remembered, nor what words mean in a consent: the next list with these headings may be another
    /// school's, where "R" means something else.
    package func remember(_ mapping: ImportMapping, forHeadings headings: [String]) throws {
        var mapping = mapping
        mapping.forgetWhatIsOfOneSchool()
        try db.cachedStatement(
            sql: """
                INSERT INTO importMapping (headings, mapping, usedAt) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET mapping = excluded.mapping, usedAt = excluded.usedAt
                """
        ).execute(arguments: [
            mapping.key(headings), try StoredJSON.text(mapping), now.milliseconds,
        ])
    }
}

extension OrganisationDatabase {
    /// How a list with these headings was read last time; nil when there was none, or it cannot be understood any more.
    package func remembered(
        forHeadings headings: [String], _ purpose: ImportMapping.Purpose
    ) async throws -> ImportMapping? {
        try await read { db in
            let text = try String.fetchOne(
                db.cachedStatement(sql: "SELECT mapping FROM importMapping WHERE headings = ?"),
                arguments: [ImportMapping(purpose).key(headings)])
            var mapping: ImportMapping? = text.flatMap { try? StoredJSON.value($0) }
            mapping?.forgetWhatIsOfOneSchool()
            return mapping
        }
    }
}

extension ImportMapping {
    fileprivate mutating func forgetWhatIsOfOneSchool() {
        school = nil
        words = [:]
    }

    fileprivate func key(_ headings: [String]) -> String {
        ([purpose.rawValue] + headings).joined(separator: "\u{1F}")
    }
}
