import Foundation
import Governance

/// Tries files and confirms them at once, as the command does with `--apply`; the same files again change nothing.
package struct ImportPeople: Sendable {
    package var attempt: TryImport
    package var leavers: ConfirmImport.Leavers
    /// Staff with the e-mail address of a user are the same people.
    package var linksUsers: Bool
    package var isSure: Bool

    package init(
        _ attempt: TryImport, leavers: ConfirmImport.Leavers = .stay, linksUsers: Bool = false, isSure: Bool = false
    ) {
        self.attempt = attempt
        self.linksUsers = linksUsers
        self.leavers = leavers
        self.isSure = isSure
    }

    /// A list that the program itself wrote, with what it knows of consents.
    package init(text: String, linksUsers: Bool = false) throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("chaperone-\(Randomness.system.secret()).csv")
        try Data(text.utf8).write(to: file)
        var mapping = ImportMapping()
        for heading in text.prefix(while: { !$0.isNewline }).split(separator: ",").map(String.init) {
            mapping.columns[heading] = ImportField(heading: heading)
        }
        self.init(TryImport([ImportFile(name: "roll.csv", file)], mapping: mapping), linksUsers: linksUsers)
    }

    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> ImportTrial {
        try await ImportWorkplace.use { staged in
            let trial = try await attempt.perform(in: organisation, by: actor, staged: staged)
            if trial.counts != nil {
                try await ConfirmImport(
                    trial, staged: staged, leavers: leavers, linksUsers: linksUsers, isSure: isSure, isWhole: isSure
                ).perform(in: organisation, by: actor)
            }
            return trial
        }
    }
}

/// A place for a staging that is gone afterwards.
package enum ImportWorkplace {
    package static func use<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("chaperone-import-\(Randomness.system.secret())")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.appendingPathComponent("staged.sqlite"))
    }
}
