import Actions
import ArgumentParser
import Foundation
import Governance

/// `chaperone backup`: one organisation in one file, while people go on working.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy an organisation into one file while people go on working.",
        discussion: "Prints the head of the record; keep it elsewhere, for restore --expect and record verify --expect."
    )

    @OptionGroup var data: DataOption

    @Argument(help: "The file to write.")
    var file: String

    func run() async throws {
        try await sayingWhatIsWrong {
            let organisation = try await data.organisation(in: data.installation())
            let head = try await BackUp(to: URL(filePath: file)).perform(in: organisation, by: .console)
            print("\(file): \(organisation.slug) as of \(head)")
        }
    }
}
