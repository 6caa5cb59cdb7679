import Actions
import Foundation
import Governance
import Reading
import Testing

/// What trying some files said, and what is in their staging.
struct Tried {
    let trial: ImportTrial
    let doubts: [ImportDoubt]
    let added: [Person]

    var counts: ImportCounts { trial.counts ?? ImportCounts() }
    var held: [ImportDoubt] { doubts.filter { $0.weight == .held } }
    var doubtful: [ImportDoubt] { doubts.filter { $0.weight == .consent } }
    var warnings: [ImportDoubt] { doubts.filter { $0.weight == .warning } }
}

extension Organisation {
    /// Tries files, and confirms them if asked.
    /// - Parameter meanwhile: what happens between the two.
    @discardableResult
    func bring(
        _ files: [String: [UInt8]], for purpose: ImportMapping.Purpose = .people, mapping: ImportMapping? = nil,
        school: String? = nil, apply: Bool = true, leavers: ConfirmImport.Leavers = .stay, isSure: Bool = false,
        meanwhile: () async throws -> Void = {}
    ) async throws -> Tried {
        try await ImportWorkplace.use { staged in
            let folder = staged.deletingLastPathComponent()
            let brought = try files.sorted { $0.key < $1.key }.map { name, bytes in
                let url = folder.appendingPathComponent(name)
                try Data(bytes).write(to: url)
                return ImportFile(url)
            }
            let isOwnList = purpose == .people && files.values.contains { $0.starts(with: Array(listHeading.utf8)) }
            let mapping = mapping ?? (isOwnList ? withConsents(listHeading) : nil)
            let trial = try await TryImport(brought, for: purpose, mapping: mapping, school: school)
                .perform(in: self, by: .console, staged: staged)
            guard trial.counts != nil else { return Tried(trial: trial, doubts: [], added: []) }
            let list = try StagedList(opening: staged)
            let schools = try await database.schools()
            let tried = Tried(
                trial: trial, doubts: try list.doubts(most: 1_000),
                added: try list.added(most: 1_000).map { row in
                    var person = row.person
                    person.school = schools.first { $0.id.text == person.school }?.slug
                    return person
                })
            try await meanwhile()
            if apply {
                try await ConfirmImport(trial, staged: staged, leavers: leavers, isSure: isSure, isWhole: isSure)
                    .perform(in: self, by: .console)
            }
            return tried
        }
    }

    @discardableResult
    func bring(
        _ text: String, for purpose: ImportMapping.Purpose = .people, mapping: ImportMapping? = nil,
        leavers: ConfirmImport.Leavers = .stay, isSure: Bool = false
    ) async throws -> Tried {
        try await bring(
            ["list.csv": Array(text.utf8)], for: purpose, mapping: mapping, leavers: leavers, isSure: isSure)
    }

    /// Someone on the roll of a school.
    func onRoll(_ ref: String, at school: String = "quay") async throws -> Person? {
        try await database.rollEntries().first { $0.person.ref == ref }?.person
    }
}

/// Tries one list in a school of its own and saves nothing.
func tried(_ bytes: [UInt8], mapping: ImportMapping? = nil) async throws -> Tried {
    let scratch = try Scratch()
    return try await scratch.organisation().bring(["list.csv": bytes], mapping: mapping, apply: false)
}

func tried(_ text: String, mapping: ImportMapping? = nil) async throws -> Tried {
    try await tried(Array(text.utf8), mapping: mapping)
}

/// What is said of a file that is refused as a whole.
func refusal(of bytes: [UInt8]) async throws -> String {
    let error = await #expect(throws: ActionError.self) { try await tried(bytes) }
    guard case .invalid(let errors) = error else { throw Unexpected() }
    return errors.map(\.says).joined()
}

/// The headings as somebody says them who brings consents in with people; nobody guesses that.
func withConsents(_ headings: String) -> ImportMapping {
    var mapping = ImportMapping()
    for heading in headings.split(whereSeparator: { ",\n".contains($0) }).map(String.init) {
        mapping.columns[heading] = ImportField(heading: heading)
    }
    return mapping
}

let listHeading = "ref,kind,given,family,form,school,consent\n"
