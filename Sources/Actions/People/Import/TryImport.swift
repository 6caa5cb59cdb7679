import Foundation
import Governance
import Store

/// Reads files into a staging of their own and says what they would change. Nothing in the organisation changes.
package struct TryImport: Sendable {
    package var files: [ImportFile]
    package var purpose: ImportMapping.Purpose
    /// How the columns are read; nil: as last time, or as they look.
    package var mapping: ImportMapping?
    /// The short name of the school of rows that name none.
    package var school: String?

    package init(
        _ files: [ImportFile], for purpose: ImportMapping.Purpose = .people, mapping: ImportMapping? = nil,
        school: String? = nil
    ) {
        self.files = files
        self.purpose = purpose
        self.mapping = mapping
        self.school = school
    }

    /// - Parameter staged: where the staging is made, over one that is there.
    package func perform(
        in organisation: Organisation, by actor: Actor, staged: URL, progress: ImportProgress? = nil
    ) async throws -> ImportTrial {
        let schools = try await organisation.change(by: actor) { tx in
            try requireSomeRollKeeper(tx)
            return .unchanged(try tx.schools())
        }
        let headings = try firstHeadings()
        let remembered =
            mapping == nil && !headings.isEmpty
            ? try await organisation.database.remembered(forHeadings: headings, purpose) : nil
        if let school, !schools.contains(where: { $0.slug == school }) {
            throw ActionError.invalid("school", "There is no school \(school)")
        }
        let reading = ImportReading(
            files: files, purpose: purpose, mapping: mapping ?? remembered, isRemembered: remembered != nil,
            school: school, schools: schools, database: organisation.database,
            randomness: organisation.installation.randomness, today: Day(of: organisation.clock.now),
            progress: progress)
        let trial = try await organisation.installation.imports.inTurn { try reading.run(staged: staged) }
        guard trial.counts != nil else { return trial }
        try await organisation.database.change(by: actor, with: ImportStaging(opening: staged)) { tx in
            for school in try tx.schoolsOfStaged() { try requireRollKeeper(tx, at: school) }
            return .unchanged
        }
        return trial
    }

    private func firstHeadings() throws -> [String] {
        let tables = try ImportTable.all(in: files)
        guard !OneRosterReading.isOneRoster(tables), let table = tables.first else { return [] }
        let rows = try table.first(10)
        guard !rows.isEmpty else { return [] }
        return ImportMapping.distinct(rows[ImportColumns.headings(in: rows, chosen: mapping?.headingRow)])
    }
}

/// Refuses whoever keeps no roll anywhere.
func requireSomeRollKeeper(_ tx: WriteTransaction) throws {
    guard try tx.authority().holdsAnywhere(.administrator, .it, .directorOfIT, .office, .slt, .headteacher) else {
        return try requireRollKeeper(tx, at: nil)
    }
}

/// Long imports of a machine, one after the other.
final class ImportTurns: Sendable {
    private let queue = DispatchQueue(label: "chaperone.imports")

    func inTurn<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}
