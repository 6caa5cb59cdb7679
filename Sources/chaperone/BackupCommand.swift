import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone backup`: an organisation in one file, or all of them in a folder, while people go on working.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy an organisation into one file, or all into a folder, while people go on working.",
        discussion: "Prints the head of the record; keep it elsewhere, for restore --expect and record verify --expect."
    )

    @OptionGroup var data: DataOption

    @Flag(help: "Every organisation, each into a file of its name in the folder.")
    var all = false

    @Option(help: "Where the pictures of backups are kept; one folder for many days. Else beside the file.")
    var pictures: String?

    @Argument(help: "The file to write; with --all the folder, made where it is not there.")
    var file: String

    func validate() throws {
        guard !all || data.organisation == nil else {
            throw ValidationError("Either --all, or one with --organisation.")
        }
    }

    func run() async throws {
        try await sayingWhatIsWrong {
            let installation = try data.installation()
            guard all else { return try await back(up: data.organisation(in: installation), to: URL(filePath: file)) }
            let folder = URL(filePath: file, directoryHint: .isDirectory)
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for listed in try await installation.organisations() {
                try await back(
                    up: installation.organisation(listed.slug), to: folder.appending(path: listed.slug + ".sqlite"))
            }
        }
    }

    private func back(up organisation: Organisation, to file: URL) async throws {
        let head = try await BackUp(to: file, pictures: pictures.map { URL(filePath: $0, directoryHint: .isDirectory) })
            .perform(in: organisation, by: .console)
        print("\(file.relativePath): \(organisation.slug) as of \(head)")
    }
}
