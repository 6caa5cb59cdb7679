import Foundation
import Governance
import Store

/// One pass through the files into the staging, and the comparison with the roll.
struct ImportReading: Sendable {
    let files: [ImportFile]
    let purpose: ImportMapping.Purpose
    let mapping: ImportMapping?
    let isRemembered: Bool
    let school: String?
    let schools: [School]
    let database: OrganisationDatabase
    let randomness: Randomness
    let today: Day
    let progress: ImportProgress?

    func run(staged: URL) throws -> ImportTrial {
        let tables = try ImportTable.all(in: files)
        progress?.begin(tables.reduce(0) { $0 + $1.bytes })
        let isOneRoster = purpose == .people && OneRosterReading.isOneRoster(tables)
        var trial = ImportTrial(purpose)
        let fields: Set<ImportField>
        let staging: ImportStaging
        if isOneRoster {
            let reading = OneRosterReading(self, tables)
            staging = try ImportStaging(creating: staged)
            fields = try reading.run(into: staging, &trial)
        } else {
            guard tables.count == 1, let table = tables.first else {
                throw ImportTable.refused("Bring one list at a time, or all files of one OneRoster export together")
            }
            guard let columns = try columns(of: table, &trial) else { return trial }
            staging = try ImportStaging(creating: staged)
            try read(table, columns, into: staging, &trial)
            fields = Set(columns.places.keys).union(columns.hasConsent ? [.consent] : [])
                .union([.kind, .school])
        }
        trial.counts = try staging.compare(
            with: database, fields: fields, purpose: purpose, isDelta: trial.isDelta)
        return trial
    }

    /// Nil when somebody must first say more about the columns.
    private func columns(of table: ImportTable, _ trial: inout ImportTrial) throws -> ImportColumns? {
        let first = try table.first(14)
        guard !first.isEmpty else { throw ImportTable.refused("The file is empty. Nothing was changed") }
        let heading = ImportColumns.headings(in: first, chosen: mapping?.headingRow)
        trial.headings = ImportMapping.distinct(first[heading])
        trial.samples = Array(first[(heading + 1)...].prefix(3))
        var mapping = mapping ?? ImportMapping(guessing: trial.headings, for: purpose)
        mapping.purpose = purpose
        mapping.school = school ?? mapping.school
        mapping.headingRow = heading + 1
        trial.mapping = mapping
        trial.isRemembered = isRemembered
        trial.missing = mapping.missing(in: trial.headings)
        trial.doubled = mapping.doubled(in: trial.headings)
        let columns = ImportColumns(trial.headings, mapping)
        trial.notRead = columns.notRead
        return trial.missing.isEmpty && trial.doubled.isEmpty ? columns : nil
    }

    private func read(
        _ table: ImportTable, _ columns: ImportColumns, into staging: ImportStaging, _ trial: inout ImportTrial
    ) throws {
        let found = ImportSchools(schools)
        var taker = ImportTaker(reading: self, trial: trial)
        var toSkip = columns.mapping.headingRow ?? 1
        try staging.fill(beside: database) { writer in
            try table.rows(progress) { row in
                guard toSkip == 0 else {
                    if !row.isEmpty { toSkip -= 1 }
                    return
                }
                if NotARow.isNobody(row) {
                    taker.trial.skipped += 1
                    return
                }
                let imported = try ImportedRow(
                    row, columns, values: ImportValues(row, columns), schools: found, today: today,
                    known: writer.known)
                try taker.take(imported, file: "", hasConsent: columns.hasConsent, writer)
            }
        }
        trial = taker.trial
    }
}

/// Puts rows into the staging and notes what is said of all of them together.
struct ImportTaker {
    private let schools: [String: Identifier<School>]
    private let randomness: Randomness
    var trial: ImportTrial

    init(reading: ImportReading, trial: ImportTrial) {
        schools = Dictionary(reading.schools.map { ($0.slug, $0.id) }, uniquingKeysWith: { first, _ in first })
        randomness = reading.randomness
        self.trial = trial
    }

    mutating func take(_ row: ImportedRow, file: String, hasConsent: Bool, _ writer: ImportStagingWriter) throws {
        trial.rows += 1
        if row.isGuess, trial.guessedNames.count < 5 {
            let names = [row.person.given, row.person.family].filter { $0.utf8.contains { $0 >= 0x80 } }
            trial.guessedNames = Array((trial.guessedNames + names).prefix(5))
        }
        if let question = row.question, !trial.questions.contains(question) { trial.questions.append(question) }
        for doubt in row.doubts where doubt.weight == .consent && trial.strangeWords.count < 20 {
            let word = ConsentWord.plain(doubt.value)
            if row.question == nil, !word.isEmpty, !trial.strangeWords.contains(word) {
                trial.strangeWords.append(word)
            }
        }
        try writer.add(
            row, id: randomness.identifier(), school: row.person.school.flatMap { schools[$0] }, file: file,
            hasConsent: hasConsent)
    }
}
