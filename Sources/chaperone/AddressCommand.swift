import Actions
import ArgumentParser
import Foundation

/// `chaperone address`: by which address people reach the installation.
struct AddressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "address",
        abstract: "Show the address that people use, or change it.",
        discussion: "Set-up asks for it; a restored installation has none until it is given here. "
            + "Start the program again afterwards.")

    @Option(help: "The folder that holds everything.")
    var data = "data"

    @Argument(help: "The address people will use, beginning with https://")
    var address: String?

    func run() async throws {
        try await sayingWhatIsWrong {
            var option = DataOption()
            option.data = data
            option.secretsKey = nil
            let installation = try option.installation()
            if let address { try await ChangePublicAddress(address).perform(in: installation) }
            print(try await installation.publicAddress() ?? "No address is known yet.")
        }
    }
}
