import Foundation
import GRDB
import Governance
import Store

/// One row of a list as a page shows it.
package struct StagedRow: Sendable, Equatable {
    package let person: Person
    package let line: Int
    /// What differs from the roll: column, before, after. Empty for newcomers.
    package let changes: [Change]

    package struct Change: Sendable, Equatable {
        package let column: String
        package let before: String
        package let after: String
    }
}

/// The staged list of an import, for looking at.
package struct StagedList: Sendable {
    private let staging: ImportStaging

    package init(opening file: URL) throws {
        staging = try ImportStaging(opening: file)
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try staging.read(body) }

    /// What stands in the way or should be looked at, what is held first.
    package func doubts(most: Int, after: Int = 0) throws -> [ImportDoubt] {
        try staging.doubts(most: most, after: after)
    }

    /// Newcomers in the order of the list.
    package func added(most: Int, after: Int = 0) throws -> [StagedRow] {
        try read { db in
            try Row.fetchAll(
                db, sql: Self.query + " WHERE row.outcome = 'added' ORDER BY row.id LIMIT ? OFFSET ?",
                arguments: [most, after]
            ).map { StagedRow(person: RollEntry($0).person, line: $0[19], changes: []) }
        }
    }

    private static let query = """
        SELECT row.newId, row.ref, row.kind, row.given, row.family, row.preferred, row.middle, row.form, row.title,
            row.school, row.consentStatus, row.consentChannels, row.consentFrom, row.consentUntil,
            row.consentWithdrawnOn, NULL, row.email, row.number, NULL, row.line, row.person
        FROM row
        """

    /// Rows that change somebody, or bring somebody back, with what changes.
    package func changed(
        in organisation: OrganisationDatabase, most: Int, after: Int = 0
    ) async throws -> [(entry: RollEntry, row: StagedRow)] {
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: Self.query + " WHERE row.outcome IN ('changed', 'returning') ORDER BY row.id LIMIT ? OFFSET ?",
                arguments: [most, after])
        }
        let schools = try await organisation.schools()
        var found: [(RollEntry, StagedRow)] = []
        for row in rows {
            guard let id = row[20] as String?, let entry = try await organisation.rollEntry(Identifier(id)) else {
                continue
            }
            var person = RollEntry(row).person
            person.school = schools.first { $0.id.text == person.school }?.slug
            found.append(
                (entry, StagedRow(person: person, line: row[19], changes: Self.changes(entry.person, person))))
        }
        return found
    }

    private static func changes(_ old: Person, _ new: Person) -> [StagedRow.Change] {
        let texts: [(String, String, String)] = [
            ("Given name", old.given, new.given), ("Family name", old.family, new.family),
            ("Goes by", old.preferred ?? "", new.preferred ?? ""), ("Middle names", old.middle ?? "", new.middle ?? ""),
            ("Form or class", old.form ?? "", new.form ?? ""), ("Title", old.title ?? "", new.title ?? ""),
            ("School", old.school ?? "", new.school ?? ""), ("E-mail address", old.email ?? "", new.email ?? ""),
            ("Pupil or staff", old.kind.rawValue, new.kind.rawValue),
            ("Pictures", words(old.consent), words(new.consent)),
        ]
        return texts.filter { $0.1 != $0.2 }.map { StagedRow.Change(column: $0.0, before: $0.1, after: $0.2) }
    }

    private static func words(_ consent: Consent) -> String {
        // one word for every no, whoever said it and however
        if consent.isNo { return "no" }
        let days = [consent.from.map { "from \($0)" }, consent.until.map { "until \($0)" }].compactMap { $0 }
        return
            ([consent.status.rawValue.replacing("_", with: " ")]
            + (consent.channels.map { ["(" + $0.map(\.rawValue).joined(separator: ", ") + ")"] } ?? []) + days)
            .joined(separator: " ")
    }

    /// Those on the roll who are not in the list, by name.
    package func gone(
        in organisation: OrganisationDatabase, most: Int, after: Int = 0
    ) async throws -> [RollEntry] {
        let ids = try read { db in
            try String.fetchAll(
                db, sql: "SELECT person FROM gone ORDER BY person LIMIT ? OFFSET ?", arguments: [most, after])
        }
        var entries: [RollEntry] = []
        for id in ids {
            if let entry = try await organisation.rollEntry(Identifier(id)) { entries.append(entry) }
        }
        return entries.sorted { ($0.person.family, $0.person.given) < ($1.person.family, $1.person.given) }
    }
}
