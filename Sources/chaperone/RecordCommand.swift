import ArgumentParser
import Foundation
import Governance
import Store

/// `chaperone record`: the proof that what was done is on record.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Prove that the record holds.",
        subcommands: [RecordVerifyCommand.self, RecordDisposeCommand.self])
}

/// `chaperone record verify`: reads the file alone and changes nothing.
struct RecordVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove the record's inner consistency, and print its head.",
        discussion:
            "Also looks for every picture that the record names as proof. Exit status: 0 when all is there and holds, "
            + "1 when not, 2 on usage.")

    @Argument(help: "A record file or a backup; without it, the organisations of the data folder.")
    var file: String?

    @OptionGroup var data: DataOption

    @Option(help: "A head NUMBER:HASH printed earlier: the record must still contain it.")
    var expect: String?

    func run() async throws {
        let expected = try expect.map { text in
            guard let head = RecordHead(text) else {
                throw ValidationError("--expect is NUMBER:HASH, the hash in 64 hexadecimal digits.")
            }
            return head
        }
        try await sayingWhatIsWrong {
            var holds = true
            for file in try files(expected: expected) {
                let verification = try RecordVerification.of(file, expected: expected)
                for fault in verification.faults + verification.lostProofs { print("\(file.path): \(fault)") }
                let disposed = verification.disposed > 0 ? ", contents disposed of: \(verification.disposed)" : ""
                let says = verification.faults.isEmpty ? "holds" : "DOES NOT HOLD"
                print("\(file.path): the record \(says); head \(verification.head)\(disposed)")
                holds = holds && verification.faults.isEmpty && verification.lostProofs.isEmpty
            }
            if !holds { throw ExitCode(1) }
        }
    }

    private func files(expected: RecordHead?) throws -> [URL] {
        if let file { return [URL(filePath: file)] }
        let folder = data.folder.appending(path: "organisations")
        let slugs =
            data.organisation.map { [$0] }
            ?? (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
            .filter { !$0.hasPrefix(".") }.sorted() ?? []
        guard !slugs.isEmpty else { throw ValidationError("There is no organisation in \(data.folder.path).") }
        if expected != nil, slugs.count > 1 { throw ValidationError("With --expect, name one with --organisation.") }
        return slugs.map { folder.appending(path: $0).appending(path: OrganisationDatabase.fileName) }
    }
}
